using CooperationApi.Kernel;
using CooperationApi.Tests.Testing;
using Npgsql;

namespace CooperationApi.Tests.Assistance;

/// <summary>What a figure of assistance must be, and what it may leave open.</summary>
public sealed class AssistanceWritingTests(Api api) : IClassFixture<Api>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await api.Execute(AssistanceTests.Georgia);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("""{"partOf":"geo-titel22"}""", "/partOf", "unknownReference")]
    [InlineData("""{"partOf":"geo-fmf"}""", "/partOf", "contradiction")]
    [InlineData("""{"partOf":"Not A Slug"}""", "/partOf", "invalidValue")]
    [InlineData("""{"basis":null}""", "/basis", "contradiction")]
    [InlineData("""{"amount":null,"notes":["None is stated."]}""", "/basis", "contradiction")]
    [InlineData("""{"amount":null,"basis":null}""", "/amount", "contradiction")]
    [InlineData("""{"amount":{"unit":"people"}}""", "/amount/unit", "invalidValue")]
    [InlineData("""{"program":"fmf"}""", "/program", "unknownValue")]
    [InlineData("""{"articles":[{"name":"A","asStated":"a","count":0}]}""", "/articles/0/count", "outOfRange")]
    [InlineData("""{"partners":["GEO","ZZZ"]}""", "/partners/1", "unknownReference")]
    public async Task What_contradicts_itself_is_refused(string patch, string pointer, string code)
    {
        var refused = await api.Patch("/assistance/geo-fmf", patch, await api.Key(Role.Editor), ("If-Match", "*"));
        Assert.Equal([(pointer, code)], refused.Faults);
        if (patch.Contains("titel22", StringComparison.Ordinal))
        {
            Assert.Equal("geo-title22", (string?)refused.Body!["errors"]![0]!["didYouMean"]![0]);
        }
    }

    [Theory]
    [InlineData("""{"amount":null,"basis":null,"notes":["The sheet says only that there was some."]}""")]
    [InlineData("""{"amount":null,"basis":null,"articles":[{"name":"A","asStated":"a"}]}""")]
    [InlineData("""{"partners":[]}""")]
    [InlineData("""{"partOf":null}""")]
    public async Task What_a_source_leaves_open_may_be_left_open(string patch)
    {
        var written = await api.Patch("/assistance/geo-fmf", patch, await api.Key(Role.Editor), ("If-Match", "*"));
        Assert.True(written.Status == 200, $"{written.Body}");
    }

    [Fact]
    public async Task No_figure_has_the_id_of_the_summary()
    {
        var body = Examples.Of(typeof(CooperationApi.Assistance.AssistanceFigureInput));
        body["id"] = "summary";
        Assert.Equal([("/id", "invalidValue")], (await api.Post("/assistance", body, await api.Key(Role.Editor))).Faults);
    }

    [Fact]
    public async Task A_file_may_name_a_part_before_its_whole()
    {
        var file = Line("a-part", ",\"partOf\":\"z-whole\"") + Line("z-whole");
        Assert.Equal("created 2", ImportFiles.Counts(await api.Done("assistance", file)));
        Assert.Equal("unchanged 2", ImportFiles.Counts(await api.Done("assistance", file)));
        Assert.Equal("z-whole", (string?)(await api.Read("/assistance/a-part"))["partOf"]);
    }

    [Fact]
    public async Task A_file_may_not_name_a_whole_that_nobody_has() => Assert.Equal(
        [(2L, "/partOf", "unknownReference")],
        await api.Rejected("assistance", Line("b-part") + Line("b-other", ",\"partOf\":\"b-nothing\"")));

    [Fact]
    public async Task A_whole_that_is_refused_takes_its_part_with_it()
    {
        var whole = Line("c-whole").Replace("jpn-2018-05-21", "no-such-sheet", StringComparison.Ordinal);
        var (status, body) = await api.Import("assistance", Line("c-part", ",\"partOf\":\"c-whole\"") + whole, "?skipInvalid=true");
        Assert.True(status is 409 or 422, $"{status}: {body}");
        Assert.DoesNotContain(await api.Ids("/assistance?partner=JPN&program=IMET"), id => id.StartsWith("c-", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("assistance_is_no_part_of_itself", "update assistance set part_of = id where id = 'geo-fmf'")]
    [InlineData("assistance_has_its_whole", "update assistance set part_of = 'nothing' where id = 'geo-fmf'")]
    [InlineData("assistance_basis_is_of_an_amount", "update assistance set basis = null where id = 'geo-fmf'")]
    [InlineData("assistance_editions_do_not_overlap", "insert into assistance (id, stated_from, stated_until, program, direction) values ('geo-fmf', '2001-01-01', '2002-01-01', 'FMF', 'toPartner'); update assistance set stated_until = '2030-01-01' where id = 'geo-fmf'")]
    [InlineData("assistance_are_cited", "delete from assistance_citations where id = 'geo-fmf'")]
    [InlineData("edition_notes_check", "update assistance set notes = array[null]")]
    [InlineData("edition_check", "update assistance set stated_until = stated_from")]
    [InlineData("assistance_partners_id_stated_from_partner_key", "insert into assistance_partners select id, stated_from, 2, partner from assistance_partners")]
    public async Task The_schema_refuses_what_the_model_does_not_allow(string constraint, string sql)
    {
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => api.Execute(sql));
        Assert.Equal(constraint, refusal.ConstraintName);
    }

    private static string Line(string id, string rest = "") =>
        $$"""{"id":"{{id}}","partners":["JPN"],"program":"IMET","direction":"toPartner","notes":["No amount."],"statedFrom":"2018-05-21","citations":[{"factSheet":"jpn-2018-05-21","paragraph":7,"asStated":"x"}]{{rest}}}""" + "\n";
}
