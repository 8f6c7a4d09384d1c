using System.Reflection;
using CooperationApi.Kernel;
using Microsoft.AspNetCore.Http.Metadata;

namespace CooperationApi.Search;

internal static class SearchEndpoints
{
    private const string Resource = "search";

    public static IServiceCollection AddSearch(this IServiceCollection services)
    {
        Dapper.SqlMapper.AddTypeHandler(new HighlightColumn());
        Columns.Map<Facets>();
        return services.AddSingleton<SearchStore>();
    }

    public static void MapSearch(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapResource(Resource, "Search", "What holds given words, across all resources.");
        group.MapGet("/", Search).WithName("Search").WithSummary("Find records, fact sheets and partners by words")
            .WithDescription("Reads names, titles, purposes, articles, categories, focus areas, concerns, organizations, names of "
                + "partners and what fact sheets print. All words of `q` are somewhere in each hit; the best come first. `facets` count "
                + "all hits, whatever the page. Follow `next` until it is null. An empty search says why it is empty.");
    }

    private static async Task<SearchResult> Search(
        ListQuery<Hit, SearchFilter, SearchSort> query, SearchStore store, CancellationToken stop)
    {
        var found = await store.Search(query, stop);
        return new SearchResult(PageResult<Hit>.Of(found.Rows, query.Paging, page => new SearchPage
        {
            Items = page.Items,
            Next = page.Next,
            Total = page.Total,
            Why = page.Why,
            Facets = found.Facets,
        }));
    }
}

/// <summary>A page of hits with their facets, as the document says.</summary>
internal sealed class SearchResult(PageResult<Hit> page) : IResult, IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(
            StatusCodes.Status200OK, typeof(SearchPage), [MediaTypes.Json, MediaTypes.Csv, MediaTypes.Ndjson]));

    public Task ExecuteAsync(HttpContext httpContext) => page.ExecuteAsync(httpContext);
}
