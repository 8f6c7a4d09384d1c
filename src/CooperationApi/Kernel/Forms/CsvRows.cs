using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CsvHelper;

namespace CooperationApi.Kernel;

/// <summary>
/// CSV (RFC 4180) with a header row. An object is flattened to a column for each of its members (<c>amount.low</c>); a list of texts is
/// joined by <c>;</c>, a list of objects is JSON, or else each object is a line (<see cref="UnfoldedInCsvAttribute"/>). A cell that a spreadsheet would run as a formula begins with an apostrophe.
/// </summary>
internal sealed class CsvRows<T> : RowWriter
{
    private readonly IReadOnlyList<CsvColumn> columns;
    private readonly CsvWriter csv;

    public CsvRows(IReadOnlyList<string>? fields)
    {
        columns = [.. CsvColumn.Of(typeof(T), fields)];
        csv = CsvWriter.Create(Buffer, CsvWriterOptions.Default, leaveOpen: true);
        WriteRow(columns.Select(column => column.Name));
    }

    public override void Write(ReadOnlySpan<byte> row)
    {
        foreach (var line in CsvLine.Of(JsonSerializer.Deserialize<T>(row, JsonNames.Options)!))
        {
            WriteRow(columns.Select(column => column.CellOf(line)));
        }
    }

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

/// <summary>A list of objects of which each is a line of its own in CSV, beside all else that its owner says. A type has one at most.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class UnfoldedInCsvAttribute : Attribute;

/// <summary>What a line is made of: an item, one of the objects of its unfolded list, one of that object's, and so on.</summary>
internal static class CsvLine
{
    public static JsonPropertyInfo? Unfolded(Type type) => JsonNames.Members(type).SingleOrDefault(IsUnfolded);

    public static bool IsUnfolded(JsonPropertyInfo member) =>
        member.AttributeProvider?.IsDefined(typeof(UnfoldedInCsvAttribute), inherit: false) ?? false;

    // An empty list is a line too, or else its owner would be lost.
    public static IEnumerable<object[]> Of(object item) =>
        Unfolded(item.GetType())?.Get!(item) is IEnumerable<object> objects && objects.Any()
            ? objects.SelectMany(Of).Select(rest => (object[])[item, .. rest])
            : [[item]];
}

/// <summary>A column, and how its cell is made from an item.</summary>
internal sealed record CsvColumn(string Name, Func<object[], string> CellOf)
{
    // With the full-width forms, which the library does not take, and which Excel runs where they are typed. An apostrophe of the
    // text's own is doubled, so that what was written can be read back.
    public const string Formula = "=+-@\t\r'＝＋－＠";

    public static IEnumerable<CsvColumn> Of(Type type, IReadOnlyList<string>? fields = null) =>
        Of(type, "", line => line[0], depth: 0, fields);

    /// <summary>Makes of a cell what no spreadsheet runs.</summary>
    public static string Neutralised(string text) => text.Length > 0 && Formula.Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;

    private static IEnumerable<CsvColumn> Of(
        Type type, string prefix, Func<object[], object?> owner, int depth, IReadOnlyList<string>? fields) =>
        JsonNames.Members(type, fields).SelectMany(member =>
        {
            object? Value(object[] line) => owner(line) is { } owned ? member.Get!(owned) : null;
            return CsvLine.IsUnfolded(member)
                ? Of(member.PropertyType.GetGenericArguments()[0], $"{prefix}{member.Name}.", line => line.ElementAtOrDefault(depth + 1), depth + 1, fields: null)
                : IsObject(member.PropertyType)
                ? Of(member.PropertyType, $"{prefix}{member.Name}.", Value, depth, fields: null)
                : [new CsvColumn(prefix + member.Name, line => Neutralised(Text(Value(line))))];
        });

    public static bool IsObject(Type type) => type.IsClass && type != typeof(string);

    private static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        JsonElement { ValueKind: JsonValueKind.String } written => written.GetString()!,
        Enum name => JsonNames.Of(name),
        IEnumerable<object> objects when objects.Any(one => IsObject(one.GetType())) => Json(objects.ToList()),
        IEnumerable list => string.Join(';', list.Cast<object>().Select(one => Text(one)
            .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal))),
        _ => Json(value).Trim('"'),
    };

    private static string Json(object value) => JsonSerializer.Serialize(value, value.GetType(), JsonNames.Options);
}
