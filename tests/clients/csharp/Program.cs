// Calls to a running service, with the client that NSwag makes of openapi.json.
// Usage: COOPERATION_KEY=coop_… dotnet run -- http://localhost:8080
using System.Runtime.CompilerServices;
using System.Web;
using CooperationApi.Client;

using var http = new HttpClient { BaseAddress = new Uri(args is [var address] ? address : "http://localhost:8080") };
var api = new CooperationClient(http);
var faults = new List<string>();
var then = new DateOnly(2018, 6, 1);

Func<Task>[] calls = [ListsWithAFilterToTheLastPage, ReadsARecord, ReadsARecordAsOfADate, ReadsAProfile, IsToldWhatIsWrong, WritesAndFollowsTheChanges];
foreach (var call in calls)
{
    await call();
}

foreach (var fault in faults)
{
    Console.Error.WriteLine(fault);
}

Console.WriteLine($"NSwag: {calls.Length} calls {(faults.Count == 0 ? "answered as they should be" : "not answered as they should be")}");
return faults.Count == 0 ? 0 : 1;

async Task ListsWithAFilterToTheLastPage()
{
    var found = new List<StationedForce>();
    string? cursor = null;
    do
    {
        var page = await api.ListForcePostureAsync(partner: ["Japan", "India"], kind: [PostureKind.Personnel],
            sort: [StationedForceSort.Minuscount, StationedForceSort.Id], limit: 1, cursor: cursor, asOf: then);
        found.AddRange(page.Items);
        cursor = page.Next is null ? null : HttpUtility.ParseQueryString(new Uri(http.BaseAddress!, page.Next).Query)["cursor"];
    }
    while (cursor is not null);

    Expect(
        [
            ("jpn-us-military-personnel", 54_000m, "54,000"),
            ("jpn-dod-civilians", null, "thousands"),
            ("jpn-family-members", null, "thousands"),
        ],
        found.Select(force => (force.Id, force.Count?.Value, force.Count?.AsStated)));
}

async Task ReadsARecord()
{
    var sale = await api.GetFmsSaleAsync("jpn-fms-active-cases", then);
    Expect([19_600_000_000m, 19_550_000_000m, 19_650_000_000m], [sale.Amount?.Value, sale.Amount?.Low, sale.Amount?.High]);
    Expect([(Qualifier.Stated, Unit.USD, "$19.6 billion")], [(sale.Amount?.Qualifier, sale.Amount?.Unit, sale.Amount?.AsStated)]);
    Expect([("jpn-2018-05-21", 4, "$19.6 billion")], sale.Citations.Select(from => (from.FactSheet, from.Paragraph, from.AsStated)));
    Expect([(FigureKind.Stock, null)], [(sale.Kind, sale.Period)]);
}

async Task ReadsARecordAsOfADate()
{
    var malabar = await api.GetExerciseAsync("malabar", then);
    Expect([(new DateOnly(2018, 5, 21), "2015")], [(malabar.StatedFrom, malabar.FormatSince)]);
    Expect(["JPN"], malabar.Participants.Where(one => one.Role == ParticipantRole.PermanentMember).Select(one => one.Partner));
    var before = await ProblemOf(api.GetExerciseAsync("malabar", new DateOnly(2018, 5, 20)));
    Expect([(404, true)], [(before?.Status, before?.Detail.Contains("first stated on 2018-05-21", StringComparison.Ordinal))]);
}

async Task ReadsAProfile()
{
    var profile = await api.GetPartnerProfileAsync("jp", then);
    Expect(["Japan", "keen-sword", "malabar"], [profile.Partner.Name, .. profile.Exercises.Select(one => one.Id)]);
    Expect([UsmlNumeral.VIII, UsmlNumeral.XI, UsmlNumeral.XIX, UsmlNumeral.IV, UsmlNumeral.XII],
        profile.DcsSales.SelectMany(sale => sale.Categories).SelectMany(category => category.Usml));
}

async Task IsToldWhatIsWrong()
{
    var list = await ProblemOf(api.ListAgreementsAsync(partner: ["Japn"], fields: [AgreementField.Id, AgreementField.Name]));
    Expect([(400, "partner", FaultCode.UnknownValue, "JPN")],
        list?.Errors?.Select(fault => (list.Status, fault.Parameter, fault.Code, fault.DidYouMean?.Single())) ?? []);
    var record = await ProblemOf(api.GetAgreementAsync("us-japan-sof"));
    Expect([(404, "us-japan-sofa")], [(record?.Status, record?.DidYouMean?.First())]);
}

async Task WritesAndFollowsTheChanges()
{
    using var writing = new HttpClient { BaseAddress = http.BaseAddress };
    writing.DefaultRequestHeaders.Add("X-Api-Key", Environment.GetEnvironmentVariable("COOPERATION_KEY"));
    var writer = new CooperationClient(writing);
    var id = $"csharp-{DateTime.UtcNow.Ticks}";
    var start = HttpUtility.ParseQueryString(new Uri(http.BaseAddress!, (await api.ListChangesAsync(after: "now")).Next).Query)["after"];
    var created = await writer.CreateFmsSaleAsync(idempotency_Key: id, body: new FmsSaleInput
    {
        Id = id,
        Partners = ["JPN"],
        Measure = FmsMeasure.ActiveCases,
        Stage = FmsStage.Active,
        Kind = FigureKind.Stock,
        Amount = new QuantityInput { Value = 1_200_000_000m, Qualifier = Qualifier.Over, Unit = Unit.USD, AsStated = "$1.2 billion" },
        StatedFrom = new DateOnly(2018, 5, 21),
        Citations = [new CitationInput { FactSheet = "jpn-2018-05-21", Paragraph = 4, AsStated = "over $1.2 billion" }],
    });
    Expect([(FmsMeasure.ActiveCases, 1_200_000_000m)], [(created.Measure, created.Amount?.Low)]);

    var seen = writer.LastTag;
    var patch = new FmsSalePatch { Amount = new QuantityPatch { Value = 1_300_000_000m, AsStated = "$1.3 billion" } };
    var amended = await writer.AmendFmsSaleAsync(id, seen, patch, change_Reason: "A slip.");
    Expect([1_300_000_000m], [amended.Amount?.Low]);
    var current = writer.LastTag;
    var stale = await ProblemOf(writer.AmendFmsSaleAsync(id, seen, patch));
    Expect([(412, "urn:cooperation:problem:precondition-failed")], [(stale?.Status, stale?.Type)]);

    await writer.WithdrawFmsSaleAsync(id, current, "It was a check.");
    Expect([410], [(await ProblemOf(api.GetFmsSaleAsync(id)))?.Status]);
    var changes = await api.ListChangesAsync(after: start, resource: [ChangedResource.Sales_fms]);
    Expect(
        [(ChangeOp.Created, null), (ChangeOp.Corrected, "A slip."), (ChangeOp.Withdrawn, "It was a check.")],
        changes.Items.Where(change => change.Id == id).Select(change => (change.Op, change.Reason)));
}

static async Task<Problem?> ProblemOf(Task call)
{
    try
    {
        await call;
        return null;
    }
    catch (ApiException<Problem> refused) when (refused.StatusCode == refused.Result.Status)
    {
        return refused.Result;
    }
}

void Expect<T>(IEnumerable<T> expected, IEnumerable<T> actual, [CallerArgumentExpression(nameof(actual))] string what = "")
{
    if (!expected.SequenceEqual(actual))
    {
        faults.Add($"{what} is {string.Join(", ", actual)}, not {string.Join(", ", expected)}");
    }
}
