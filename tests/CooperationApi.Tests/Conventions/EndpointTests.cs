using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CooperationApi.Kernel;
using CooperationApi.Tests.Testing;
using FluentValidation;
using Microsoft.AspNetCore.Routing;

namespace CooperationApi.Tests.Conventions;

/// <summary>What holds for every endpoint, found by enumerating them, so that a new slice is covered unasked.</summary>
public sealed partial class EndpointTests(SeededApi api) : IClassFixture<SeededApi>
{
    private static readonly string[] Undated = ["/partners", "/fact-sheets", "/coverage", "/search?q=aegis"];

    // What the facts of the one sheet cannot meet.
    private static readonly string[] Demands = ["/sales/summary?sums=single", "/assistance/summary?sums=single"];

    [Fact]
    public async Task Every_endpoint_is_in_the_document_and_the_reverse()
    {
        var documented = (await Document())["paths"]!.AsObject().SelectMany(path =>
            path.Value!.AsObject().Select(operation => $"{operation.Key.ToUpperInvariant()} {path.Key}"));
        var mapped = api.Endpoints.Where(endpoint => endpoint.RoutePattern.RawText is not ("/openapi.json" or "/openapi-3.0.json" or "/"))
            .SelectMany(endpoint => endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods
                .Select(method => $"{method} {Trimmed(endpoint)}"));
        Assert.Equal(mapped.Order(), documented.Order());
    }

    [Fact]
    public async Task No_operation_has_two_parameters_of_one_name()
    {
        foreach (var (_, parameters) in await Parameters())
        {
            var names = parameters.Select(parameter => (string?)parameter["name"]).ToList();
            Assert.Equal(names, names.Distinct());
        }
    }

    [Fact]
    public async Task Every_endpoint_answers_the_path_of_its_example()
    {
        foreach (var path in await api.ExamplePaths())
        {
            Assert.NotEmpty(await api.Text(path));
        }
    }

    [Fact]
    public async Task Every_endpoint_refuses_a_parameter_that_it_does_not_know()
    {
        foreach (var path in await api.ExamplePaths())
        {
            Assert.Contains(("nosuchparameter", "unknownParameter"), await api.Faults(Api.With(path, "nosuchparameter=1")));
        }
    }

    [Fact]
    public async Task Every_parameter_that_must_be_given_is_a_fault_where_it_is_not()
    {
        var required = (await Document())["paths"]!.AsObject().Where(path => path.Value!["get"] is not null).SelectMany(path => InQuery(path.Value!["get"]!)
            .Where(parameter => (bool?)parameter["required"] is true).Select(parameter => (path.Key, Name: (string)parameter["name"]!))).ToList();
        Assert.NotEmpty(required);
        foreach (var (path, name) in required)
        {
            Assert.Contains((name, "missing"), await api.Faults(path));
        }
    }

    [Fact]
    public async Task Every_endpoint_with_an_id_answers_an_unknown_one_with_a_problem()
    {
        var paths = (await Document())["paths"]!;
        foreach (var path in api.Endpoints.Where(endpoint => endpoint.RoutePattern.Parameters.Count > 0 && !IsKeyed(endpoint)).Select(Trimmed))
        {
            var (status, body) = await api.Get(paths[path]?["get"] is { } get
                ? Api.Filled(path, get, _ => "no-such-thing") : Placeholder.Replace(path, "no-such-thing"));
            Assert.Equal(HttpStatusCode.NotFound, status);
            Assert.Equal("urn:cooperation:problem:not-found", (string?)body["type"]);
        }
    }

    [Fact]
    public async Task Every_endpoint_with_an_id_answers_a_mistyped_one_with_the_id_that_is_near()
    {
        foreach (var (path, get) in (await Document())["paths"]!.AsObject().Where(path => Placeholder.IsMatch(path.Key) && Api.IsOpen(path.Value!["get"])))
        {
            var id = Placeholder.Match(path).Groups[1].Value;
            var example = (string)get!["get"]!["parameters"]!.AsArray().Single(parameter => (string?)parameter!["name"] == id)!["example"]!;
            var (status, body) = await api.Get(Api.Filled(path, get["get"]!, _ => example + "x"));
            Assert.Equal(HttpStatusCode.NotFound, status);
            Assert.Equal(example, (string?)body["didYouMean"]?[0]);
        }
    }

    [Fact]
    public async Task Every_span_that_ends_before_it_begins_is_a_contradiction()
    {
        var checks = 0;
        foreach (var (path, parameters) in await Parameters())
        {
            foreach (var (from, least, to, most) in new[] { ("since", "2018", "until", "2017"), ("minAmount", "2", "maxAmount", "1"), ("minCount", "2", "maxCount", "1") })
            {
                if (parameters.Any(parameter => (string?)parameter["name"] == from))
                {
                    Assert.Equal((from, "contradiction"), Assert.Single(await api.Faults(Api.With(path, $"{from}={least}&{to}={most}"))));
                    checks++;
                }
            }
        }

        Assert.Equal(13, checks);
    }

    [Fact]
    public async Task Every_route_answers_a_wrong_method_with_a_problem_that_names_the_right_one()
    {
        foreach (var path in await api.ExamplePaths())
        {
            using var request = new HttpRequestMessage(HttpMethod.Trace, path);
            using var response = await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
            Assert.Equal(Problem.MediaType, response.Content.Headers.ContentType?.MediaType);
            Assert.Contains("GET", response.Content.Headers.Allow);
        }
    }

    [Fact]
    public async Task Every_list_bounds_its_pages()
    {
        Assert.Equal(27, (await api.Lists()).Count);
        foreach (var list in (await api.Lists()).Append("/changes"))
        {
            foreach (var limit in new[] { "0", "201", "-1", "99999999999" })
            {
                Assert.Equal("limit", Assert.Single(await api.Faults(Api.With(list, $"limit={limit}"))).Parameter);
            }

            Assert.True((await api.Read(Api.With(list, "limit=1")))["items"]!.AsArray().Count <= 1);
            await api.Read(Api.With(list, "limit=200"));
        }
    }

    [Fact]
    public async Task Every_list_takes_each_of_its_parameters_with_the_value_of_its_example()
    {
        foreach (var (path, parameters) in await Parameters())
        {
            // What must be given is there already.
            foreach (var parameter in parameters.Where(parameter => (bool?)parameter["required"] is not true))
            {
                // A certainty is nothing without bounds.
                var besides = (string?)parameter["name"] == "certainty"
                    ? $"&{parameters.First(other => ((string)other["name"]!).StartsWith("min", StringComparison.Ordinal))["name"]}=1"
                    : "";
                foreach (var value in ValuesOf(parameter))
                {
                    var given = Api.With(path, $"{parameter["name"]}={Uri.EscapeDataString(value)}{besides}");
                    using var response = await api.Send(given);
                    Assert.True(
                        response.IsSuccessStatusCode || (Demands.Contains(given) && response.StatusCode is HttpStatusCode.UnprocessableEntity),
                        $"{given} answered {(int)response.StatusCode}");
                }
            }
        }
    }

    [Fact]
    public async Task Every_list_is_the_same_read_page_by_page_in_any_order()
    {
        foreach (var (path, parameters) in await Parameters())
        {
            foreach (var sort in parameters.Where(parameter => (string?)parameter["name"] == "sort").SelectMany(ValuesOf))
            {
                var whole = (await api.Read(Api.With(path, $"limit=200&sort={sort}")))["items"]!.AsArray();
                var walked = new List<JsonNode?>();
                for (var next = Api.With(path, $"limit=2&sort={sort}"); next is not null && walked.Count < 200;)
                {
                    var page = await api.Read(next);
                    walked.AddRange(page["items"]!.AsArray());
                    next = (string?)page["next"];
                }

                Assert.Equal(whole.Select(item => item!.ToJsonString()), walked.Take(200).Select(item => item!.ToJsonString()));
            }
        }
    }

    [Fact]
    public async Task Every_list_counts_what_it_holds()
    {
        foreach (var list in await api.Lists())
        {
            var page = await api.Read(Api.With(list, "count=exact&limit=200"));
            var total = (int)page["total"]!;
            Assert.Equal(total, total > 200 ? total : page["items"]!.AsArray().Count);
            Assert.True(total > 0);
            Assert.Null((await api.Read(list))["total"]);
        }
    }

    [Fact]
    public async Task Every_list_trims_its_items_to_the_fields_asked_for()
    {
        foreach (var list in await api.Lists())
        {
            var first = (await api.Read(Api.With(list, "limit=1")))["items"]![0]!.AsObject().First().Key;
            foreach (var item in (await api.Read(Api.With(list, $"fields={first}")))["items"]!.AsArray())
            {
                Assert.Equal(first, Assert.Single(item!.AsObject()).Key);
            }

            Assert.Equal(("fields", "unknownValue"), Assert.Single(await api.Faults(Api.With(list, $"fields={first},nosuchfield"))));
        }
    }

    [Fact]
    public async Task Every_list_of_what_is_stated_is_asked_as_of_a_date()
    {
        var resources = (await api.Lists()).Where(list => list.LastIndexOf('/') == 0 || list.StartsWith("/sales/", StringComparison.Ordinal) || list == "/assistance/summary")
            .Where(list => list.Count(letter => letter == '/') <= 2 && !list.EndsWith("/editions", StringComparison.Ordinal))
            .Except(Undated).ToList();
        Assert.Equal(11, resources.Count);
        foreach (var resource in resources)
        {
            var before = await api.Read(Api.With(resource, "asOf=2013-04-29"));
            Assert.Empty(before["items"]!.AsArray());
            Assert.Equal("nothingStatedYet", (string?)before["why"]!["code"]);
            Assert.Equal((await api.Read(resource))["items"]!.ToJsonString(), AsNow(await api.Read(Api.With(resource, "asOf=2025-01-01"))));
            Assert.Equal(("asOf", "invalidValue"), Assert.Single(await api.Faults(Api.With(resource, "asOf=21/05/2018"))));
        }
    }

    // Across resources, items lead to the records as of the date asked for.
    private static string AsNow(JsonNode page) => page["items"]!.ToJsonString().Replace("?asOf=2025-01-01", "", StringComparison.Ordinal);

    [Fact]
    public void Every_filter_has_a_validator()
    {
        var filters = typeof(Program).Assembly.GetTypes().Where(type => type.Name.EndsWith("Filter", StringComparison.Ordinal)
            && type != typeof(NoFilter)).ToList();
        Assert.Equal(20, filters.Count);
        Assert.All(filters, filter => Assert.NotNull(api.Services.GetService(typeof(IValidator<>).MakeGenericType(filter))));
    }

    // A read that needs a key is asked for with one in the tests of its own.
    private static bool IsKeyed(RouteEndpoint endpoint) =>
        Needs.Of(endpoint) is not null && endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Contains("GET");

    private static string Trimmed(RouteEndpoint endpoint) => endpoint.RoutePattern.RawText!.TrimEnd('/');

    private static IEnumerable<string> ValuesOf(JsonNode parameter)
    {
        var one = parameter["schema"]!["items"] ?? parameter["schema"]!;
        var named = ((string?)one["$ref"])?.Split('/')[^1];
        var choices = (named is null ? one : parameter.Root["components"]!["schemas"]![named]!)["enum"] as JsonArray;
        var example = InBackticks.Match(Regex.Match((string)parameter["description"]!, "Example: .*$").Value);
        return choices?.Select(choice => (string)choice!) ?? (example.Success ? [example.Groups[1].Value] : []);
    }

    private async Task<JsonNode> Document() => await api.Read("/openapi.json");

    private async Task<List<(string Path, List<JsonNode> Parameters)>> Parameters() =>
        [.. (await Document())["paths"]!.AsObject()
            .Where(path => path.Value!["get"] is not null)
            .Select(path => (Api.Filled(path.Key, path.Value!["get"]!), InQuery(path.Value!["get"]!)))
            .Where(path => path.Item2.Any(parameter => (string?)parameter["name"] == "limit"))];

    private static List<JsonNode> InQuery(JsonNode operation) =>
        [.. (operation["parameters"]?.AsArray() ?? []).Where(parameter => (string?)parameter!["in"] == "query").Select(one => one!)];

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholder { get; }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex InBackticks { get; }
}
