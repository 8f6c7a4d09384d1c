using System.Globalization;
using CooperationApi.Benchmarks;

if (args is not ["import", .. var rest] || rest is not ([] or ["--rows", _]))
{
    await Console.Error.WriteLineAsync("dotnet run -c Release --project tests/CooperationApi.Benchmarks -- import [--rows 1000000]");
    return 2;
}

var rows = rest is [_, var count] ? int.Parse(count, CultureInfo.InvariantCulture) : 1_000_000;
await using var databases = await Databases.Open();
return await ImportBenchmark.Run(databases, rows);
