using System.Runtime.CompilerServices;

namespace ActGen.Testing;

/// <summary>Texts that are reviewed in git. After a change that is meant, run the tests once with <c>ACTGEN_UPDATE=1</c> and read the diff.</summary>
public static class Snapshot
{
    private static readonly bool Updates = Environment.GetEnvironmentVariable("ACTGEN_UPDATE") == "1";

    /// <summary>Compares with a file in the folder <c>Snapshots</c> beside the test.</summary>
    public static void AssertEqual(string name, string actual, [CallerFilePath] string caller = "") =>
        AssertFile(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(caller)!, "Snapshots", name)), actual);

    /// <summary>Compares with a file anywhere in the repository.</summary>
    public static void AssertFile(string path, string actual)
    {
        string? expected = File.Exists(path) ? File.ReadAllText(path).Replace("\r\n", "\n") : null;
        if (expected == actual)
            return;
        if (!Updates)
            throw new HarnessException($"{Path.GetFileName(path)} is not what the code makes now. If the change is meant, run the tests with ACTGEN_UPDATE=1 and review the diff.{Difference(expected, actual)}");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, actual);
    }

    /// <summary>Compares with the part of a page that lies between the lines <c>&lt;!-- name: begin --&gt;</c> and <c>&lt;!-- name: end --&gt;</c>.</summary>
    /// <exception cref="HarnessException">The page has lost these lines, or the part is not current.</exception>
    public static void AssertPart(string path, string name, string actual)
    {
        string begin = $"<!-- {name}: begin -->\n", end = $"<!-- {name}: end -->";
        string page = File.ReadAllText(path).Replace("\r\n", "\n");
        int first = page.IndexOf(begin, StringComparison.Ordinal) + begin.Length, last = page.IndexOf(end, StringComparison.Ordinal);
        if (first < begin.Length || last < first)
            throw new HarnessException($"{path} has lost the marks of '{name}', between which something is shown.");
        AssertFile(path, $"{page[..first]}{actual}{page[last..]}");
    }

    private static string Difference(string? expected, string actual)
    {
        if (expected is null)
            return " The file does not exist.";
        string[] left = expected.Split('\n'), right = actual.Split('\n');
        int line = left.Zip(right).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"\nLine {line + 1}\n  file:      {left.ElementAtOrDefault(line)}\n  generated: {right.ElementAtOrDefault(line)}";
    }
}
