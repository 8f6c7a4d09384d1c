using System.Text.Json.Serialization.Metadata;
using CsvHelper;

namespace CooperationApi.Kernel;

/// <summary>How a cell is read.</summary>
internal enum ImportCellKind
{
    Text,
    Literal,
    Texts,
    Objects,
}

/// <summary>A column, or an object that is spread over several.</summary>
internal sealed record ImportColumn(string Name, string Path, Type Type, bool IsNullable, bool IsRequired)
{
    private IReadOnlyList<ImportColumn>? members;

    public IReadOnlyList<ImportColumn> Members => members ??= CsvColumn.IsObject(Type) ? [.. Properties(Type).Select(Of)] : [];

    public ImportCellKind Kind { get; } = KindOf(Type);

    public bool IsList => Kind is ImportCellKind.Texts or ImportCellKind.Objects;

    /// <summary>Which cell of a row it is; -1 where the header does not name it.</summary>
    public int Cell { get; set; } = -1;

    public bool IsGiven => Members.Count == 0 ? Cell >= 0 : Members.Any(member => member.IsGiven);

    public IEnumerable<ImportColumn> Leaves() => Members.Count == 0 ? [this] : Members.SelectMany(member => member.Leaves());

    public bool IsEmpty(CsvReader csv) => Members.Count == 0 ? Cell < 0 || csv.IsEmpty(Cell) : Members.All(member => member.IsEmpty(csv));

    private static IList<JsonPropertyInfo> Properties(Type type) => InputJson.Strict.GetTypeInfo(type).Properties;

    private ImportColumn Of(JsonPropertyInfo member) => new(
        member.Name, Path.Length == 0 ? member.Name : $"{Path}.{member.Name}", member.PropertyType, member.IsSetNullable, member.IsRequired);

    private static ImportCellKind KindOf(Type type)
    {
        var one = Nullable.GetUnderlyingType(type) ?? type;
        return one == typeof(bool) || one == typeof(int) || one == typeof(short) || one == typeof(long) || one == typeof(decimal) ? ImportCellKind.Literal
            : one == typeof(IReadOnlyList<string>) ? ImportCellKind.Texts
            : one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? ImportCellKind.Objects
            : ImportCellKind.Text;
    }
}
