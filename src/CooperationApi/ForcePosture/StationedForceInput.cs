using CooperationApi.Kernel;
using FluentValidation;

namespace CooperationApi.ForcePosture;

/// <summary>People or assets of one state that are stationed in another: of the United States abroad, or of a partner in the United States.</summary>
public sealed record StationedForceInput : EditionInput
{
    /// <summary>The host country, as an ISO 3166-1 alpha-3 code.</summary>
    public required string Host { get; init; }

    /// <summary>The sending state, whose people or assets they are, as an ISO 3166-1 alpha-3 code; USA where left out.</summary>
    public string Sender { get; init; } = "USA";

    /// <summary>Whether these are people or assets.</summary>
    public required PostureKind Kind { get; init; }

    /// <summary>What sort of people or assets they are.</summary>
    public required PostureCategory Category { get; init; }

    /// <summary>How many people, or items of an asset; null for assets of which the source gives no number.</summary>
    public QuantityInput? Count { get; init; }

    /// <summary>The asset; null for people.</summary>
    public Asset? Asset { get; init; }
}

internal sealed class StationedForceInputValidator : AbstractValidator<StationedForceInput>
{
    public StationedForceInputValidator()
    {
        this.AddEditionRules();
        RuleFor(input => input.Host).IsPartner();
        RuleFor(input => input.Sender).IsPartner();
        RuleFor(input => input.Sender).NotEqual(input => input.Host)
            .WithMessage("{PropertyName} must be another state than host.").Contradicts("host");
        RuleFor(input => input.Count).IsQuantity(Unit.People).When(input => input.Kind == PostureKind.Personnel);
        RuleFor(input => input.Count).IsQuantity(Unit.Items).When(input => input.Kind == PostureKind.Asset);
        RuleFor(input => input.Count).NotNull().When(input => input.Kind == PostureKind.Personnel)
            .WithMessage("Of personnel the count is given, if only in words: it may have no value and an asStated such as \"thousands\".")
            .Contradicts("kind");
        RuleFor(input => input.Asset).NotNull().When(input => input.Kind == PostureKind.Asset)
            .WithMessage("Of an asset the asset is named.").Contradicts("kind");
        RuleFor(input => input.Asset).Null().When(input => input.Kind == PostureKind.Personnel)
            .WithMessage("Personnel is no asset.").Contradicts("kind");
        RuleFor(input => input.Asset!).SetValidator(new AssetValidator());
    }
}

internal sealed class AssetValidator : AbstractValidator<Asset>
{
    public AssetValidator()
    {
        RuleFor(asset => asset.Name).IsLabel();
        RuleFor(asset => asset.Designation).IsLabel();
    }
}
