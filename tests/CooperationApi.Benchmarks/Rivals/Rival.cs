using System.Text.Json;

namespace CooperationApi.Benchmarks;

/// <summary>This program as a server: published like the service, each a process of its own.</summary>
internal static class Rival
{
    public static Task<Server> Raw(string database) => Start("raw", new("ConnectionStrings__Cooperation", Service.Pooled(database)));

    public static async Task<Server> Bare(IReadOnlyList<RecordedAnswer> answers, string ready = "/readyz")
    {
        var file = Path.Combine(Path.GetTempPath(), "cooperation-answers.json");
        await File.WriteAllBytesAsync(file, JsonSerializer.SerializeToUtf8Bytes(answers));
        return await Start("bare", new(BareServer.AnswersVariable, file), ready);
    }

    private static async Task<Server> Start(string command, KeyValuePair<string, string?> setting, string ready = "/readyz") =>
        await Server.Start("dotnet", [await Published.Rivals, command], [setting], ready);
}
