using System.Diagnostics;
using System.Text.Json;

namespace CooperationApi.Benchmarks;

/// <summary>What is asked of a server, again and again, in any order: targets or one body with an id of its own each time, and headers.</summary>
internal sealed record Question(IReadOnlyList<string> Targets, string? Body = null, params string[] Headers);

/// <summary>How a server answered a question for some seconds.</summary>
internal sealed record Load(double PerSecond, double P50, double P99, double Cpu, double DatabaseCpu);

/// <summary>wrk, which asks over 32 connections.</summary>
internal static class Wrk
{
    private const int Connections = 32;

    private static int runs;

    public static async Task<Load> Drive(Server server, Question question, int seconds)
    {
        var targets = Path.GetTempFileName();
        try
        {
            await File.WriteAllLinesAsync(targets, question.Targets);
            var (cpu, database) = (server.CpuSeconds, Databases.CpuSeconds);
            var said = JsonSerializer.Deserialize<Said>(await Run(server.Address, targets, question, seconds), JsonSerializerOptions.Web)!;
            (cpu, database) = (server.CpuSeconds - cpu, Databases.CpuSeconds - database);
            return said.Errors > 0
                ? throw new InvalidOperationException($"{said.Errors} of {said.Requests} requests failed: {question.Targets[0]}")
                : new Load(said.Requests / said.Seconds, said.P50, said.P99, cpu * 1000 / said.Requests, database * 1000 / said.Requests);
        }
        finally
        {
            File.Delete(targets);
        }
    }

    private static async Task<string> Run(Uri address, string targets, Question question, int seconds)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Wrk", "drive.lua");
        var start = new ProcessStartInfo("wrk",
        [
            "--threads", "2", "--connections", $"{Connections}", "--duration", $"{seconds}s", "--timeout", "30s", "--script", script,
            address.ToString(), "--", targets, question.Body ?? "", $"{++runs}", .. question.Headers,
        ])
        { RedirectStandardOutput = true };
        using var wrk = Process.Start(start)!;
        var said = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        return wrk.ExitCode == 0 ? said.Split('\n').First(line => line.StartsWith('{')) : throw new InvalidOperationException(said);
    }

    private sealed record Said(long Requests, double Seconds, double P50, double P99, long Errors);
}
