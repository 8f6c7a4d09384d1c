using System.Globalization;
using FluentValidation;
using FluentValidation.Results;
using FluentValidation.Validators;
using Microsoft.OpenApi;

namespace CooperationApi.Kernel;

/// <summary>How a rule is broken.</summary>
internal readonly record struct Broken(FaultCode Code, string Detail);

/// <summary>A rule that the document can state.</summary>
internal interface IBound
{
    void Describe(OpenApiSchema schema);
}

/// <summary>A rule that can be broken in several ways. Null breaks none: what must be given is required by its type.</summary>
internal sealed class InputRule<T, TProperty>(Func<string, TProperty, Broken?> faultOf, Action<OpenApiSchema> describe)
    : PropertyValidator<T, TProperty?>, IBound
    where TProperty : class
{
    public override string Name => nameof(InputRule<,>);

    public void Describe(OpenApiSchema schema) => describe(schema);

    public override bool IsValid(ValidationContext<T> context, TProperty? value)
    {
        if (value is not null && faultOf(InputText.NameOf(BodyRules.Pointer(context.PropertyPath)), value) is { } broken)
        {
            context.AddFailure(new ValidationFailure(context.PropertyPath, broken.Detail) { ErrorCode = broken.Code.ToString() });
        }

        return true;
    }
}

/// <summary>A list that holds no item twice; each that is there again is told.</summary>
internal sealed class NoneTwice<T, TItem>(Func<TItem, object?>? by) : PropertyValidator<T, IReadOnlyList<TItem>?>, IBound
{
    public override string Name => nameof(NoneTwice<,>);

    public void Describe(OpenApiSchema schema) => schema.UniqueItems = by is null ? true : null;

    public override bool IsValid(ValidationContext<T> context, IReadOnlyList<TItem>? value)
    {
        if (value is not { Count: > 1 })
        {
            return true;
        }

        var first = new Dictionary<object, int>(value.Count);
        for (var at = 0; at < value.Count; at++)
        {
            if (value[at] is { } item && (by is null ? item : by(item)) is { } key && !first.TryAdd(key, at))
            {
                var path = string.Create(CultureInfo.InvariantCulture, $"{context.PropertyPath}[{at}]");
                var name = InputText.NameOf(BodyRules.Pointer(context.PropertyPath));
                context.AddFailure(new ValidationFailure(path, $"{name} must hold each item once, and items {first[key]} and {at} are the same.")
                {
                    ErrorCode = nameof(FaultCode.Repeated),
                });
            }
        }

        return true;
    }
}
