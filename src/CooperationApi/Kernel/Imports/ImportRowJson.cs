using System.Buffers;
using System.Text;
using System.Text.Json;
using CsvHelper;

namespace CooperationApi.Kernel;

/// <summary>Makes of a row of cells the JSON that a body of the same content is.</summary>
internal sealed class ImportRowJson : IDisposable
{
    private readonly ArrayBufferWriter<byte> row = new(4096);
    private readonly Utf8JsonWriter writer;
    private ImportColumn root = null!;

    public ImportRowJson() => writer = new Utf8JsonWriter(row, new JsonWriterOptions { Encoder = JsonNames.Options.Encoder });

    public int Columns { get; private set; }

    public void Dispose() => writer.Dispose();

    /// <summary>Takes a header; answers what is wrong with it.</summary>
    public List<Fault> Begin(Type type, string[] header, int mostFaults)
    {
        Columns = header.Length;
        root = new ImportColumn("", "", type, IsNullable: false, IsRequired: true);
        var leaves = root.Leaves().ToDictionary(leaf => leaf.Path);
        var faults = new List<Fault>();
        for (var at = 0; at < header.Length && faults.Count < mostFaults; at++)
        {
            if (!leaves.TryGetValue(header[at], out var leaf))
            {
                var near = NearMiss.Of(header[at], leaves.Keys);
                faults.Add(At(header[at], FaultCode.UnknownMember, $"There is no such column; there are {string.Join(", ", leaves.Keys)}.", near));
            }
            else if (leaf.Cell >= 0)
            {
                faults.Add(At(header[at], FaultCode.Repeated, "The column is there more than once.", []));
            }
            else
            {
                leaf.Cell = at;
            }
        }

        faults.AddRange(root.Members.Where(member => member.IsRequired && !member.IsGiven)
            .Select(member => At(member.Path, FaultCode.Missing, $"The column {member.Path} must be there.", [])));
        return faults;
    }

    public ReadOnlyMemory<byte> Write(CsvReader csv)
    {
        row.ResetWrittenCount();
        writer.Reset(row);
        Write(root, csv);
        writer.Flush();
        return row.WrittenMemory;
    }

    private static Fault At(string column, FaultCode code, string detail, IReadOnlyList<string> near) => new()
    {
        Line = 1,
        Column = InputText.Shortened(column),
        Code = code,
        Detail = detail,
        DidYouMean = near.Count > 0 ? near : null,
    };

    private void Write(ImportColumn column, CsvReader csv)
    {
        if (column.Members.Count == 0)
        {
            WriteCell(column, csv.GetSpan(column.Cell));
        }
        else if (column.IsNullable && column.IsEmpty(csv))
        {
            writer.WriteNullValue();
        }
        else
        {
            writer.WriteStartObject();
            foreach (var member in column.Members)
            {
                if (member.IsGiven)
                {
                    writer.WritePropertyName(member.Name);
                    Write(member, csv);
                }
            }

            writer.WriteEndObject();
        }
    }

    private void WriteCell(ImportColumn column, ReadOnlySpan<byte> cell)
    {
        var text = Plain(cell);
        if (text.Length == 0 && column.IsList)
        {
            writer.WriteStartArray();
            writer.WriteEndArray();
        }
        else if (column.Kind == ImportCellKind.Texts)
        {
            WriteTexts(text);
        }
        else if (column.Kind != ImportCellKind.Text && text.Length > 0 && IsJson(text))
        {
            writer.WriteRawValue(text, skipInputValidation: true);
        }
        else
        {
            WriteText(text);
        }
    }

    private void WriteText(ReadOnlySpan<byte> text)
    {
        if (text.Length == 0)
        {
            writer.WriteNullValue();
        }
        else
        {
            writer.WriteStringValue(text);
        }
    }

    private void WriteTexts(ReadOnlySpan<byte> joined)
    {
        writer.WriteStartArray();
        var one = new ArrayBufferWriter<byte>(joined.Length);
        for (var at = 0; at < joined.Length; at++)
        {
            if (joined[at] == ';')
            {
                WriteOne(one);
                continue;
            }

            if (joined[at] == '\\' && at + 1 < joined.Length && (joined[at + 1] == '\\' || joined[at + 1] == ';'))
            {
                at++;
            }

            one.Write(joined.Slice(at, 1));
        }

        WriteOne(one);
        writer.WriteEndArray();
    }

    private void WriteOne(ArrayBufferWriter<byte> one)
    {
        if (one.WrittenCount == 0)
        {
            writer.WriteStringValue("");
        }
        else
        {
            WriteText(one.WrittenSpan);
        }

        one.ResetWrittenCount();
    }

    // The apostrophe that keeps a spreadsheet from running the cell.
    private static ReadOnlySpan<byte> Plain(ReadOnlySpan<byte> cell) =>
        cell.Length > 1 && cell[0] == '\'' && Rune.DecodeFromUtf8(cell[1..], out var next, out _) == OperationStatus.Done
        && CsvColumn.Formula.Contains((char)next.Value, StringComparison.Ordinal) && next.IsBmp ? cell[1..] : cell;

    private static bool IsJson(ReadOnlySpan<byte> text)
    {
        try
        {
            var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = InputJson.MaxDepth });
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
