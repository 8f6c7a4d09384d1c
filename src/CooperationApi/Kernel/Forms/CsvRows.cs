using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
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
    private static readonly IReadOnlyList<string> UnfoldedLists = [.. CsvLine.UnfoldedLists(typeof(T))];

    private readonly IReadOnlyList<CsvColumn> columns;
    private readonly CsvWriter csv;

    public CsvRows(IReadOnlyList<string>? fields)
    {
        columns = [.. CsvColumn.Of(typeof(T), fields)];
        csv = CsvWriter.Create(Buffer, CsvWriterOptions.Default, leaveOpen: true);
        WriteTexts(columns.Select(column => column.Name));
    }

    public override void Write(ReadOnlySpan<byte> row)
    {
        var reader = new Utf8JsonReader(row);
        using var item = JsonDocument.ParseValue(ref reader);
        foreach (var line in CsvLine.Of(item.RootElement, UnfoldedLists))
        {
            foreach (var column in columns)
            {
                column.Write(csv, line);
            }

            csv.EndRecord();
        }
    }

    public override void WriteCount(long rows) => WriteTexts([$"rowCount: {rows}", .. columns.Skip(1).Select(_ => "")]);

    public override void Dispose()
    {
        csv.Dispose();
        base.Dispose();
    }

    protected override void Flush() => csv.Flush();

    private void WriteTexts(IEnumerable<string> cells)
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
    /// <summary>The unfolded list of a type, that of its objects, and so on.</summary>
    public static IEnumerable<string> UnfoldedLists(Type type) =>
        JsonNames.Members(type).SingleOrDefault(IsUnfolded) is { } list ? [list.Name, .. UnfoldedLists(ItemOf(list))] : [];

    public static bool IsUnfolded(JsonPropertyInfo member) =>
        member.AttributeProvider?.IsDefined(typeof(UnfoldedInCsvAttribute), inherit: false) ?? false;

    public static Type ItemOf(JsonPropertyInfo list) => list.PropertyType.GetGenericArguments()[0];

    // An empty list is a line too, or else its owner would be lost.
    public static IEnumerable<JsonElement[]> Of(JsonElement item, IReadOnlyList<string> unfoldedLists, int depth = 0) =>
        depth < unfoldedLists.Count && item.GetProperty(unfoldedLists[depth]) is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() > 0
            ? list.EnumerateArray().SelectMany(one => Of(one, unfoldedLists, depth + 1)).Select(rest => (JsonElement[])[item, .. rest])
            : [[item]];
}

/// <summary>A column, and what of a line its cell says.</summary>
internal sealed record CsvColumn(string Name, Func<JsonElement[], JsonElement> ValueOf)
{
    // With the full-width forms, which the library does not take, and which Excel runs where they are typed. An apostrophe of the
    // text's own is doubled, so that what was written can be read back.
    public const string Formula = "=+-@\t\r'＝＋－＠";

    private static readonly SearchValues<byte> MayBeginAFormula = SearchValues.Create([.. Encoding.UTF8.GetBytes(Formula)]);

    public static IEnumerable<CsvColumn> Of(Type type, IReadOnlyList<string>? fields = null) =>
        Of(type, "", line => line[0], depth: 0, fields);

    /// <summary>Writes the cell of a line: as it comes, where it is written alike in JSON.</summary>
    public void Write(CsvWriter csv, JsonElement[] line)
    {
        var value = ValueOf(line);
        if (IsWrittenAlike(value, out var cell))
        {
            csv.WriteField(cell);
        }
        else
        {
            csv.WriteField(Neutralised(Text(value)));
        }
    }

    /// <summary>Makes of a cell what no spreadsheet runs.</summary>
    public static string Neutralised(string text) => text.Length > 0 && Formula.Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;

    public static bool IsObject(Type type) => type.IsClass && type != typeof(string);

    private static IEnumerable<CsvColumn> Of(
        Type type, string prefix, Func<JsonElement[], JsonElement> owner, int depth, IReadOnlyList<string>? fields) =>
        JsonNames.Members(type, fields).SelectMany(member =>
        {
            var name = JsonEncodedText.Encode(member.Name);
            JsonElement Value(JsonElement[] line) =>
                owner(line) is { ValueKind: JsonValueKind.Object } owned && owned.TryGetProperty(name.EncodedUtf8Bytes, out var value) ? value : default;
            return CsvLine.IsUnfolded(member)
                ? Of(CsvLine.ItemOf(member), $"{prefix}{member.Name}.", line => line.ElementAtOrDefault(depth + 1), depth + 1, fields: null)
                : IsObject(member.PropertyType)
                ? Of(member.PropertyType, $"{prefix}{member.Name}.", Value, depth, fields: null)
                : [new CsvColumn(prefix + member.Name, Value)];
        });

    private static bool IsWrittenAlike(JsonElement value, out ReadOnlySpan<byte> cell)
    {
        cell = value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? [] : JsonMarshal.GetRawUtf8Value(value);
        switch (value.ValueKind)
        {
            case JsonValueKind.Array when value.GetArrayLength() == 0:
                cell = [];
                break;
            case JsonValueKind.Array when value[0].ValueKind != JsonValueKind.Object:
                return false;
            case JsonValueKind.String:
                cell = cell[1..^1];
                if (cell.Contains((byte)'\\'))
                {
                    return false;
                }

                break;
        }

        return cell.IsEmpty || !MayBeginAFormula.Contains(cell[0]);
    }

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => "",
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Array when value.EnumerateArray().All(one => one.ValueKind != JsonValueKind.Object) => string.Join(';', value.EnumerateArray()
            .Select(one => Text(one).Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal))),
        _ => value.GetRawText(),
    };
}
