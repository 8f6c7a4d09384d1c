using System.Globalization;
using System.Text.Json;
using FluentValidation;
using FluentValidation.Internal;
using FluentValidation.Results;

namespace CooperationApi.Kernel;

/// <summary>Holds what was read against its validator, and tells what that finds by JSON pointers.</summary>
internal static class BodyRules
{
    /// <summary>Makes validators call members as JSON does.</summary>
    public static void NameMembers()
    {
        ValidatorOptions.Global.LanguageManager.Culture = CultureInfo.InvariantCulture;
        ValidatorOptions.Global.PropertyNameResolver = ValidatorOptions.Global.DisplayNameResolver =
            (_, member, _) => member is null ? null : JsonNamingPolicy.CamelCase.ConvertName(member.Name);
    }

    public static IReadOnlyList<Fault> Broken<T>(IValidator<T>? validator, T value) =>
        validator?.Validate(value).Errors is { Count: > 0 } errors ? [.. errors.Select(AsFault)] : [];

    /// <summary>
    /// Which rules are broken besides the faults already found. These left holes in the value: what is found at a hole, of a member
    /// that is held against one, or by a rule that falls into one, is not told.
    /// </summary>
    public static IEnumerable<Fault> BrokenBesides<T>(IValidator<T>? validator, T value, IReadOnlySet<string> holes) =>
        (validator as IEnumerable<IValidationRule> ?? [])
            .SelectMany(rule => Errors(validator!, value, rule))
            .Where(error => !RestsOn(error, holes))
            .Select(AsFault);

    private static List<ValidationFailure> Errors<T>(IValidator<T> validator, T value, IValidationRule rule)
    {
        try
        {
            return validator.Validate(new ValidationContext<T>(value, new PropertyChain(), new Only(rule))).Errors;
        }
#pragma warning disable CA1031 // Whatever a rule throws, it is for want of what is not there.
        catch (Exception)
#pragma warning restore CA1031
        {
            return [];
        }
    }

    private static bool RestsOn(ValidationFailure error, IReadOnlySet<string> holes)
    {
        var pointer = Pointer(error.PropertyName);
        var parent = pointer[..Math.Max(0, pointer.LastIndexOf('/'))];
        return holes.Any(hole => IsAtOrBelow(pointer, hole))
            || (error.CustomState is HeldAgainst others
                && others.Members.Any(other => holes.Any(hole => IsAtOrBelow(hole, $"{parent}/{other}") || IsAtOrBelow($"{parent}/{other}", hole))));
    }

    private static bool IsAtOrBelow(string pointer, string place) =>
        pointer.StartsWith(place, StringComparison.Ordinal) && (pointer.Length == place.Length || pointer[place.Length] == '/') && place.Length > 0;

    private static Fault AsFault(ValidationFailure error) => new()
    {
        Pointer = Pointer(error.PropertyName),
        Code = Code(error.ErrorCode),
        Detail = error.ErrorMessage,
    };

    private static FaultCode Code(string code) => Enum.TryParse<FaultCode>(code, out var own) ? own : code switch
    {
        "NotNullValidator" or "NotEmptyValidator" => FaultCode.Missing,
        "MaximumLengthValidator" or "LengthValidator" => FaultCode.TooLong,
        "InclusiveBetweenValidator" or "ExclusiveBetweenValidator" or "GreaterThanValidator" or "GreaterThanOrEqualValidator"
            or "LessThanValidator" or "LessThanOrEqualValidator" => FaultCode.OutOfRange,
        _ => FaultCode.InvalidValue,
    };

    /// <summary>The pointer that FluentValidation's <c>citations[0].factSheet</c> stands for.</summary>
    public static string Pointer(string path) => path.Length == 0 ? "" : '/' + string.Join('/', path
        .Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal)
        .Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));

    // Each rule runs alone, so that one that falls into a hole takes no other with it.
    private sealed class Only(IValidationRule only) : IValidatorSelector
    {
        public bool CanExecute(IValidationRule rule, string propertyPath, IValidationContext context) =>
            context.IsChildContext || ReferenceEquals(rule, only);
    }
}

/// <summary>With which other members of the same object a rule compares its own.</summary>
internal sealed record HeldAgainst(IReadOnlyList<string> Members);
