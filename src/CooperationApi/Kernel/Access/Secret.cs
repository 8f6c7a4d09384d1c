using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace CooperationApi.Kernel;

/// <summary>The secret of a key: a prefix that scanners of secrets find, random letters, and a check of them that tells a slip from a stranger.</summary>
internal static class Secret
{
    public const string Prefix = "coop_";

    private const string Letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    // 62 to the 43rd is more than 2 to the 256th.
    private const int RandomLetters = 43;
    private const int CheckLetters = 6;

    private static readonly SearchValues<char> Known = SearchValues.Create(Letters);

    public static string New()
    {
        var random = RandomNumberGenerator.GetString(Letters, RandomLetters);
        return Prefix + random + Check(random);
    }

    public static bool IsWellFormed(string text) =>
        text.Length == Prefix.Length + RandomLetters + CheckLetters
        && text.StartsWith(Prefix, StringComparison.Ordinal)
        && text.AsSpan(Prefix.Length).IndexOfAnyExcept(Known) < 0
        && text.EndsWith(Check(text.Substring(Prefix.Length, RandomLetters)), StringComparison.Ordinal);

    /// <summary>What is kept of a secret. Nobody guesses 256 random bits, so that neither salt nor stretching would add anything.</summary>
    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.ASCII.GetBytes(secret));

    /// <summary>Whether a hash is that of a secret, in a time that does not tell how much of it is right.</summary>
    public static bool Is(string secret, byte[] hash) => CryptographicOperations.FixedTimeEquals(Hash(secret), hash);

    private static string Check(string random) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(random)))[..CheckLetters];
}
