using System.Text.Json.Nodes;
using CooperationApi.Kernel;
using FluentValidation;

namespace CooperationApi.Tests.Kernel;

/// <summary>A sample.</summary>
public sealed record SampleInput : EditionInput
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its kind.</summary>
    public required FigureKind Kind { get; init; }

    /// <summary>Its parties.</summary>
    public required IReadOnlyList<string> Parties { get; init; }

    /// <summary>Its amount.</summary>
    public QuantityInput? Amount { get; init; }

    /// <summary>Its period.</summary>
    public Period? Period { get; init; }

    /// <summary>Its signing.</summary>
    public PartialDate? Signed { get; init; }

    /// <summary>Its rank.</summary>
    public int Rank { get; init; }

    /// <summary>Whether it counts.</summary>
    public bool Counts { get; init; }

    /// <summary>Its units.</summary>
    public IReadOnlyList<Unit> Units { get; init; } = [];

    /// <summary>Its purpose.</summary>
    public string? Purpose { get; init; }

    internal static SampleInputValidator Validator { get; } = Named();

    internal static JsonObject Good() => Examples.Of(typeof(SampleInput)).AsObject();

    /// <summary>The good one with one member, found by its pointer, made another; nothing takes it away.</summary>
    internal static string With(string pointer, string? json)
    {
        const string Instead = "\"\uE000\"";
        var body = Good();
        var names = pointer.Split('/')[1..];
        var holder = names[..^1].Aggregate((JsonNode)body, (node, name) => node is JsonArray list ? list[int.Parse(name)]! : node[name]!);
        if (json is null)
        {
            holder.AsObject().Remove(names[^1]);
        }
        else if (holder is JsonArray list)
        {
            list[int.Parse(names[^1])] = JsonNode.Parse(Instead);
        }
        else
        {
            holder[names[^1]] = JsonNode.Parse(Instead);
        }

        return body.ToJsonString(JsonNames.Options).Replace(Instead.Replace("\uE000", "\\uE000", StringComparison.Ordinal), json, StringComparison.Ordinal);
    }

    private static SampleInputValidator Named()
    {
        BodyRules.NameMembers();
        return new SampleInputValidator();
    }
}

internal sealed class SampleInputValidator : AbstractValidator<SampleInput>
{
    public SampleInputValidator()
    {
        this.AddEditionRules();
        RuleFor(input => input.Name).IsLabel();
        RuleFor(input => input.Parties).HasOneTo(10).HasNoneTwice();
        RuleForEach(input => input.Parties).IsPartner();
        RuleFor(input => input.Amount).IsQuantity(Unit.USD);
        RuleFor(input => input.Period!).SetValidator(new PeriodValidator());
        RuleFor(input => input.Purpose).IsText();
        RuleFor(input => input.Rank).InclusiveBetween(1, 9).WithMessage("{PropertyName} must be from {From} to {To}.");
        RuleFor(input => input.Signed).Must((input, signed) => signed is null || !input.Name.StartsWith('~'))
            .WithMessage("{PropertyName} must be left out where name begins with ~.").Contradicts("name");
    }
}
