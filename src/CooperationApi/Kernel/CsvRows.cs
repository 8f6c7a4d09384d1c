using System.Collections;
using System.Text.Json;
using CsvHelper;

namespace CooperationApi.Kernel;

/// <summary>
/// CSV (RFC 4180) with a header row. An object is flattened to a column for each of its members (<c>amount.low</c>); a list of texts is
/// joined by <c>;</c>, a list of objects is JSON. A cell that a spreadsheet would run as a formula begins with an apostrophe.
/// </summary>
internal sealed class CsvRows<T> : RowWriter<T>
{
    private readonly IReadOnlyList<CsvColumn> columns;
    private readonly CsvWriter csv;

    public CsvRows(IReadOnlyList<string>? fields)
    {
        columns = [.. CsvColumn.Of(typeof(T), fields)];
        csv = CsvWriter.Create(Buffer, CsvWriterOptions.Default, leaveOpen: true);
        WriteRow(columns.Select(column => column.Name));
    }

    public override void Write(T item) => WriteRow(columns.Select(column => column.CellOf(item!)));

    public override void WriteCount(long rows) => WriteRow([$"rowCount: {rows}", .. columns.Skip(1).Select(_ => "")]);

    public override void Dispose()
    {
        csv.Dispose();
        base.Dispose();
    }

    protected override void Flush() => csv.Flush();

    private void WriteRow(IEnumerable<string> cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(cell);
        }

        csv.EndRecord();
    }
}

/// <summary>A column, and how its cell is made from an item.</summary>
internal sealed record CsvColumn(string Name, Func<object, string> CellOf)
{
    // With the full-width forms, which the library does not take, and which Excel runs where they are typed. An apostrophe of the
    // text's own is doubled, so that what was written can be read back.
    public const string Formula = "=+-@\t\r'＝＋－＠";

    public static IEnumerable<CsvColumn> Of(Type type, IReadOnlyList<string>? fields = null) =>
        Of(type, "", item => item, fields);

    /// <summary>Makes of a cell what no spreadsheet runs.</summary>
    public static string Neutralised(string text) => text.Length > 0 && Formula.Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;

    private static IEnumerable<CsvColumn> Of(Type type, string prefix, Func<object, object?> owner, IReadOnlyList<string>? fields) =>
        JsonNames.Members(type, fields).SelectMany(member =>
        {
            object? Value(object item) => owner(item) is { } owned ? member.Get!(owned) : null;
            return IsObject(member.PropertyType)
                ? Of(member.PropertyType, $"{prefix}{member.Name}.", Value, fields: null)
                : [new CsvColumn(prefix + member.Name, item => Neutralised(Text(Value(item))))];
        });

    public static bool IsObject(Type type) => type.IsClass && type != typeof(string);

    private static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        Enum name => JsonNames.Of(name),
        IEnumerable<object> objects when objects.Any(one => IsObject(one.GetType())) => Json(objects.ToList()),
        IEnumerable list => string.Join(';', list.Cast<object>().Select(one => Text(one)
            .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal))),
        _ => Json(value).Trim('"'),
    };

    private static string Json(object value) => JsonSerializer.Serialize(value, value.GetType(), JsonNames.Options);
}
