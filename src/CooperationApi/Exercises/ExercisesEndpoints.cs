using CooperationApi.Kernel;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CooperationApi.Exercises;

internal static class ExercisesEndpoints
{
    private const string Resource = "exercises";

    public static IServiceCollection AddExercises(this IServiceCollection services)
    {
        Columns.Map<IReadOnlyList<Participant>>();
        return services
            .AddSingleton<ExerciseStore>()
            .AddSingleton(ExerciseStore.Section);
    }

    public static void MapExercises(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapResource(Resource, "Exercises", "Series of joint exercises.");
        group.MapGet("/", List).WithName("ListExercises").WithSummary("List exercises");
        group.MapGet("/export", Export).WithName("ExportExercises").WithSummary("Stream all exercises");
        group.MapGet("/{id}", Get).WithName("GetExercise").WithSummary("One exercise");
        group.MapGet("/{id}/citation", Cite).WithName("CiteExercise").WithSummary("Cite an exercise");
        group.MapGet("/{id}/editions", Editions).WithName("ListExerciseEditions")
            .WithSummary("All that was ever stated of one exercise");
        group.MapPost("/", Create).WithName("CreateExercise").WithSummary("Add an exercise, or another edition of one");
        group.MapImport<ExerciseInput>(Resource).WithName("ImportExercises").WithSummary("Load exercises in bulk");
        group.MapPut("/{id}", Replace).WithName("ReplaceExercise").WithSummary("Correct an exercise, or supersede it by another edition");
        group.MapPatch("/{id}", Amend).WithName("AmendExercise").WithSummary("Change some members of an exercise");
        group.MapDelete("/{id}", Withdraw).WithName("WithdrawExercise").WithSummary("Withdraw an exercise, with a reason");
    }

    private static async Task<PageResult<Exercise>> List(
        ListQuery<Exercise, ExerciseFilter, ExerciseSort> query, ExerciseStore store, CancellationToken stop) =>
        PageResult<Exercise>.Of(await store.List(query, stop), query.Paging);

    private static ExportResult<Exercise> Export(ExportQuery<Exercise, ExerciseFilter, ExerciseSort> query, ExerciseStore store) =>
        store.Export(query);

    private static async Task<Results<Row<Exercise>, ProblemResult>> Get(
        [Parameter("The id of an exercise.", Example = "malabar")] string id,
        Query<AsOf> query, ExerciseStore store, Missing missing, CancellationToken stop) =>
        await store.Get(id, query.Value.Date, stop) is { } found
            ? found
            : await missing.Of(Resource, id, query.Value.Date, stop);

    private static async Task<Results<PageResult<Exercise>, ProblemResult>> Editions(
        [Parameter("The id of an exercise.", Example = "malabar")] string id,
        ListQuery<Exercise, NoFilter, EditionSort> query, ExerciseStore store, Missing missing, CancellationToken stop) =>
        await store.Editions(id, query, stop) is { } rows
            ? PageResult<Exercise>.Of(rows, query.Paging)
            : await missing.Of(Resource, id, asOf: null, stop);

    private static Task<Results<CitationResult, ProblemResult>> Cite(
        [Parameter("The id of an exercise.", Example = "malabar")] string id,
        Query<CitationQuery> query, Citations citations, CancellationToken stop) =>
        citations.Of(Resource, id, query.Value.AsOf, stop);

    private static Task<WriteResult<Exercise>> Create(
        WriteRequest request, Body<ExerciseInput> body, Writer writer, CancellationToken stop) =>
        writer.Create<Exercise, ExerciseInput>(ExerciseStore.Writing, body, request, stop);

    private static Task<WriteResult<Exercise>> Replace(
        [Parameter("The id of an exercise.", Example = "example-shield")] string id,
        WriteRequest request, Query<AsOf> query, Body<ExerciseInput> body, Writer writer, CancellationToken stop) =>
        writer.Replace<Exercise, ExerciseInput>(ExerciseStore.Writing, id, query.Value.Date, body, request, stop);

    private static Task<WriteResult<Exercise>> Amend(
        [Parameter("The id of an exercise.", Example = "example-shield")] string id,
        WriteRequest request, Query<AsOf> query, MergePatch<ExerciseInput> patch, Writer writer, CancellationToken stop) =>
        writer.Amend<Exercise, ExerciseInput>(ExerciseStore.Writing, id, query.Value.Date, patch, request, stop);

    private static Task<WithdrawResult> Withdraw(
        [Parameter("The id of an exercise.", Example = "example-shield")] string id,
        WriteRequest request, Writer writer, CancellationToken stop) =>
        writer.Withdraw<Exercise>(ExerciseStore.Writing, id, request, stop);
}
