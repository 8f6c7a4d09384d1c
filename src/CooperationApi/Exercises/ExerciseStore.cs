using CooperationApi.Kernel;
using Npgsql;

namespace CooperationApi.Exercises;

/// <summary>All SQL of exercises.</summary>
internal sealed class ExerciseStore(NpgsqlDataSource database)
{
    private const string SelectSql = """
        select e.id, e.stated_from, e.stated_until, e.name, e.kind, e.cadence, written(e.since) as since, e.format,
               written(e.format_since) as format_since, e.purpose, e.participants, e.notes, e.revision, e.updated_at, e.citations
          from exercises e
        """;

    private const string GetSql = SelectSql + "\n where e.id = @id and " + Where.AtSql;

    private const string ProfileSql = SelectSql + "\n where " + HasPartnerSql + " and " + Where.AtSql + "\n order by e.id";

    private const string StatedSql = SelectSql + "\n where " + Section.StatedSql + "\n order by e.id";

    private const string HasPartnerSql = """
        exists (select
                  from exercise_participants p
                 where (p.id, p.stated_from) = (e.id, e.stated_from) and p.partner = any (@partner))
        """;

    private const string DatesSql = """
        array[e.since, e.format_since]::daterange[]
        || array(select p.since::daterange
                   from exercise_participants p
                  where (p.id, p.stated_from) = (e.id, e.stated_from))
        """;

    private static readonly Dictionary<ExerciseSort, SortOrder> Orders = new()
    {
        [ExerciseSort.Id] = new("e.id", SortType.Id),
        [ExerciseSort.Name] = new("fold(e.name)"),
        [ExerciseSort.Since] = new("lower(e.since)", SortType.Date),
        [ExerciseSort.StatedFrom] = new("e.stated_from", SortType.KnownDate),
    };

    private readonly RowsById<Exercise> byId = new(database, GetSql);

    public static Writable Writing { get; } = new("exercises", GetSql);

    public static Section Section { get; } = Section.Of<Exercise, ExerciseInput>("exercises", ProfileSql, Writing, StatedSql);

    public Task<Rows<Exercise>> List(ListQuery<Exercise, ExerciseFilter, ExerciseSort> query, CancellationToken stop) =>
        database.List(SelectSql, Matching(query.Filter), Orders, query.Paging, stop);

    public ExportResult<Exercise> Export(ExportQuery<Exercise, ExerciseFilter, ExerciseSort> query) =>
        database.Export(SelectSql, Matching(query.Filter), Orders, query.Form);

    public Task<Rows<Exercise>?> Editions(
        string id, ListQuery<Exercise, NoFilter, EditionSort> query, CancellationToken stop) =>
        database.Editions(SelectSql, id, query, stop);

    public Task<Row<Exercise>?> Get(string id, DateOnly? asOf, CancellationToken stop) => byId.Find(id, asOf, stop);

    private static Where Matching(ExerciseFilter filter) => new Where("exercises")
        .At(filter.AsOf)
        .Of(filter.Partner, HasPartnerSql)
        .And("e.kind = any (@kind)", "kind", filter.Kind)
        .And("e.format = any (@format)", "format", filter.ExerciseFormat)
        .During(filter.Since, filter.Until, $"any ({DatesSql})")
        .Saying(filter.Q, "e.name, e.purpose");
}
