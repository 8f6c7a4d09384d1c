using CooperationApi.Kernel;
using Npgsql;

namespace CooperationApi.Partners;

/// <summary>All SQL of the comparison of partners.</summary>
internal sealed class ComparisonStore(NpgsqlDataSource database)
{
    // A flow without a window is alike with none: whether two such measure the same time is not known.
    private const string FoundSql = """
        select a.partner, e.*, period_days(e.period) as days,
                       case when period_days(e.period) is null and coalesce(e.kind, 'flow') = 'flow' then e.id else '-' end as apart
                  from unnest(@partner::text[]) a (partner)
                  join involvements i on i.partner = a.partner and i.resource = @resource::text
                  join figures e on (e.resource, e.id, e.stated_from) = (i.resource, i.id, i.stated_from)
                 where e.measure = @measure::text and a.partner = any (e.partners)
                   and
        """ + " " + Where.AtSql;

    private const string CellsSql = """
        (select json_agg(json_build_object('partner', a.partner,
                                'figures', (
                                  select coalesce(json_agg(json_build_object(
                                           'id', f.id, 'url', concat('/', f.resource, '/', f.id, '?asOf=', f.stated_from),
                                           'amount', quantity_json(f.amount), 'partners', case when cardinality(f.partners) > 1 then f.partners end,
                                           'statedFrom', f.stated_from, 'citations', citations_json(f.resource, f.id, f.stated_from)) order by f.id), '[]')
                                    from found f
                                   where f.partner = a.partner and (f.stage, f.kind, f.basis, f.direction, f.days, f.apart)
                                     is not distinct from (r.stage, r.kind, r.basis, r.direction, r.days, r.apart)),
                                'others', (
                                  select coalesce(json_agg(json_build_object('id', f.id, 'period', period_json(f.period)) order by f.id), '[]')
                                    from found f
                                   where f.partner = a.partner and (f.stage, f.kind, f.basis, f.direction)
                                     is not distinct from (r.stage, r.kind, r.basis, r.direction))) order by a.place)
                          from unnest(@partner::text[]) with ordinality a (partner, place))
        """;

    private const string SelectSql = """
        select e.resource, e.measure, e.stage, e.kind, period_json(e.period) as period, e.basis, e.direction, e.cells
          from (with found as materialized (
        """ + FoundSql + """
        ),
                alike as (
                  select f.resource, f.measure, f.stage, f.kind, f.basis, f.direction, f.days, f.apart, (array_agg(f.period order by f.id))[1] as period
                    from found f
                   group by f.resource, f.measure, f.stage, f.kind, f.basis, f.direction, f.days, f.apart)
                select r.*, concat_ws(' ', coalesce(r.stage, '-'), coalesce(r.kind, '-'), coalesce(r.basis, '-'), coalesce(r.direction, '-'),
                                      coalesce(r.days::text, '-'), r.apart) as place,
                      
        """ + " " + CellsSql + """
         as cells
                  from alike r) e
        """;

    private static readonly SortOrder Place = new("e.place");

    private static readonly Dictionary<ComparisonSort, SortOrder> Orders = new()
    {
        [ComparisonSort.Stage] = new("coalesce(e.stage, '-')"),
        [ComparisonSort.PeriodStart] = new("lower(e.days)", SortType.Date),
    };

    public Task<Rows<ComparisonRow>> List(ListQuery<ComparisonRow, ComparisonFilter, ComparisonSort> query, CancellationToken stop)
    {
        var (partners, measure, asOf) = query.Filter;
        var where = new Where(ResourceOf(measure))
            .ForWhole(asOf, partners)
            .Given("resource", ResourceOf(measure))
            .Given("measure", JsonNames.Of(measure));
        return database.List(SelectSql, where, Orders, query.Paging, stop, Place);
    }

    private static string ResourceOf(ComparedMeasure measure) => measure switch
    {
        <= ComparedMeasure.ExpectedTotal => "sales/fms",
        <= ComparedMeasure.Acquisitions => "sales/dcs",
        ComparedMeasure.MilitaryPersonnel => "force-posture",
        _ => "assistance",
    };
}
