using System.Runtime.CompilerServices;

namespace ActGen.Generator.Tests.Formulas;

/// <summary>Compares text with a file under <c>Snapshots</c>, or writes the file when <c>ACTGEN_UPDATE_SNAPSHOTS</c> is set.</summary>
internal static class Snapshot
{
    public static void Check(string file, string text, [CallerFilePath] string thisFile = "")
    {
        string path = Path.Combine(Path.GetDirectoryName(thisFile)!, "Snapshots", file);
        if (Environment.GetEnvironmentVariable("ACTGEN_UPDATE_SNAPSHOTS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
        Assert.True(File.Exists(path), $"{path} is missing; run with ACTGEN_UPDATE_SNAPSHOTS=1 and review it.");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), text);
    }
}
