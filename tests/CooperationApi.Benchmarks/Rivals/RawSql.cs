namespace CooperationApi.Benchmarks;

/// <summary>
/// The statements of <see cref="RawServer"/>: columns as they are, parts as JSON that PostgreSQL writes compactly (a row as JSON has no blanks,
/// json_build_object has).
/// </summary>
internal static class RawSql
{
    private const string Select = """
        select e.id, e.measure, e.stage, e.kind,
               (e.amount).value, (e.amount).low, (e.amount).high, (e.amount).qualifier, (e.amount).unit, (e.amount).as_stated,
               (e.period).starts, (e.period).starts_basis, (e.period).ends, (e.period).ends_basis,
               e.stated_from, e.stated_until, e.revision, e.updated_at,
               array_to_json(array(select p.partner from fms_partners p where (p.id, p.stated_from) = (e.id, e.stated_from) order by p.position)),
               array_to_json(array(select p
                                     from (select name, designation, "group", count, as_stated as "asStated"
                                             from fms_articles p
                                            where (p.id, p.stated_from) = (e.id, e.stated_from)
                                            order by p.position) p)),
               array_to_json(array(select p
                                     from (select fact_sheet as "factSheet", paragraph, as_stated as "asStated"
                                             from citations p
                                            where (p.resource, p.id, p.stated_from) = ('sales/fms', e.id, e.stated_from)
                                            order by p.position) p)),
               array_to_json(e.notes)
          from fms_sales e

        """;

    public const string One = Select + "where e.id = $1 and e.stated_until is null";

    /// <summary>
    /// With the partner and the limit in its text, so that the statement of each partner is prepared and planned for itself: one with a parameter is
    /// planned for any partner, which takes a third longer.
    /// </summary>
    public static string List(string partner, int limit) => Select + $"""
         where e.stated_until is null
           and exists (select from fms_partners p where (p.id, p.stated_from) = (e.id, e.stated_from) and p.partner = '{Code(partner)}')
         order by coalesce((e.amount).value, '-infinity') desc, e.id desc
         limit {limit}
        """;

    private static string Code(string partner) => partner.Length == 3 && partner.All(char.IsAsciiLetterUpper)
        ? partner
        : throw new BadHttpRequestException("This is no partner.");
}
