using System.Globalization;

namespace CooperationApi.Kernel;

/// <summary>Reads settings, and refuses to start with one that says nothing, where the host would pass it over or print its stack.</summary>
internal static class Settings
{
    public static int Whole(this IConfiguration configuration, string name, string of, int most, int otherwise) =>
        configuration[name] is not { Length: > 0 } text ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most ? number
        : throw new StartException($"{name} takes a whole number of {of} from 0 to {most}, not '{text}'.");

    public static bool Is(this IConfiguration configuration, string name) =>
        configuration[name] is { Length: > 0 } text
        && (bool.TryParse(text, out var isSo) ? isSo : throw new StartException($"{name} takes true or false, not '{text}'."));
}
