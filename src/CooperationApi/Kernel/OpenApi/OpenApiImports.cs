using System.Text.Json;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace CooperationApi.Kernel;

/// <summary>Describes what an import takes, and what it answers.</summary>
internal static class OpenApiImports
{
    private const string HowImportsGo = "A file of any size, one row a line, as `/export` writes it: what is exported can be imported again and is then the same. "
        + "Send `Content-Encoding: gzip` with one that is compressed. All of it is written in one transaction, or nothing: one fault rejects the "
        + "file, unless `skipInvalid=true`. Rows are held to the rules of a body of POST. Empty lines are passed over, and a file without rows is an "
        + "import of nothing; CSV begins with its header. Once the file is sent, the import goes on even if nobody waits for the answer: "
        + "`/imports/{id}` has it.";

    private const string HowDocumentsGo = "\n\nAs `application/json`, the body is one fact sheet as a document, as `/fact-sheets/{id}/export` gives it: the sheet, and the "
        + "records that it states. It is taken whole or not at all, as one write of the change feed; what is there already and the same is left "
        + "alone. Sections may be left out; so may `statedFrom`, which is then the day of the sheet. `skipInvalid` and `importId` are for files.";

    public static void Describe(OpenApiOperation operation, OperationFilterContext context, IServiceProvider services)
    {
        operation.Description ??= HowImportsGo;
        var import = context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<ImportForm>().Single();
        var row = import.Row;
        operation.RequestBody = new OpenApiRequestBody
        {
            Description = "The rows.",
            Required = true,
            Content = ImportFile.MediaTypes.ToDictionary(type => type, IOpenApiMediaType (type) => new OpenApiMediaType
            {
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" },
                Example = OpenApiAnswers.Rows(row, Examples.Of(row), type, InputJson.Strict),
            }),
        };
        (operation.Parameters ??= []).Add(Header("Content-Encoding", "`gzip` if the file is compressed."));
        operation.Parameters.Add(Header(WriteRequest.IdempotencyKeyHeader, "Names this import, for a day: the same file sent again with the same key gets the "
            + "report that it got first, with `Idempotency-Replayed`. At most 255 visible ASCII characters."));
        operation.Parameters.Add(Header(WriteRequest.ReasonHeader, "Why, in at most 2,000 characters of UTF-8: the change feed shows it beside each change."));
        var report = Examples.Of(typeof(ImportReport));
        var answer = (OpenApiResponse)operation.Responses!["200"];
        answer.Description = "What the import did, or would do.";
        ((OpenApiMediaType)answer.Content![MediaTypes.Json]).Example = report;
        var example = report.Deserialize<ImportReport>(JsonNames.Options)!;
        OpenApiOperations.AddProblem(operation, context, ImportProblems.Taken(example.Id));
        OpenApiOperations.AddProblem(operation, context, ImportProblems.Stalled(TimeSpan.FromSeconds(60)));
        OpenApiOperations.AddProblem(operation, context, ImportProblems.NoSuchForm(import));
        OpenApiOperations.AddProblem(operation, context, ImportProblems.Rejected(example with
        {
            Created = 0,
            Revised = 0,
            Unchanged = 0,
            Rejected = 1,
            Faults = [new Fault { Line = 2, Pointer = "/kind", Code = FaultCode.UnknownValue, Detail = "kind must be one of treaty, SOFA, SMA, and \"sofa\" is not.", DidYouMean = ["SOFA"] }],
        }));
        if (import.Document is { } document)
        {
            Describe(operation, context, services, row, document);
        }
    }

    // The same operation with another body, and with another answer.
    private static void Describe(OpenApiOperation operation, OperationFilterContext context, IServiceProvider services, Type sheet, Type document)
    {
        operation.Description += HowDocumentsGo;
        var body = (OpenApiRequestBody)operation.RequestBody!;
        body.Description = "One fact sheet as a document, or the rows of many.";
        body.Content = new Dictionary<string, IOpenApiMediaType>
        {
            [MediaTypes.Json] = new OpenApiMediaType
            {
                Schema = new OpenApiBodies(context, services).OfDocument(document, sheet),
                Example = Examples.Of(document),
            },
        }.Concat(body.Content!).ToDictionary();
        var answer = (OpenApiMediaType)((OpenApiResponse)operation.Responses!["200"]).Content![MediaTypes.Json];
        answer.Schema = new OpenApiSchema
        {
            OneOf = [context.SchemaGenerator.GenerateSchema(typeof(SheetReport), context.SchemaRepository), answer.Schema!],
        };
        answer.Example = Examples.Of(typeof(SheetReport));
        OpenApiOperations.AddProblem(operation, context, Problem.TooLarge(Statements.MostBytes));
    }

    private static OpenApiParameter Header(string name, string description) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };
}
