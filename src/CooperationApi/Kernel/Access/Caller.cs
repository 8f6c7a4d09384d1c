using System.Reflection;
using System.Security.Claims;
using System.Text;

namespace CooperationApi.Kernel;

/// <summary>What a key or a token allows: an editor writes records; an admin writes partners and fact sheets too.</summary>
internal enum Role
{
    Editor = 1,
    Admin,
}

/// <summary>Who asks. The id is unique among keys and the subjects of tokens, and stays; the name is shown beside what they change.</summary>
internal sealed record Caller(string Id, string Name, Role Role) : IBindableFromHttpContext<Caller>
{
    private const int LongestName = 200;

    public static ValueTask<Caller?> BindAsync(HttpContext context, ParameterInfo parameter) => ValueTask.FromResult(Of(context.User));

    /// <summary>Nobody where there is no role: a token may be good and yet allow nothing.</summary>
    public static Caller? Of(ClaimsPrincipal user) => RoleOf(user) is { } role
        ? new Caller(user.FindFirstValue(ClaimTypes.NameIdentifier)!, user.FindFirstValue(ClaimTypes.Name)!, role)
        : null;

    public static ClaimsPrincipal Principal(string scheme, string id, string name, Role? role)
    {
        var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, id), new(ClaimTypes.Name, name)], scheme);
        if (role is { } allowed)
        {
            identity.AddClaim(new Claim(ClaimTypes.Role, JsonNames.Of(allowed)));
        }

        return new ClaimsPrincipal(identity);
    }

    public static Role? ReadRole(string? text) =>
        JsonNames.OfEnum(typeof(Role)).Where(role => role.Value == text).Select(role => (Role?)role.Key).SingleOrDefault();

    /// <summary>Whether a text can stand in the database as somebody's name.</summary>
    public static bool IsName(string? text) =>
        text is { Length: > 0 and <= LongestName } && text == text.Trim()
        && text.EnumerateRunes().All(letter => !Rune.IsControl(letter) && letter != Rune.ReplacementChar);

    private static Role? RoleOf(ClaimsPrincipal user) => ReadRole(user.FindFirstValue(ClaimTypes.Role));
}
