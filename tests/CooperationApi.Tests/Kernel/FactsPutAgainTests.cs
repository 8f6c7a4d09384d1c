using CooperationApi.Tests.Testing;

namespace CooperationApi.Tests.Kernel;

/// <summary>What the seed's functions do to rows that are there already but say something else.</summary>
public sealed class FactsPutAgainTests(Api api) : IClassFixture<Api>
{
    private const string ChangeAllSql = """
        update fact_sheets set title = 'x', publisher = 'y', bureau = null, office = null, email = null, social_handle = null,
          source_url = null, sha256 = null;
        update fact_sheet_partners set partner = 'FRA';
        update agreements set name = 'x', kind = 'SMA', dated = days_of('1900'), signed = days_of('1900'), in_force_since = days_of('1900'),
          purpose = null, notes = '{x}';
        update agreement_parties set partner = 'FRA' where position = 1;
        update exercises set name = 'x', kind = null, cadence = null, since = days_of('1900'), format = 'bilateral', format_since = null,
          purpose = null, notes = '{x}';
        update exercise_participants set organization = concat('x', position), role = 'participant', since = null;
        update fms_sales set kind = 'flow', amount = read_quantity('$1', 'about', 'USD'),
          period = (days_of('1900'), 'date', null, null)::period, notes = '{x}';
        update fms_articles set name = concat('x', position), designation = null, "group" = null, as_stated = 'x';
        update fms_partners set partner = 'FRA';
        update dcs_sales set kind = 'stock', amount = read_quantity('$1', 'about', 'USD'), period = null, notes = '{x}';
        update dcs_categories set name = 'x', usml = '{}', usml_stated = true;
        update dcs_partners set partner = 'FRA';
        update assistance set program = 'FMF', direction = 'toPartner', amount = read_quantity('$1', 'about', 'USD'), basis = 'perYear',
          stage = 'notified', period = (days_of('1900'), 'date', null, null)::period, notes = '{x}';
        update assistance_partners set partner = 'FRA';
        update force_posture set host = 'FRA', kind = 'asset', category = 'aircraft', count = null, asset_name = 'x',
          asset_designation = 'x', notes = '{x}';
        update peacekeeping set name = 'x', kind = 'contribution', program = null, focus_areas = '{x}', notes = '{x}';
        update peacekeeping_partners set partner = 'FRA';
        update peacekeeping_counterparts set partner = 'FRA', organization = concat('x', position);
        update objectives set title = 'x', notes = '{x}';
        update objective_parties set partner = 'FRA' where position = 1;
        update objective_concerns set partner = null;
        update citations set paragraph = 99, as_stated = 'x';
        """;

    private const string StateSql = """
        select string_agg(state::text, E'\n' order by state::text) from (
          select to_jsonb(r) - 'updated_at' - 'revision' as state from fact_sheets r union all
          select to_jsonb(r) from fact_sheet_partners r union all
          select to_jsonb(r) - 'updated_at' - 'revision' from agreements r union all
          select to_jsonb(r) from agreement_parties r union all
          select to_jsonb(r) - 'updated_at' - 'revision' from exercises r union all
          select to_jsonb(r) from exercise_participants r union all
          select to_jsonb(r) - 'updated_at' - 'revision' from fms_sales r union all
          select to_jsonb(r) from fms_partners r union all
          select to_jsonb(r) from fms_articles r union all
          select to_jsonb(r) - 'updated_at' - 'revision' from dcs_sales r union all
          select to_jsonb(r) from dcs_partners r union all
          select to_jsonb(r) from dcs_categories r union all
          select to_jsonb(r) - 'updated_at' - 'revision' from assistance r union all
          select to_jsonb(r) from assistance_partners r union all
          select to_jsonb(r) - 'updated_at' - 'revision' from force_posture r union all
          select to_jsonb(r) - 'updated_at' - 'revision' from peacekeeping r union all
          select to_jsonb(r) from peacekeeping_partners r union all
          select to_jsonb(r) from peacekeeping_counterparts r union all
          select to_jsonb(r) - 'updated_at' - 'revision' from objectives r union all
          select to_jsonb(r) from objective_parties r union all
          select to_jsonb(r) from objective_concerns r union all
          select to_jsonb(r) from citations r) rows
        """;

    [Fact]
    public async Task Putting_the_facts_again_mends_whatever_was_changed()
    {
        var before = await Read(StateSql);
        await Read(ChangeAllSql);
        Assert.NotEqual(before, await Read(StateSql));

        await Read(await File.ReadAllTextAsync(Repository.PathOf("db/seed/jpn-2018-05-21.sql"), TestContext.Current.CancellationToken));
        Assert.Equal(before, await Read(StateSql));
    }

    private async Task<object?> Read(string sql)
    {
        await using var command = api.Database.CreateCommand(sql);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
