using System.Diagnostics.Metrics;

namespace CooperationApi.Kernel;

/// <summary>What the service counts of itself, for whoever listens. Without a listener nothing is counted.</summary>
internal sealed class Meters
{
    public const string Name = Telemetry.ServiceName;

    private static readonly KeyValuePair<string, object?> Repeated = FoundBy("repeated");
    private static readonly KeyValuePair<string, object?> Alike = FoundBy("alike");
    private static readonly KeyValuePair<string, object?> Missed = FoundBy("missed");

    private readonly Counter<long> answers;
    private readonly Counter<long> rowsRead;
    private readonly Counter<long> rowsWritten;

    public Meters(IMeterFactory factory, ChangeSignal signal, ExportPlaces exports, ImportPlaces imports)
    {
        var meter = factory.Create(Name);
        answers = meter.CreateCounter<long>("cooperation.cache.answers", "{answer}", "Reads that may be answered from what is kept, and how they were.");
        rowsRead = meter.CreateCounter<long>("cooperation.import.rows.read", "{row}", "Rows that were read from files to import.");
        rowsWritten = meter.CreateCounter<long>("cooperation.import.rows.written", "{row}", "Rows of imports that were written, be the import committed or not.");
        meter.CreateObservableGauge(
            "cooperation.feed.lag", () => signal.Lag.TotalSeconds, "s", "How long ago this copy last knew all that other copies had committed.");
        meter.CreateObservableUpDownCounter(
            "cooperation.places.taken", () => OfPlaces(exports.Taken, imports.Taken), "{place}", "Exports and imports that are under way.");
        meter.CreateObservableCounter(
            "cooperation.places.refused", () => OfPlaces(exports.Refused, imports.Refused), "{request}", "Exports and imports that were refused because all places were taken.");
    }

    /// <summary>A question was answered that had been asked in the very same words.</summary>
    public void AnsweredRepeated() => answers.Add(1, Repeated);

    /// <summary>A question was answered from what is kept, or is being read for another.</summary>
    public void AnsweredAlike() => answers.Add(1, Alike);

    /// <summary>A question was not answered from what is kept.</summary>
    public void NotKept() => answers.Add(1, Missed);

    public void RowRead() => rowsRead.Add(1);

    public void RowsWritten(long rows) => rowsWritten.Add(rows);

    private static KeyValuePair<string, object?> FoundBy(string how) => new("cooperation.cache.result", how);

    private static Measurement<long>[] OfPlaces(long exports, long imports) =>
        [new(exports, new KeyValuePair<string, object?>("cooperation.place", "export")), new(imports, new KeyValuePair<string, object?>("cooperation.place", "import"))];
}
