using System.IO.Compression;
using System.Text;
using BenchmarkDotNet.Attributes;
using CooperationApi.Kernel;
using CooperationApi.Sales.Fms;
using FluentValidation;
using Microsoft.AspNetCore.ResponseCompression;
using Npgsql;

namespace CooperationApi.Benchmarks;

/// <summary>What is done for every request, or for every row of one.</summary>
[MemoryDiagnoser]
public class HotFunctions : IDisposable
{
    private static readonly string[] Place = ["96400000000", "many-0008070"];

    private readonly DefaultHttpContext http = new();
    private readonly byte[] body = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"id\":\"many-0008070\",\"partners\":[\"JPN\"]},", 400)));
    private readonly BrotliCompressionProvider brotli = new(Microsoft.Extensions.Options.Options.Create(
        new BrotliCompressionProviderOptions { Level = CompressionLevel.Optimal }));
    private readonly KeptAnswers kept = new(new ConfigurationManager());
    private readonly Task news = new TaskCompletionSource().Task;
    private NpgsqlDataSource? database;
    private NpgsqlConnection? connection;
    private NpgsqlDataReader? reader;
    private JsonRows<FmsSale>? rows;

    /// <summary>Where the rows are read.</summary>
    internal static string? Database { get; set; }

    [GlobalSetup]
    public async Task Prepare()
    {
        Columns.MapShared();
        http.RequestServices = new ServiceCollection()
            .AddFmsSales()
            .AddValidatorsFromAssemblyContaining<Migrations>(ServiceLifetime.Singleton, includeInternalTypes: true).BuildServiceProvider();
        (http.Request.Method, http.Request.Path, http.Request.QueryString) = ("GET", "/sales/fms", new QueryString("?measure=sales&sort=-amount&limit=20"));
        http.Response.ContentType = EntityTags.JsonAsSent;
        kept.Keep(Asked(), news, Answer.Of(http.Response, new MemoryStream(body, 0, body.Length, false, publiclyVisible: true)), body.Length);

        database = NpgsqlDataSource.Create(Database!);
        connection = await database.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(FmsSaleStore.Writing.GetSql, connection);
        command.Parameters.AddWithValue("id", "jpn-fms-active-cases");
        command.Parameters.AddWithValue("asOf", DBNull.Value);
        reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        rows = new JsonRows<FmsSale>(reader);
    }

    [GlobalCleanup]
    public void Dispose()
    {
        rows?.Dispose();
        reader?.Dispose();
        connection?.Dispose();
        database?.Dispose();
        kept.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Description = "reading a query of three parameters")]
    public async Task<int> ReadQuery() => (await QueryReader.Read(http, [typeof(FmsSaleFilter), typeof(Paging<FmsSale, FmsSaleSort>)])).Count;

    [Benchmark(Description = "making the cursor of the next page")]
    public int MakeCursor() => Cursor.After(Place, http.Request).Text.Length;

    [Benchmark(Description = "writing a row as JSON")]
    public int WriteRow() => rows!.Read().Length;

    [Benchmark(Description = "the entity tag of 16 kB")]
    public int Tag() => EntityTags.OfJson(body).Length;

    [Benchmark(Description = "encoding 16 kB by br")]
    public int Encode()
    {
        using var encoded = new MemoryStream(body.Length);
        using (var stream = brotli.CreateStream(encoded))
        {
            stream.Write(body);
        }

        return encoded.ToArray().Length;
    }

    [Benchmark(Description = "finding a kept answer")]
    public bool Find() => kept.Find(Asked(), news) is not null;

    private Kernel.Question Asked() => Kernel.Question.Of(http.Request)!;
}
