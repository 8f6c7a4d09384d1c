using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;

namespace CooperationApi.Kernel;

/// <summary>What a query parameter means; its example belongs into the text.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class ParameterAttribute(string description) : Attribute
{
    public string Description { get; } = description;

    /// <summary>The name in the query, where it is not the member's own.</summary>
    public string? Name { get; init; }

    /// <summary>A value that finds something, for a parameter that must be given.</summary>
    public string? Example { get; init; }

    /// <summary>Whether several values are joined by commas rather than repeated.</summary>
    public bool Commas { get; init; }

    /// <summary>Whether a partner's spelling that is none may be several, joined by commas.</summary>
    public bool MayHaveCommas { get; init; }
}

/// <summary>One query parameter: a member of a record that an operation reads its query into.</summary>
internal sealed record QueryParameter(
    string Name, string Description, QueryForm Form, bool IsList, bool Commas, object? Default, RangeAttribute? Range)
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<QueryParameter>> Known = new();

    /// <summary>Whether it must be given: the member has no default.</summary>
    public bool IsRequired { get; private init; }

    /// <summary>A value that finds something, for a parameter that must be given.</summary>
    public string? Example { get; private init; }

    /// <summary>Whether a partner's spelling that is none may be several, joined by commas.</summary>
    public bool MayHaveCommas { get; private init; }

    public static IReadOnlyList<QueryParameter> Of(Type record) => Known.GetOrAdd(record, static record =>
        [.. record.GetConstructors().Single().GetParameters().Select(Of)]);

    /// <summary>Reads the values given for the parameter, or says what is wrong with them.</summary>
    public object? Read(IReadOnlyList<string> given, List<Fault> faults)
    {
        var texts = Commas ? [.. given.SelectMany(text => text.Split(','))] : given;
        if (given.Count > 1 && (Commas || !IsList))
        {
            faults.Add(Fault(FaultCode.Repeated, Commas
                ? $"Give {Name} once, with its values joined by commas."
                : $"{Name} takes one value, and {given.Count} are given."));
            return null;
        }

        if (!IsList)
        {
            return ReadOne(texts[0], faults);
        }

        if (Commas && texts.Select(text => text.TrimStart('-')).GroupBy(text => text).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            faults.Add(Fault(FaultCode.Repeated, $"{Name} names {twice.Key} more than once."));
            return null;
        }

        var values = Array.CreateInstance(Form.Type, texts.Count);
        for (var at = 0; at < texts.Count; at++)
        {
            if (ReadOne(texts[at], faults) is { } value)
            {
                values.SetValue(value, at);
            }
        }

        return values;
    }

    public Fault Fault(FaultCode code, string detail, IReadOnlyList<string>? didYouMean = null) => new()
    {
        Parameter = Name,
        Code = code,
        Detail = detail,
        DidYouMean = didYouMean is { Count: > 0 } ? didYouMean : null,
    };

    private static QueryParameter Of(ParameterInfo member)
    {
        var described = member.GetCustomAttribute<ParameterAttribute>()
            ?? throw new InvalidOperationException($"{member.Member.DeclaringType}.{member.Name} has no [Parameter].");
        var isList = member.ParameterType.IsGenericType
            && member.ParameterType.GetGenericTypeDefinition() == typeof(IReadOnlyList<>);
        var type = isList ? member.ParameterType.GetGenericArguments()[0] : member.ParameterType;
        return new QueryParameter(
            described.Name ?? JsonNamingPolicy.CamelCase.ConvertName(member.Name!),
            described.Description,
            QueryForm.Of(Nullable.GetUnderlyingType(type) ?? type),
            isList,
            described.Commas,
            member.HasDefaultValue ? member.DefaultValue : null,
            member.GetCustomAttribute<RangeAttribute>())
        {
            IsRequired = !member.HasDefaultValue,
            Example = described.Example,
            MayHaveCommas = described.MayHaveCommas,
        };
    }

    private object? ReadOne(string text, List<Fault> faults)
    {
        if (!Form.TryRead(text, out var value))
        {
            faults.Add(Form.Choices is null
                ? Fault(FaultCode.InvalidValue, $"'{Shortened(text)}' is not {Form.Expected}.")
                : Fault(FaultCode.UnknownValue, $"'{Shortened(text)}' is not {Form.Expected}.", NearMiss.Of(text, Form.Choices)));
        }
        else if (Range?.IsValid(value) is false)
        {
            faults.Add(Fault(FaultCode.OutOfRange, $"{Name} is from {Range.Minimum} to {Range.Maximum}, and {text} is not."));
        }

        return value;
    }

    private static string Shortened(string text) => text.Length <= 100 ? text : text[..100] + "…";
}
