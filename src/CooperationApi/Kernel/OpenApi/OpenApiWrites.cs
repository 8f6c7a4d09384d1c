using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace CooperationApi.Kernel;

/// <summary>Describes what a write takes in its headers, and what it answers.</summary>
internal static class OpenApiWrites
{
    private const string HowCreatingGoes = "Adds a record; where its id is known and `statedFrom` is another date, another edition of it, which takes its place "
        + "among those that there are. With an `Idempotency-Key` it can be sent again until an answer comes: it is done once.";

    private const string HowReplacingGoes = "Puts the body in the place of what `If-Match` names. With the `statedFrom` that is there it corrects; with a later one it "
        + "supersedes from that day, with an earlier one it takes its place in between. `asOf` names the edition that was read, as in GET.";

    private const string HowAmendingGoes = "A JSON Merge Patch (RFC 7396): members that are named change, null removes, the others stay. The bounds of an amount are "
        + "worked out anew.";

    private const string HowWithdrawingGoes = "From now on the id answers 410 with the reason. What was stated until today can still be read as of then, and "
        + "POST of the id restores it.";

    public static void Describe(OpenApiOperation operation, OperationFilterContext context)
    {
        var method = context.ApiDescription.HttpMethod!;
        operation.Description ??= method switch
        {
            "POST" => HowCreatingGoes,
            "PUT" => HowReplacingGoes,
            "PATCH" => HowAmendingGoes,
            _ => HowWithdrawingGoes,
        };
        foreach (var header in HeadersTaken(method))
        {
            (operation.Parameters ??= []).Add(header);
        }

        operation.Responses!.Remove("200");
        var answer = context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<IProducesResponseTypeMetadata>().Last();
        operation.Responses[$"{answer.StatusCode}"] = Answer(answer, context);
        OpenApiOperations.AddProblem(operation, context, Examples.Conflict);
        if (method == "POST")
        {
            OpenApiOperations.AddProblem(operation, context, WriteProblems.KeyReused());
        }
        else
        {
            OpenApiOperations.AddProblem(operation, context, WriteProblems.PreconditionRequired());
            OpenApiOperations.AddProblem(operation, context, WriteProblems.PreconditionFailed("\"BMfQ8McLof3OwwHdj_z2Wg\""));
        }
    }

    private static IEnumerable<OpenApiParameter> HeadersTaken(string method)
    {
        if (method == "POST")
        {
            yield return Taken(WriteRequest.IdempotencyKeyHeader, "Names this write, for a day: sent again with the same key, it gets the answer "
                + "that it got first, with `Idempotency-Replayed`. A UUID, for example; at most 255 visible ASCII characters.", 255);
        }
        else
        {
            yield return Taken("If-Match", "The `ETag` of what was read, so that nobody's change is lost; `*` is whatever is there.", example: "*");
        }

        yield return Taken(
            WriteRequest.ReasonHeader, "Why, in at most 2,000 characters: the change feed shows it beside the change. As UTF-8, "
                + "or, for clients that send ASCII only, percent-encoded after `UTF-8''` (RFC 8187).", 2000,
            method == "DELETE" ? "It was an example." : null);
    }

    private static OpenApiParameter Taken(string name, string description, int? longest = null, string? example = null) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Description = description,
        Required = example is not null,
        Example = example,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = longest, MinLength = longest is null ? null : 1 },
    };

    private static OpenApiResponse Answer(IProducesResponseTypeMetadata answer, OperationFilterContext context)
    {
        var headers = new Dictionary<string, IOpenApiHeader> { ["ETag"] = Told("The entity tag of what is there now, as GET gives it."), [ServerTiming.ToldBy] = Told(ServerTiming.Meaning) };
        if (answer.StatusCode == StatusCodes.Status204NoContent)
        {
            return new OpenApiResponse { Description = "It is withdrawn." };
        }

        if (answer.StatusCode == StatusCodes.Status201Created)
        {
            headers["Location"] = Told("Where it is: an edition that does not stand is found as of its date.");
            headers[WriteAnswer.ReplayedHeader] = Told("`true` if this was done before, under the same `Idempotency-Key`.");
        }
        else
        {
            headers["Content-Location"] = Told("Where it is: an edition that does not stand is found as of its date.");
        }

        return new OpenApiResponse
        {
            Description = "What is there now.",
            Headers = headers,
            Content = new Dictionary<string, IOpenApiMediaType>
            {
                [MediaTypes.Json] = new OpenApiMediaType
                {
                    Schema = context.SchemaGenerator.GenerateSchema(answer.Type!, context.SchemaRepository),
                    Example = Examples.Of(answer.Type!),
                },
            },
        };
    }

    private static OpenApiHeader Told(string description) =>
        new() { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
}
