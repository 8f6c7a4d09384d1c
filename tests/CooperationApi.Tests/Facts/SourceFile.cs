using CsvHelper;

namespace CooperationApi.Tests.Facts;

/// <summary>The files that the facts of db/seed were taken from.</summary>
internal static class SourceFile
{
    /// <summary>The rows of a file in <c>Sources</c>.</summary>
    public static IReadOnlyList<SourceRow> Read(string name)
    {
        using var csv = CsvReader.Create(typeof(SourceFile).Assembly.GetManifestResourceStream($"source/{name}.csv")!, CsvReaderOptions.Default);
        csv.ReadHeader();
        var columns = csv.Headers!.ToList();
        var rows = new List<SourceRow>();
        while (csv.Read())
        {
            rows.Add(new(columns.Select((column, at) => (column, csv.GetString(at))).ToDictionary()));
        }

        Assert.NotEmpty(rows);
        return rows;
    }
}

/// <summary>A row, by the names of its columns; an empty cell is an empty text.</summary>
internal sealed class SourceRow(IReadOnlyDictionary<string, string> cells)
{
    public string this[string column] => cells[column];

    public string Sheet => cells["fact_sheet_id"];

    /// <summary>A cell with several values.</summary>
    public IReadOnlyList<string> List(string column) =>
        cells[column].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
