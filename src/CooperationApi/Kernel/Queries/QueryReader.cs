using System.Collections.Concurrent;
using System.Net;
using System.Reflection;
using System.Text;
using FluentValidation;
using Microsoft.AspNetCore.WebUtilities;

namespace CooperationApi.Kernel;

/// <summary>Reads a query string strictly: every parameter is known, none is lost, and all faults are told at once.</summary>
internal static class QueryReader
{
    private static readonly Dictionary<string, List<string>> Nothing = [];
    private static readonly ConcurrentDictionary<Type, Reading> Known = new();

    /// <summary>Reads the query into one instance of each record, or ends the request with every fault found.</summary>
    public static async Task<IReadOnlyList<object>> Read(HttpContext http, IReadOnlyList<Type> records)
    {
        var readings = records.Select(record => Known.GetOrAdd(record, Reading.Of)).ToList();
        if (!http.Request.QueryString.HasValue && readings.TrueForAll(reading => reading.OfNothing is not null))
        {
            return [.. readings.Select(reading => reading.OfNothing!)];
        }

        var given = Given(http.Request.QueryString);
        var parameters = readings.SelectMany(reading => reading.Parameters).ToList();
        var faults = Unknown(given, parameters);
        faults.AddRange(Missing(given, parameters));
        var values = parameters
            .Where(parameter => given.ContainsKey(parameter.Name))
            .ToDictionary(parameter => parameter, parameter => parameter.Read(given[parameter.Name], faults));
        await ResolvePartners(http, values, faults);
        CheckCursor(http.Request, values, faults);
        var read = readings.ConvertAll(reading => reading.Make(values));
        var faulty = faults.Select(fault => fault.Parameter).ToHashSet();
        faults.AddRange(readings.Zip(read).SelectMany(made => Contradictions(http, made.First, made.Second)).Where(fault => !faulty.Contains(fault.Parameter)));
        EndIfAny(faults);
        return read;
    }

    /// <summary>Ends the request if it has any parameter: for operations that take none.</summary>
    public static void RefuseAny(HttpContext http) => EndIfAny(Unknown(Given(http.Request.QueryString), []));

    private static Dictionary<string, List<string>> Given(QueryString query)
    {
        if (!query.HasValue)
        {
            return Nothing;
        }

        var given = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var pair in new QueryStringEnumerable(query.Value))
        {
            var name = Decoded(pair.EncodedName);
            if (!given.TryGetValue(name, out var values))
            {
                given[name] = values = [];
            }

            values.Add(Decoded(pair.EncodedValue));
        }

        return given;
    }

    // The framework's decoder leaves bytes that are no UTF-8 as they are written; here they become a mark that no value may hold.
    public static string Decoded(ReadOnlyMemory<char> encoded)
    {
        var bytes = Encoding.UTF8.GetBytes(encoded.ToString());
        return Encoding.UTF8.GetString(WebUtility.UrlDecodeToBytes(bytes, 0, bytes.Length)!);
    }

    private static List<Fault> Unknown(Dictionary<string, List<string>> given, IReadOnlyList<QueryParameter> known)
    {
        var names = known.Select(parameter => parameter.Name).ToList();
        return [.. given.Keys.Except(names).Select(name =>
        {
            var near = NearMiss.Of(name, names);
            return new Fault
            {
                Parameter = name.Length <= 100 ? name : name[..100] + "…",
                Code = FaultCode.UnknownParameter,
                Detail = names.Count == 0 ? "This operation takes no parameters." : $"This operation takes {string.Join(", ", names)}.",
                DidYouMean = near.Count > 0 ? near : null,
            };
        })];
    }

    private static IEnumerable<Fault> Missing(Dictionary<string, List<string>> given, IReadOnlyList<QueryParameter> known) => known
        .Where(parameter => parameter.IsRequired && !given.ContainsKey(parameter.Name))
        .Select(parameter => parameter.Fault(
            FaultCode.Missing, $"{parameter.Name} must be given: {parameter.Form.Expected}, such as {parameter.Example}."));

    private static async Task ResolvePartners(HttpContext http, Dictionary<QueryParameter, object?> values, List<Fault> faults)
    {
        foreach (var (parameter, value) in values)
        {
            if (value is PartnerCode[] given && given.Where(one => one.Value is not null).ToArray() is { Length: > 0 } spelled)
            {
                var spellings = http.RequestServices.GetRequiredService<PartnerSpellings>();
                values[parameter] = await spellings.Resolve(spelled, parameter, faults, http.RequestAborted);
            }
        }
    }

    private static void CheckCursor(HttpRequest request, Dictionary<QueryParameter, object?> values, List<Fault> faults)
    {
        foreach (var (parameter, value) in values)
        {
            if (value is Cursor cursor && !cursor.BelongsTo(request))
            {
                faults.Add(parameter.Fault(FaultCode.InvalidValue,
                    "This is not a cursor of this very query. Follow `next` as it is, or start again without a cursor."));
            }
        }
    }

    private static IEnumerable<Fault> Contradictions(HttpContext http, Reading reading, object made)
    {
        var validator = (IValidator?)http.RequestServices.GetService(reading.Validator);
        return validator?.Validate(new ValidationContext<object>(made)).Errors.Select(error => new Fault
        {
            Parameter = error.PropertyName,
            Code = Enum.TryParse<FaultCode>(error.ErrorCode, out var code) ? code : FaultCode.Contradiction,
            Detail = error.ErrorMessage,
        }) ?? [];
    }

    private static void EndIfAny(List<Fault> faults)
    {
        if (faults.Count > 0)
        {
            throw new ProblemException(Problem.BadQuery(faults));
        }
    }

    // How a record is read, found out once.
    private sealed record Reading(IReadOnlyList<QueryParameter> Parameters, ConstructorInvoker Constructor, Type Validator)
    {
        /// <summary>What no parameters are read as; null where one must be given.</summary>
        public object? OfNothing { get; private init; }

        public static Reading Of(Type record)
        {
            var reading = new Reading(
                QueryParameter.Of(record), ConstructorInvoker.Create(record.GetConstructors().Single()), typeof(IValidator<>).MakeGenericType(record));
            return reading with { OfNothing = reading.Parameters.Any(parameter => parameter.IsRequired) ? null : reading.Make([]) };
        }

        public object Make(Dictionary<QueryParameter, object?> values) => Constructor.Invoke(
            [.. Parameters.Select(parameter => values.GetValueOrDefault(parameter) ?? parameter.Default)]);
    }
}
