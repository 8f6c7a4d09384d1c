using System.Reflection;

namespace CooperationApi.Kernel;

internal static class Build
{
    /// <summary>The version of this build, as the document states it.</summary>
    public static string Version { get; } = typeof(Build).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
