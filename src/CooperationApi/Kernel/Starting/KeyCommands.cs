using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using Spectre.Console;
using Spectre.Console.Cli;

namespace CooperationApi.Kernel;

/// <summary>The commands about keys. What a script wants goes to the standard output, the words around it to the standard error.</summary>
internal static class KeyCommands
{
    private const int Unknown = 1;

    // Wide enough for a table that nobody looks at in a terminal.
    private const int WidthOfFiles = 400;

    private static readonly JsonSerializerOptions Indented = new(JsonNames.Options) { WriteIndented = true };

    public static void Add(IConfigurator<CommandSettings> keys, WebApplication app)
    {
        Task<int> WithKeys(Func<ApiKeys, CancellationToken, Task<int>> work) =>
            Command.WithDatabase(app, stop => work(app.Services.GetRequiredService<ApiKeys>(), stop));

        keys.SetDescription("Make, list and revoke the keys that let their holders write.");
        keys.AddAsyncDelegate<KeyToCreate>("create", (_, asked, _) => WithKeys((all, stop) => Create(all, asked, stop)))
            .WithDescription("Make a key. Its secret is printed once, alone on a line of the standard output, and kept nowhere.");
        keys.AddAsyncDelegate<KeysToList>("list", (_, asked, _) => WithKeys((all, stop) => List(all, asked, stop)))
            .WithDescription("List the keys there are and were, without their secrets.");
        keys.AddAsyncDelegate<KeyToRevoke>("revoke", (_, asked, _) => WithKeys((all, stop) => Revoke(all, asked, stop)))
            .WithDescription("End a key at once and for good.");
    }

    private static async Task<int> Create(ApiKeys keys, KeyToCreate asked, CancellationToken stop)
    {
        var (key, secret) = await keys.Create(asked.Name, asked.AsRole!.Value, asked.End, stop);
        await Console.Error.WriteLineAsync(
            $"{key.Id}, of {key.Name}, has the role {JsonNames.Of(key.Role)} and {(key.ExpiresAt is { } end ? $"expires at {end:u}" : "does not expire")}. "
            + $"Send it as {Credentials.KeyHeader}. This is the only time that it is shown:");
        await Console.Out.WriteLineAsync(secret);
        return 0;
    }

    private static async Task<int> List(ApiKeys keys, KeysToList asked, CancellationToken stop)
    {
        var all = await keys.List(stop);
        if (asked.Json)
        {
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(all, Indented));
            return 0;
        }

        var table = new Table().Border(TableBorder.Simple).AddColumns("Id", "Name", "Role", "State", "Created", "Expires", "Last used");
        foreach (var key in all)
        {
            string[] cells = [key.Id, key.Name, JsonNames.Of(key.Role), key.State, At(key.CreatedAt), At(key.ExpiresAt), At(key.LastUsedAt)];
            table.AddRow(cells.Select(cell => new Text(cell)));
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings());
        console.Profile.Width = Console.IsOutputRedirected ? WidthOfFiles : console.Profile.Width;
        console.Write(table);
        return 0;
    }

    private static async Task<int> Revoke(ApiKeys keys, KeyToRevoke asked, CancellationToken stop)
    {
        var key = await keys.Revoke(asked.Id, stop);
        await Console.Error.WriteLineAsync(key is null
            ? $"There is no key '{asked.Id}'. keys list shows those that there are."
            : $"{key.Id}, of {key.Name}, is revoked since {key.RevokedAt:u}.");
        return key is null ? Unknown : 0;
    }

    private static string At(DateTimeOffset? at) => at?.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture) ?? "-";
}

internal sealed class KeyToCreate : CommandSettings
{
    [CommandOption("--name <NAME>", isRequired: true)]
    [Description("Who holds it. Shown to everybody beside each change made with it.")]
    public string Name { get; init; } = "";

    [CommandOption("--role <ROLE>", isRequired: true)]
    [Description("editor, who writes records, or admin, who writes partners and fact sheets too.")]
    public string Role { get; init; } = "";

    [CommandOption("--expires <DATE>")]
    [Description("The last day on which it holds, in UTC: 2027-01-31. Without it, it holds until it is revoked.")]
    public string? Expires { get; init; }

    public Role? AsRole => Caller.ReadRole(Role);

    public DateTimeOffset? End => LastDay is { } day ? new DateTimeOffset(day.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero) : null;

    private DateOnly? LastDay =>
        DateOnly.TryParseExact(Expires, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue
            ? day : null;

    public override ValidationResult Validate() =>
        !Caller.IsName(Name) ? ValidationResult.Error("--name takes 1 to 200 characters, none of them a control character, and no spaces around them.")
        : AsRole is null ? ValidationResult.Error($"--role takes editor or admin, not '{Role}'.")
        : Expires is null ? ValidationResult.Success()
        : End is not { } end ? ValidationResult.Error($"--expires takes a date such as 2027-01-31, not '{Expires}'.")
        : end <= TimeProvider.System.GetUtcNow() ? ValidationResult.Error($"--expires takes a day that is not over, and {Expires} is.")
        : ValidationResult.Success();
}

internal sealed class KeysToList : CommandSettings
{
    [CommandOption("--json")]
    [Description("As JSON, for scripts.")]
    public bool Json { get; init; }
}

internal sealed class KeyToRevoke : CommandSettings
{
    [CommandArgument(0, "<ID>")]
    [Description("The id of the key, key_…, as keys list shows it; not its secret.")]
    public string Id { get; init; } = "";

    public override ValidationResult Validate() => Id.StartsWith(Secret.Prefix, StringComparison.Ordinal)
        ? ValidationResult.Error("That is a secret. revoke takes the id of the key, key_…, as keys list shows it.")
        : ValidationResult.Success();
}
