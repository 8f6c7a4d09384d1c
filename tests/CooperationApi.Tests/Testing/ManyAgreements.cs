using Npgsql;

namespace CooperationApi.Tests.Testing;

/// <summary>Any number of agreements, as varied as real ones and some of them nasty, put in by the million without the triggers that check each.</summary>
internal static class ManyAgreements
{
    public static async Task Add(string connectionString, int count, CancellationToken stop)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand($$"""
            begin;
            set local session_replication_role = replica;
            insert into agreements (id, stated_from, name, kind, dated, purpose, parties, citations, notes)
            select 'many-' || lpad(n::text, 7, '0'), '2018-05-21',
                   (array['Accord', 'Mémorandum d’entente', '=1+1', '@here', '-', 'Two, "quoted"', 'Two  spaces', '''tis'])[1 + n % 8] || ' ' || n,
                   (array['treaty', 'SOFA', 'SMA'])[1 + n % 3],
                   case when n % 4 > 0 then days_of((1900 + n % 120)::text) end,
                   case when n % 5 > 0 then E'Says how the parties go\nabout matter ' || n || ', and who bears its cost.' end,
                   array['USA', (array['JPN', 'KOR', 'AUS', 'FRA'])[1 + n % 4]],
                   citations_of(jsonb_build_array(jsonb_build_object('factSheet', 'jpn-2018-05-21', 'paragraph', 7, 'asStated', 'Accord ' || n))),
                   case when n % 7 = 0 then array['One; note', 'A back\slash'] else '{}' end
              from generate_series(1, {{count}}) n;
            insert into agreement_parties (id, stated_from, position, partner)
            select 'many-' || lpad(n::text, 7, '0'), '2018-05-21', p,
                   case p when 1 then 'USA' else (array['JPN', 'KOR', 'AUS', 'FRA'])[1 + n % 4] end
              from generate_series(1, {{count}}) n, generate_series(1, 2) p;
            insert into citations (resource, id, stated_from, position, fact_sheet, paragraph, as_stated)
            select 'agreements', 'many-' || lpad(n::text, 7, '0'), '2018-05-21', 1, 'jpn-2018-05-21', 7, 'Accord ' || n
              from generate_series(1, {{count}}) n;
            commit;
            analyze;
            """);
        command.CommandTimeout = 600;
        await command.ExecuteNonQueryAsync(stop);
    }
}
