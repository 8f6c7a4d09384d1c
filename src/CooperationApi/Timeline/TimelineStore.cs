using CooperationApi.Kernel;
using Npgsql;

namespace CooperationApi.Timeline;

/// <summary>All SQL of the timeline.</summary>
internal sealed class TimelineStore(NpgsqlDataSource database)
{
    // A fact sheet has no editions, so that it is not asked for as of a date.
    private const string SelectSql = """
        select written(e.date) as date, written(e.until) as until, e.event, e.resource, e.id, e.title, e.partners, e.detail,
               e.stated_from,
               concat('/', e.resource, '/', e.id, case when e.resource <> 'fact-sheets' then '?asOf=' || @asOf::date end) as url
          from events e
        """;

    private static readonly Dictionary<TimelineSort, SortOrder> Orders = new()
    {
        [TimelineSort.Date] = new("lower(e.date)", SortType.Date),
        [TimelineSort.StatedFrom] = new("e.stated_from", SortType.KnownDate),
    };

    public Task<Rows<TimelineEvent>> List(ListQuery<TimelineEvent, TimelineFilter, TimelineSort> query, CancellationToken stop)
    {
        var filter = query.Filter;
        var resources = filter.Resource ?? Enum.GetValues<TimelineResource>();
        var where = new Where(resources.Select(resource => JsonNames.Of(resource)))
            .At(filter.AsOf)
            .Of(filter.Partner, "e.partners && @partner")
            .And("e.resource = any (@resource)", "resource", filter.Resource)
            .During(filter.Since, filter.Until, "e.days")
            .Given("asOf", filter.AsOf);
        return database.List(SelectSql, where, Orders, query.Paging, stop, new SortOrder("e.place"));
    }
}
