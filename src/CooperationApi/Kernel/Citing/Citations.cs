using System.Reflection;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using Npgsql;

namespace CooperationApi.Kernel;

/// <summary>Which edition of a record to cite, and in which form.</summary>
internal sealed record CitationQuery(
    [Parameter("As of this date: the edition that stood on it. Without it, the edition that stands. Example: `2018-06-01`.")]
    DateOnly? AsOf = null,
    [Parameter("The form of the answer; goes before the `Accept` header.")]
    CitationFormat? Format = null);

/// <summary>In which form to cite a fact sheet.</summary>
internal sealed record SheetCitationQuery(
    [Parameter("The form of the answer; goes before the `Accept` header.")]
    CitationFormat? Format = null);

/// <summary>The forms of a citation: a line of text, CSL-JSON, BibTeX.</summary>
internal enum CitationFormat
{
    Text,
    Csl,
    Bibtex,
}

/// <summary>Cites whatever has an id: the sources of its edition, where they say it, and the edition itself.</summary>
internal sealed class Citations(NpgsqlDataSource database, Missing missing, TimeProvider clock, IConfiguration configuration)
{
    private const string ReferencesSql = """
        select e.id, e.title, e.stated_from, e.revision, e.resource = 'fact-sheets' as is_sheet,
               f.title as sheet_title, f.publisher, f.bureau, written(f.published) as published, f.published_basis, f.text_read, f.source_url,
               coalesce(array_agg(distinct c.paragraph::int order by c.paragraph::int) filter (where c.paragraph is not null), '{}') as paragraphs
          from entries e
          left join citations c on (c.resource, c.id, c.stated_from) = (e.resource, e.id, e.stated_from)
          join fact_sheets f on f.id = coalesce(c.fact_sheet, e.id)
         where e.resource = @resource and e.id = @id
        """ + " and " + Where.AtSql + """

         group by e.id, e.title, e.stated_from, e.revision, e.resource, f.id
         order by lower(f.published), f.id
        """;

    public async Task<Results<CitationResult, ProblemResult>> Of(string resource, string id, DateOnly? asOf, CancellationToken stop)
    {
        await using var connection = await database.OpenConnectionAsync(stop);
        var references = (await connection.QueryAsync<Reference>(
            new CommandDefinition(ReferencesSql, new { resource, id, asOf }, cancellationToken: stop))).ToList();
        return references.Count > 0
            ? new CitationResult(
                resource, references, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), configuration["PublicUrl"]?.TrimEnd('/'))
            : await missing.Of(resource, id, asOf, stop);
    }
}

internal sealed class CitationResult(string resource, IReadOnlyList<Reference> references, DateOnly accessed, string? publicUrl)
    : IResult, IEndpointMetadataProvider
{
    // Not kept, because it says the address that the request came to, and the day.
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(
            StatusCodes.Status200OK, typeof(string), [MediaTypes.Text, MediaTypes.Csl, MediaTypes.Bibtex]));
        builder.Metadata.Add(new NotKeptAttribute());
    }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var mediaType = MediaTypes.Of(httpContext);
        httpContext.Response.ContentType = mediaType == MediaTypes.Csl ? mediaType : $"{mediaType}; charset=utf-8";
        return httpContext.Response.WriteAsync(
            new CitationForms(references, UrlOn(httpContext.Request), accessed).Of(mediaType), httpContext.RequestAborted);
    }

    private string UrlOn(HttpRequest request)
    {
        var cited = references[0];
        var origin = publicUrl ?? (request.Host.HasValue ? $"{request.Scheme}://{request.Host}{request.PathBase}" : "");
        return $"{origin}/{resource}/{cited.Id}"
            + (cited.IsSheet ? "" : $"?asOf={cited.StatedFrom:yyyy-MM-dd}");
    }
}
