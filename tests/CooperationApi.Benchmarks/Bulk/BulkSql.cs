namespace CooperationApi.Benchmarks;

/// <summary>Agreements with their parties and citations, as psql reads and writes them.</summary>
internal static class BulkSql
{
    /// <summary>Indexes and a constraint that exporting does not use, and that would take minutes to fill.</summary>
    public const string Slim = """
        alter table agreements drop constraint agreements_editions_do_not_overlap;
        do $$
        declare
          spare regclass;
        begin
          for spare in select i.indexrelid::regclass
                         from pg_index i
                         join pg_class c on c.oid = i.indexrelid
                         join pg_am a on a.oid = c.relam
                        where i.indrelid in ('agreements'::regclass, 'citations'::regclass) and a.amname = 'gin' loop
            execute format('drop index %s', spare);
          end loop;
        end $$;
        """;

    /// <summary>The objects of an export, put together by PostgreSQL.</summary>
    public const string Ndjson = """
        select json_build_object('id', e.id, 'name', e.name, 'kind', e.kind, 'parties', e.parties,
          'dated', written(e.dated), 'datedAs', e.dated_as, 'signed', written(e.signed), 'inForceSince', written(e.in_force_since),
          'covers', e.covers_json, 'purpose', e.purpose, 'statedFrom', e.stated_from, 'statedUntil', e.stated_until, 'citations', e.citations,
          'notes', e.notes, 'revision', e.revision, 'updatedAt', e.updated_at)
          from agreements e where e.stated_until is null order by e.id
        """;

    /// <summary>The columns of an export as CSV.</summary>
    public const string Csv = """
        select e.id, e.name, e.kind, array_to_string(e.parties, ';') as parties,
          written(e.dated) as dated, e.dated_as as "datedAs", written(e.signed) as signed, written(e.in_force_since) as "inForceSince",
          written((e.covers).starts) as "covers.start", (e.covers).starts_basis as "covers.startBasis", written((e.covers).ends) as "covers.end",
          (e.covers).ends_basis as "covers.endBasis", e.purpose, e.stated_from as "statedFrom", e.stated_until as "statedUntil", e.citations,
          array_to_string(e.notes, ';') as notes, e.revision, e.updated_at as "updatedAt"
          from agreements e where e.stated_until is null order by e.id
        """;

    /// <summary>The tables, in the order in which they are filled.</summary>
    public static (string Table, string Columns)[] Tables { get; } =
    [
        ("agreements", "id, stated_from, stated_until, notes, revision, updated_at, name, kind, dated, dated_as, signed, in_force_since, covers, purpose, parties, citations"),
        ("agreement_parties", "id, stated_from, position, partner"),
        ("agreements_citations", "resource, id, stated_from, position, fact_sheet, paragraph, as_stated"),
    ];

    // A file of lines: no quotes and no escapes, for which two characters are named that no text has.
    public static string ToNdjson(string file) => $"\\copy ({OneLine(Ndjson)}) to '{file}' csv quote e'\\x01' delimiter e'\\x02'";

    public static string ToCsv(string file) => $"\\copy ({OneLine(Csv)}) to '{file}' csv header";

    private static string OneLine(string sql) => sql.ReplaceLineEndings(" ");
}
