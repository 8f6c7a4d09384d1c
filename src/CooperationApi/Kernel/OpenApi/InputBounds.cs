using System.Globalization;
using FluentValidation;
using FluentValidation.Validators;
using Microsoft.OpenApi;

namespace CooperationApi.Kernel;

/// <summary>What the validator of a type demands of its members, as the document states it.</summary>
internal sealed class InputBounds(Type type, IServiceProvider services)
{
    private readonly List<IValidationRule> rules =
        [.. (services.GetService(typeof(IValidator<>).MakeGenericType(type)) as IEnumerable<IValidationRule>) ?? []];

    /// <summary>Describes what is demanded of a member; what is demanded only under a condition is not.</summary>
    public void Describe(string name, OpenApiSchema? member)
    {
        foreach (var rule in rules.Where(rule => rule.PropertyName == name && !rule.HasCondition))
        {
            var schema = IsOfItems(rule) ? member?.Items as OpenApiSchema : member;
            foreach (var part in rule.Components.Where(part => schema is not null && !part.HasCondition))
            {
                Describe(part.Validator, schema!);
            }
        }
    }

    private static void Describe(IPropertyValidator demand, OpenApiSchema schema)
    {
        switch (demand)
        {
            case IBound bound:
                bound.Describe(schema);
                break;
            case IBetweenValidator between:
                schema.Minimum = Written(between.From);
                schema.Maximum = Written(between.To);
                break;
            case IComparisonValidator { Comparison: Comparison.GreaterThanOrEqual, ValueToCompare: { } least }:
                schema.Minimum = Written(least);
                break;
            case IComparisonValidator { Comparison: Comparison.LessThan, ValueToCompare: { } tooMuch }:
                schema.ExclusiveMaximum = Written(tooMuch);
                break;
            case IRegularExpressionValidator { Expression: { } pattern }:
                schema.Pattern = pattern;
                break;
        }
    }

    private static bool IsOfItems(IValidationRule rule) => rule.GetType().GetInterfaces()
        .Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(ICollectionRule<,>));

    private static string? Written(object bound) => Convert.ToString(bound, CultureInfo.InvariantCulture);
}
