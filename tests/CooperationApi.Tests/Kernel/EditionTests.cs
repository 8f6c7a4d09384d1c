using System.Net;
using System.Text.Json.Nodes;
using CooperationApi.Tests.Testing;
using Npgsql;

namespace CooperationApi.Tests.Kernel;

/// <summary>Editions and the constraints that hold the model, on agreements, which stand for all records.</summary>
public sealed class EditionTests(Api api) : IClassFixture<Api>
{
    [Fact]
    public async Task An_edition_loaded_late_takes_its_place_in_the_middle()
    {
        await Execute(Sheet("a-2010", "2010-03-01"), Sheet("a-2020", "2020-03-01"), Sheet("a-2015", "2015-03-01"));
        await Execute(Sofa("middle", "a-2010", "first"), Sofa("middle", "a-2020", "last"), Sofa("middle", "a-2015", "late"));

        var editions = (await api.Read("/agreements/middle/editions"))["items"]!.AsArray();
        Assert.Equal(
            [("2010-03-01", "2015-03-01", "first"), ("2015-03-01", "2020-03-01", "late"), ("2020-03-01", null, "last")],
            editions.Select(edition => ((string?)edition!["statedFrom"], (string?)edition["statedUntil"], (string?)edition["purpose"])));
        Assert.Equal("last", (string?)(await api.Read("/agreements/middle"))["purpose"]);
        Assert.Equal("first", (string?)(await api.Read("/agreements/middle?asOf=2015-02-28"))["purpose"]);
        Assert.Equal("late", (string?)(await api.Read("/agreements/middle?asOf=2015-03-01"))["purpose"]);
        Assert.Equal(HttpStatusCode.NotFound, (await api.Get("/agreements/middle?asOf=2010-02-28")).Status);
        Assert.Contains("middle", await api.Ids("/agreements?asOf=2012-01-01"));
    }

    [Fact]
    public async Task Putting_what_stands_changes_nothing_and_putting_else_counts_its_revision()
    {
        await Execute(Sheet("b-2010", "2010-04-01"));
        await Execute(Sofa("counted", "b-2010", "same"));
        var before = (await api.Read("/agreements/counted")).ToJsonString();
        await Execute(Sofa("counted", "b-2010", "same"));
        Assert.Equal(before, (await api.Read("/agreements/counted")).ToJsonString());
        await Execute(Sofa("counted", "b-2010", "other"));
        var corrected = await api.Read("/agreements/counted");
        Assert.Equal(2, (int?)corrected["revision"]);
        Assert.True((DateTime)corrected["updatedAt"]! > (DateTime)JsonNode.Parse(before)!["updatedAt"]!);
        await Execute(Sofa("counted", "b-2010", "other", parties: "{USA,KOR}"));
        Assert.Equal(3, (int?)(await api.Read("/agreements/counted"))["revision"]);
    }

    [Fact]
    public async Task Editions_of_one_record_cannot_overlap()
    {
        await Execute(Sheet("o-2010", "2010-05-01"), Sheet("o-2012", "2012-05-01"));
        await Execute(Sofa("overlapping", "o-2010", "first"), Sofa("overlapping", "o-2012", "second"));
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => Execute(
            "update agreements set stated_until = '2012-05-02' where id = 'overlapping' and stated_from = '2010-05-01'"));
        Assert.Equal("agreements_editions_do_not_overlap", refusal.ConstraintName);
    }

    [Theory]
    [InlineData("agreements_are_cited", "insert into agreements (id, stated_from, name, kind) values ('x', '2018-01-01', 'x', 'SOFA')")]
    [InlineData("agreements_are_cited", "delete from citations where resource = 'agreements'")]
    [InlineData("citations_fact_sheet_fkey", "update citations set fact_sheet = 'nowhere'")]
    [InlineData("agreements_citations_id_stated_from_fkey", "update citations set id = 'nowhere' where id = 'us-japan-sofa'")]
    [InlineData("qualifier_check", "update fms_sales set amount.qualifier = 'roughly'")]
    [InlineData("fms_sales_amount_check", "update fms_sales set amount.low = 20e9")]
    [InlineData("fms_sales_amount_check", "update fms_sales set amount.high = 1")]
    [InlineData("fms_sales_amount_check", "update fms_sales set amount.low = '-Infinity'")]
    [InlineData("fms_sales_amount_check", "update fms_sales set amount.high = 'Infinity'")]
    [InlineData("fact_sheets_keep_their_date", "update fact_sheets set published = '[2018-05-20,2018-05-21)' where id like 'jpn%'")]
    [InlineData("edition_notes_check", "update agreements set notes = array['']")]
    [InlineData("fms_sales_amount_check", "update fms_sales set amount.unit = 'people'")]
    [InlineData("not-null constraint", "update fms_sales set measure = null")]
    [InlineData("fms_sales_check", "update fms_sales set kind = 'case'")]
    [InlineData("fms_sales_check", "update fms_sales set measure = 'case', stage = 'notified'")]
    [InlineData("fms_sales_check", "update fms_sales set kind = 'plan'")]
    [InlineData("fms_sales_check", "update fms_sales set measure = 'ceiling'")]
    [InlineData("agreements_check", "update agreements set dated = null, dated_as = 'renewed'")]
    [InlineData("agreements_covers_check", "update agreements set covers = row(null, 'date', null, null)::period")]
    [InlineData("force_posture_check", "update force_posture set sender = host")]
    [InlineData("force_posture_check", "update force_posture set count.unit = 'items' where kind = 'personnel'")]
    [InlineData("fact_sheets_published_basis_check", "update fact_sheets set published_basis = 'guessed'")]
    [InlineData("fms_articles_count_check", "update fms_articles set count = 0")]
    [InlineData("fms_sales_amount_check", "update fms_sales set amount.as_stated = null")]
    [InlineData("dcs_sales_period_check", "update dcs_sales set period.ends = '[2012-01-01,2013-01-01)'")]
    [InlineData("partial_date_check", "update agreements set dated = '[1960-01-02,1960-12-31)'")]
    [InlineData("partial_date_check", "update agreements set dated = 'empty'")]
    [InlineData("partial_date_check", "update agreements set dated = '[1960-01-15,1960-02-15)'")]
    [InlineData("partial_date_check", "update agreements set dated = '[1960-04-01,1961-04-01)'")]
    [InlineData("fms_sales_amount_check", "update fms_sales set amount = (-1, -2, 0, 'stated', 'USD', 'x')::quantity")]
    [InlineData("fms_sales_amount_check", "update fms_sales set amount = (1, null, null, 'stated', 'USD', 'x')::quantity")]
    [InlineData("fms_sales_amount_check", "update fms_sales set amount = (1, 1, 1, 'over', 'USD', 'x')::quantity")]
    [InlineData("fms_sales_amount_check", "update fms_sales set amount = (1, 1, 1, null, 'USD', 'x')::quantity")]
    [InlineData("dcs_sales_period_check", "update dcs_sales set period.starts_basis = null")]
    [InlineData("dcs_sales_period_check", "update dcs_sales set period.ends_basis = 'lunarYear'")]
    [InlineData("force_posture_check", "update force_posture set asset_name = null where kind = 'asset'")]
    [InlineData("force_posture_check", "update force_posture set count = null where kind = 'personnel'")]
    [InlineData("edition_notes_check", "update agreements set notes = array[null]")]
    [InlineData("edition_check", "update agreements set stated_until = stated_from")]
    [InlineData("label_check", "update agreements set purpose = ''")]
    [InlineData("label_check", "update agreements set purpose = ' padded'")]
    [InlineData("slug_check", "update agreements set id = 'not--a-slug'")]
    [InlineData("fact_sheets_source_url_check", "update fact_sheets set source_url = 'www.state.gov'")]
    [InlineData("fact_sheets_sha256_check", "update fact_sheets set sha256 = 'abc'")]
    [InlineData("agreement_parties_id_stated_from_partner_key", "update agreement_parties set partner = 'USA'")]
    [InlineData("peacekeeping_counterparts_check", "update peacekeeping_counterparts set partner = null, organization = null")]
    [InlineData("slug_check", "update agreements set id = 'Not A Slug'")]
    [InlineData("agreement_parties_partner_fkey", "update agreement_parties set partner = 'ZZZ' where position = 1")]
    [InlineData("usml_numeral_check", "update dcs_categories set usml = '{XXII}'")]
    public async Task The_schema_refuses_what_the_model_does_not_allow(string constraint, string sql)
    {
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => Execute(sql));
        Assert.True((refusal.ConstraintName ?? refusal.MessageText).Contains(constraint, StringComparison.Ordinal),
            $"refused by {refusal.ConstraintName}: {refusal.MessageText}");
    }

    [Theory]
    [InlineData("$19.6 billion", "stated", 19600000000d, 19550000000d, 19650000000d)]
    [InlineData("16.0 billion", "stated", 16000000000d, 15950000000d, 16050000000d)]
    [InlineData("54,000", "about", 54000d, 53500d, 54500d)]
    [InlineData("54,321", "stated", 54321d, 54320.5, 54321.5)]
    [InlineData("$322.92 million", "over", 322920000d, 322920000d, null)]
    [InlineData("$20 billion", "atLeast", 20000000000d, 20000000000d, null)]
    [InlineData("$19 million", "nearly", 19000000d, null, 19000000d)]
    [InlineData("$1.275 billion", "upTo", 1275000000d, null, 1275000000d)]
    [InlineData("$0", "about", 0d, 0d, 5d)]
    [InlineData("54 thousand", "stated", 54000d, 53500d, 54500d)]
    [InlineData("1.5 trillion", "stated", 1500000000000d, 1450000000000d, 1550000000000d)]
    [InlineData("thousands", null, null, null, null)]
    public async Task A_printed_figure_is_read_with_its_bounds(string asStated, string? qualifier, double? value, double? low, double? high)
    {
        await using var command = api.Database.CreateCommand(
            "select (q).value::float8, (q).low::float8, (q).high::float8, is_quantity(q) from read_quantity($1, $2, 'USD') q");
        command.Parameters.AddWithValue(asStated);
        command.Parameters.AddWithValue((object?)qualifier ?? DBNull.Value);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        await reader.ReadAsync(TestContext.Current.CancellationToken);
        Assert.Equal((value, low, high), (reader[0] as double?, reader[1] as double?, reader[2] as double?));
        Assert.True((bool)reader[3]);
    }

    [Theory]
    [InlineData("$20-30 million", "stated")]
    [InlineData("$1.2bn", "stated")]
    [InlineData("$1,5 million", "stated")]
    [InlineData("54 000", "stated")]
    [InlineData("FY2019: $3 million", "stated")]
    [InlineData("two million", "stated")]
    [InlineData("$20 billion", null)]
    public async Task A_figure_that_cannot_be_read_is_refused_and_never_guessed(string asStated, string? qualifier)
    {
        await using var command = api.Database.CreateCommand("select read_quantity($1, $2, 'USD')::text");
        command.Parameters.AddWithValue(asStated);
        command.Parameters.AddWithValue((object?)qualifier ?? DBNull.Value);
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
        Assert.Contains("cannot read", refusal.MessageText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1960")]
    [InlineData("2020-02")]
    [InlineData("2020-12")]
    [InlineData("2018-05-21")]
    [InlineData("2018-12-31")]
    public async Task A_partial_date_is_read_and_written_alike(string date)
    {
        await using var command = api.Database.CreateCommand("select written(days_of($1)::partial_date)");
        command.Parameters.AddWithValue(date);
        Assert.Equal(date, await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    private static string Sheet(string id, string published) => $"""
        select put_fact_sheet('{id}', array['JPN'], 'Title', 'Publisher', null, '{published}', null, null, null, null, null)
        """;

    private static string Sofa(string id, string sheet, string purpose, string parties = "{USA,JPN}") => $"""
        select put_agreement('{id}', '{sheet}', array[(1, 'printed')]::cite[],
          name => 'Name', kind => 'SOFA', parties => '{parties}', purpose => '{purpose}')
        """;

    private async Task Execute(params string[] statements)
    {
        await using var batch = api.Database.CreateBatch();
        foreach (var statement in statements)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(statement));
        }

        await batch.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        api.Told();
    }
}
