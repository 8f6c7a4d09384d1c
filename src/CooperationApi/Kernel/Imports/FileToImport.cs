using System.ComponentModel;
using System.Net;
using System.Net.Http.Headers;
using Spectre.Console;
using Spectre.Console.Cli;

namespace CooperationApi.Kernel;

/// <summary>What the command <c>import</c> is told.</summary>
internal sealed class FileToImport : CommandSettings
{
    private const string KeyVariable = "COOPERATION_KEY";
    private const string StandardInput = "-";
    private const string GzipEnding = ".gz";

    [CommandArgument(0, "[FILE]")]
    [Description("The file: .csv, .ndjson or .jsonl, and .gz after it if it is compressed; .json for one whole fact sheet. Without one, the standard input is read.")]
    public string File { get; init; } = StandardInput;

    [CommandOption("--resource <RESOURCE>", isRequired: true)]
    [Description("Where its rows belong, by path: agreements, sales/fms.")]
    public string Resource { get; init; } = "";

    [CommandOption("--server <URL>")]
    [Description("The service.")]
    [DefaultValue("http://localhost:8080")]
    public string Server { get; init; } = "";

    [CommandOption("--key <KEY>")]
    [Description("A key that may write. Better given in the environment, as COOPERATION_KEY: other users of the machine see arguments.")]
    public string? Key { get; init; }

    [CommandOption("--format <FORMAT>")]
    [Description("csv, ndjson or json, where the name of the file does not say it.")]
    public string? Format { get; init; }

    [CommandOption("--dry-run")]
    [Description("Say what would come of it, and change nothing.")]
    public bool DryRun { get; init; }

    [CommandOption("--on-conflict <WHAT>")]
    [Description("What becomes of a row that is there with other content: error, skip or replace.")]
    [DefaultValue("error")]
    public string OnConflict { get; init; } = "";

    [CommandOption("--skip-invalid")]
    [Description("Leave rows with faults out and take the others.")]
    public bool SkipInvalid { get; init; }

    [CommandOption("--reason <REASON>")]
    [Description("Why: the change feed shows it beside each change.")]
    public string? Reason { get; init; }

    public string? Secret => Key ?? Environment.GetEnvironmentVariable(KeyVariable);

    public Uri? Address => Uri.TryCreate(Server.TrimEnd('/') + "/", UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;

    public bool IsGzip => File.EndsWith(GzipEnding, StringComparison.OrdinalIgnoreCase);

    public string? MediaType => (Format ?? System.IO.Path.GetExtension(IsGzip ? File[..^GzipEnding.Length] : File).TrimStart('.')) switch
    {
        "csv" => MediaTypes.Csv,
        "ndjson" or "jsonl" => MediaTypes.Ndjson,
        "json" => MediaTypes.Json,
        _ => null,
    };

    /// <summary>Whether it is one document, not a file of rows.</summary>
    public bool IsDocument => MediaType == MediaTypes.Json;

    public string Path(Guid id) =>
        $"{Resource.Trim('/')}/import?dryRun={(DryRun ? "true" : "false")}&onConflict={OnConflict}&skipInvalid={(SkipInvalid ? "true" : "false")}"
        + (IsDocument ? "" : $"&importId={id}");

    public Stream Open() => File == StandardInput ? Console.OpenStandardInput() : System.IO.File.OpenRead(File);

    public override ValidationResult Validate() =>
        File != StandardInput && !System.IO.File.Exists(File) ? ValidationResult.Error($"There is no file {File}.")
        : MediaType is null ? ValidationResult.Error("Say what the file is with --format csv, ndjson or json: its name does not.")
        : Address is null ? ValidationResult.Error($"--server takes an address such as http://localhost:8080, not '{Server}'.")
        : string.IsNullOrEmpty(Secret) ? ValidationResult.Error($"To write takes a key: --key, or {KeyVariable} in the environment.")
        : !JsonNames.OfEnum(typeof(OnConflict)).Values.Contains(OnConflict)
            ? ValidationResult.Error($"--on-conflict takes error, skip or replace, not '{OnConflict}'.")
        : !Resource.Trim('/').Split('/').All(word => word.Length > 0 && word.All(one => char.IsAsciiLetterLower(one) || one == '-'))
            ? ValidationResult.Error($"--resource takes a path such as agreements or sales/fms, not '{Resource}'.")
        : ValidationResult.Success();
}

/// <summary>A file as a body, that knows how much of it has been sent.</summary>
internal sealed class FileContent : HttpContent
{
    private const int Piece = 64 * 1024;

    private readonly Stream file;
    private long sent;

    public FileContent(Stream file, string mediaType, bool isGzip)
    {
        this.file = file;
        Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        if (isGzip)
        {
            Headers.ContentEncoding.Add("gzip");
        }
    }

    public long Sent => Interlocked.Read(ref sent);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        var buffer = new byte[Piece];
        for (int count; (count = await file.ReadAsync(buffer)) > 0; Interlocked.Add(ref sent, count))
        {
            await stream.WriteAsync(buffer.AsMemory(0, count));
            await stream.FlushAsync();
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = file.CanSeek ? file.Length : 0;
        return file.CanSeek;
    }
}
