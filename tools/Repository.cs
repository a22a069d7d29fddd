using System.Runtime.CompilerServices;

namespace ActGen.Tools;

/// <summary>Where the sources of this build lie, whatever the working directory is. Compiled into each tool.</summary>
internal static class Repository
{
    public static string PathOf(params string[] parts) => Path.Combine([Root(), .. parts]);

    private static string Root([CallerFilePath] string caller = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(caller)!, ".."));
}
