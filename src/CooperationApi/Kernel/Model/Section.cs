using Dapper;
using FluentValidation;
using Npgsql;

namespace CooperationApi.Kernel;

/// <summary>Reads the rows of a section from a snapshot.</summary>
internal delegate Task<IReadOnlyList<object>> SectionRows(object parameters, NpgsqlTransaction snapshot, CancellationToken stop);

/// <summary>
/// A resource as a part of documents that put several together: a partner's profile, a whole fact sheet. Each slice brings its own, so that
/// neither need know their types.
/// </summary>
internal sealed record Section(string Name, Type Item, SectionRows OfPartner)
{
    /// <summary>Which editions a fact sheet states, for the SELECT of a resource: those of its day that cite it.</summary>
    public const string StatedSql = """
        (e.id, e.stated_from) in (select c.id, c.stated_from
                                    from citations c
                                    join fact_sheets f on f.id = c.fact_sheet and lower(f.published) = c.stated_from
                                   where (c.resource, c.fact_sheet) = (@resource, @sheet))
        """;

    /// <summary>How fact sheets state it; null where they do not, because it is what they are.</summary>
    public Statements? Stated { get; init; }

    public static Section Of<T>(string name, string partnerSql)
        where T : class => new(name, typeof(T), Rows<T>(partnerSql));

    public static Section Of<T, TInput>(string name, string partnerSql, Writable resource, string statedSql)
        where T : class
        where TInput : class => Of<T>(name, partnerSql) with
        {
            Stated = new(name, resource, typeof(TInput), Rows<T>(statedSql), Read<TInput>),
        };

    private static SectionRows Rows<T>(string sql)
        where T : class => async (parameters, snapshot, stop) =>
            [.. await snapshot.Connection!.QueryAsync<T>(new CommandDefinition(sql, parameters, snapshot, cancellationToken: stop))];

    private static WriteRow? Read<TInput>(ReadOnlyMemory<byte> json, IServiceProvider services, List<Fault> faults)
        where TInput : class =>
        BodyReader.Read(json, services.GetService<IValidator<TInput>>(), faults) is { } input ? WriteRow.Restoring(input) : null;
}

/// <summary>A section of a fact sheet: how its records are read from a snapshot, and from what a writer hands over.</summary>
internal sealed record Statements(string Name, Writable Resource, Type Input, SectionRows Rows, Statements.Reader Read)
{
    /// <summary>How many records one section of a document may have.</summary>
    public const int Most = 1000;

    /// <summary>How long a document may be.</summary>
    public const int MostBytes = 10_000_000;

    /// <summary>A record as it is to be written; null where it has faults, which are added to those there are.</summary>
    internal delegate WriteRow? Reader(ReadOnlyMemory<byte> json, IServiceProvider services, List<Fault> faults);
}
