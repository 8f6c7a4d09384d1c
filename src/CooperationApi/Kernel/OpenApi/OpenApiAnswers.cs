using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace CooperationApi.Kernel;

/// <summary>Describes what an operation answers where it can: its forms, its headers, and an example of each.</summary>
internal static class OpenApiAnswers
{
    private const string HowPagesGo = "Follow `next` until it is null: whatever is added or withdrawn meanwhile, nothing else is skipped "
        + "or repeated, unless the very value that the list is sorted by is corrected. An empty list says why it is empty.";

    private const string HowExportsGo = "Every row of the list, from one snapshot of the database. `Total-Count` says beforehand how many there "
        + "are, `end=count` adds it as a last line; a failure midway breaks the connection off, so that a part is never taken for the whole.";

    public static void Describe(OpenApiOperation operation, Type answer)
    {
        var response = (OpenApiResponse)operation.Responses!["200"];
        var content = response.Content!.ToDictionary(form => form.Key, form => (OpenApiMediaType)form.Value);
        if (content.TryGetValue(EventStream.MediaType, out var events))
        {
            DescribeEvents(response, events, Examples.Of(answer));
            return;
        }

        var page = answer.IsGenericType ? answer : answer.BaseType;
        var isPage = page is { IsGenericType: true } && page.GetGenericTypeDefinition() == typeof(Page<>);
        var item = isPage ? page!.GetGenericArguments()[0] : answer;
        var isExport = !isPage && content.ContainsKey(MediaTypes.Ndjson);
        response.Description = isPage ? "A page of the list." : isExport ? "The list, a row a line." : "What was asked for.";
        operation.Description ??= isPage ? HowPagesGo : isExport ? HowExportsGo : HowRecordsGo(operation);
        response.Headers = Headers(isPage, isExport, isFeed: !isPage && answer.GetProperty("Next") is not null);
        foreach (var (mediaType, form) in content)
        {
            if (content.ContainsKey(MediaTypes.Bibtex))
            {
                DescribeCitation(form, mediaType);
                continue;
            }

            // A page that tells more than its items has an example of its own.
            var example = Examples.Of(isPage && answer == page ? item : answer);
            if (mediaType == MediaTypes.Json)
            {
                form.Example = isPage && answer == page ? new JsonObject { ["items"] = new JsonArray(example), ["next"] = null } : example;
            }
            else
            {
                // Generators would read a plain string as JSON where there is no other form.
                form.Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = isExport ? "binary" : null };
                form.Example = Rows(item, example["items"]?[0] ?? example, mediaType);
            }
        }

        operation.Responses["304"] = new OpenApiResponse { Description = "The client has it: its `If-None-Match` names the `ETag`." };
    }

    // A stream has no end, so that nothing tags it and no client has it.
    private static void DescribeEvents(OpenApiResponse response, OpenApiMediaType form, JsonNode example)
    {
        response.Description = "The events, for as long as the client listens.";
        response.Headers = new Dictionary<string, IOpenApiHeader> { ["Link"] = Header("`self` and `describedby` (this document).") };
        form.Schema = new OpenApiSchema { Type = JsonSchemaType.String };
        form.Example = EventStream.Event((string)example["position"]!, "change", example.ToJsonString(JsonNames.Options));
    }

    private static void DescribeCitation(OpenApiMediaType form, string mediaType)
    {
        form.Schema = mediaType == MediaTypes.Csl
            ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.Object } }
            : new OpenApiSchema { Type = JsonSchemaType.String };
        form.Example = mediaType == MediaTypes.Csl ? CitationForms.Example.Csl() : CitationForms.Example.Of(mediaType);
    }

    private static string HowRecordsGo(OpenApiOperation operation) =>
        operation.Parameters?.Any(parameter => parameter.Name == "asOf") ?? false
            ? "An id that is not known, or of which no edition stood at the date asked for, is a 404."
            : "What is not known is a 404.";

    private static Dictionary<string, IOpenApiHeader> Headers(bool isPage, bool isExport, bool isFeed)
    {
        var headers = new Dictionary<string, IOpenApiHeader>
        {
            ["ETag"] = Header(isExport
                ? "A strong entity tag: it changes whenever the rows do, in members that `fields` leaves out too. Send it back as `If-None-Match`."
                : "A strong entity tag: it changes if and only if the answer does. Send it back as `If-None-Match`."),
            ["Link"] = Header(isPage
                ? "`self`, `describedby` (this document) and, but on the last page, `next`, as in the body."
                : isFeed ? "`self`, `describedby` (this document) and `next`, as in the body."
                : "`self` and `describedby` (this document)."),
            [ServerTiming.ToldBy] = Header(ServerTiming.Meaning),
        };
        if (isPage || isExport)
        {
            headers["Total-Count"] = Header(
                isExport ? "How many rows there are." : "With `count=exact`, in forms without an envelope: how many items the whole list has.");
        }

        if (isPage)
        {
            headers["Why"] = Header("On an empty page, in forms without an envelope: why it is empty.");
        }

        return headers;
    }

    private static OpenApiHeader Header(string description) =>
        new() { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };

    /// <summary>An example, read as answers are written unless it is an input, as a file of one row.</summary>
    public static string Rows(Type item, JsonNode example, string mediaType, JsonSerializerOptions? reading = null) =>
        (string)typeof(OpenApiAnswers).GetMethod(nameof(RowsOf), System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)!
            .MakeGenericMethod(item).Invoke(null, [example, mediaType, reading ?? JsonNames.Options])!;

    private static string RowsOf<T>(JsonNode example, string mediaType, JsonSerializerOptions reading)
    {
        try
        {
            using var written = new MemoryStream();
            using var writer = RowWriter.Of<T>(mediaType, fields: null);
            writer.Write(JsonSerializer.SerializeToUtf8Bytes(example.Deserialize<T>(reading), JsonNames.Options));
            writer.Send(written, CancellationToken.None).GetAwaiter().GetResult();
            return Encoding.UTF8.GetString(written.ToArray());
        }
        catch (JsonException)
        {
            // It lacks a member that is new, and is renewed by a test that needs the document.
            return "";
        }
    }
}
