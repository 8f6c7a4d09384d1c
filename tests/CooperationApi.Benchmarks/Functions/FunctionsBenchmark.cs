using System.Globalization;
using System.Text;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace CooperationApi.Benchmarks;

/// <summary>The hot functions one by one, by BenchmarkDotNet; in this process, because they are internal.</summary>
internal static class FunctionsBenchmark
{
    public static async Task<int> Run(Databases databases)
    {
        HotFunctions.Database = await databases.Create("benchmark_functions");
        var summary = BenchmarkRunner.Run<HotFunctions>(ManualConfig.CreateEmpty()
            .AddJob(Job.Default.WithWarmupCount(3).WithIterationCount(7).WithToolchain(InProcessEmitToolchain.Instance))
            .AddLogger(ConsoleLogger.Default)
            .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "cooperation-benchmarks")));
        var table = new StringBuilder("| function | μs | bytes allocated |\n|---|---:|---:|\n");
        foreach (var report in summary.Reports)
        {
            table.AppendLine(CultureInfo.InvariantCulture,
                $"| {report.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo.Trim('\'')} | {report.ResultStatistics?.Mean / 1000:F2} | {report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase):N0} |");
        }

        await Results.Write("Functions", table.ToString());
        return summary.Reports.All(report => report.Success) ? 0 : 1;
    }
}
