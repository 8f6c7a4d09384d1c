using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;
using NJsonSchema.Validation.FormatValidators;

namespace CooperationApi.Tests.Testing;

/// <summary>A compiled schema, which says in words what is off it.</summary>
internal sealed partial class ContractSchema(JsonSchema schema)
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private static readonly JsonSchemaValidator Validator = new(Settings());

    public IReadOnlyList<string> Faults(string text)
    {
        try
        {
            using var _ = JsonDocument.Parse(text, Strict);
        }
        catch (System.Text.Json.JsonException fault)
        {
            return [$"the body is no JSON: {fault.Message}"];
        }

        return [.. Validator.Validate(Read(text), schema).SelectMany(Words).Distinct()];
    }

    // The validator breaks on whole numbers beyond 64 bits; to it, they are numbers that are not whole.
    private static JToken Read(string text)
    {
        using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None };
        var token = JToken.ReadFrom(reader);
        foreach (var number in (token is JContainer all ? all.DescendantsAndSelf() : [token]).OfType<JValue>())
        {
            number.Value = number.Value is BigInteger large ? (double)large : number.Value;
        }

        return token;
    }

    private static IEnumerable<string> Words(ValidationError error) => error switch
    {
        ChildSchemaValidationError parts => parts.Errors.Values.SelectMany(errors => errors).SelectMany(Words),
        MultiTypeValidationError types => types.Errors.Values.SelectMany(errors => errors).SelectMany(Words),
        _ => [$"{error.Path}: {BetweenWords.Replace($"{error.Kind}", " ").ToLowerInvariant()}"],
    };

    private static JsonSchemaValidatorSettings Settings()
    {
        var settings = new JsonSchemaValidatorSettings();
        settings.FormatValidators = [.. settings.FormatValidators.Where(own => own is not DateTimeFormatValidator), new InternetDateTime()];
        return settings;
    }

    [GeneratedRegex("(?<!^)(?=[A-Z])")]
    private static partial Regex BetweenWords { get; }

    // Its own takes a date for a date-time.
    private sealed partial class InternetDateTime : IFormatValidator
    {
        public string Format => "date-time";

        public ValidationErrorKind ValidationErrorKind => ValidationErrorKind.DateTimeExpected;

        public bool IsValid(string value, JTokenType tokenType) => Rfc3339.IsMatch(value)
            && DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, out _);

        [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$")]
        private static partial Regex Rfc3339 { get; }
    }
}
