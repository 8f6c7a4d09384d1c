using CooperationApi.Benchmarks;

switch (args)
{
    case ["bare"]:
        return await BareServer.Run();
    case ["raw"]:
        return await RawServer.Run();
}

if (Options.Read(args) is not { } options)
{
    await Console.Error.WriteLineAsync(Options.Usage);
    return 2;
}

await using var databases = await Databases.Open();
var failures = 0;
foreach (var (_, run) in Benchmarks().Where(one => options.Command == one.Command || options.Command == "all"))
{
    failures += await run();
}

return failures == 0 ? 0 : 1;

IEnumerable<(string Command, Func<Task<int>> Run)> Benchmarks() =>
[
    ("http", () => HttpBenchmark.Run(databases, options)),
    ("growth", () => GrowthBenchmark.Run(databases, options)),
    ("start", () => StartBenchmark.Run(databases, options)),
    ("functions", () => FunctionsBenchmark.Run(databases)),
    ("bulk", () => BulkBenchmark.Run(databases, options.Rows ?? 1_000_000, options.Rounds)),
];
