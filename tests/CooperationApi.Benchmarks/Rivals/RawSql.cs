namespace CooperationApi.Benchmarks;

/// <summary>
/// The statements of <see cref="RawServer"/>: columns as they are, lists of texts as JSON that PostgreSQL writes.
/// </summary>
internal static class RawSql
{
    private const string Select = """
        select e.id, e.measure, e.stage, e.kind,
               (e.amount).value, (e.amount).low, (e.amount).high, (e.amount).qualifier, (e.amount).unit, (e.amount).as_stated,
               (e.period).starts, (e.period).starts_basis, (e.period).ends, (e.period).ends_basis,
               e.stated_from, e.stated_until, e.revision, e.updated_at,
               array_to_json(e.partners), e.articles, e.citations,
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
