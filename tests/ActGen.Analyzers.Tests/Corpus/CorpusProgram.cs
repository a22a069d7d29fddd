using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace ActGen.Analyzers.Tests.Corpus;

/// <summary>A program of the corpus: a file whose first lines say what it is and what the analyzers must say about it.</summary>
/// <param name="Name">Name of the file without its ending.</param>
/// <param name="IsGood">Whether no warning may be reported.</param>
/// <param name="Title">What it is, in a few words.</param>
/// <param name="Source">Paper, thread or repository.</param>
/// <param name="Expected">Rules that must all be reported; none for good programs.</param>
/// <param name="Text">The file.</param>
internal sealed record CorpusProgram(string Name, bool IsGood, string Title, string Source, ImmutableArray<string> Expected, string Text)
{
    private static readonly string[] Keys = ["Title", "Source", "About", "Expected"];

    /// <summary>Well-known architectures and right uses of the library.</summary>
    public static ImmutableArray<CorpusProgram> Good { get; } = Read("Good");

    /// <summary>Mistakes from the literature and from forums.</summary>
    public static ImmutableArray<CorpusProgram> Faulty { get; } = Read("Faulty");

    /// <summary>Both.</summary>
    public static ImmutableArray<CorpusProgram> All { get; } = [.. Good, .. Faulty];

    /// <summary>Whether the mistake was collected by authors of other tools, for a measure that is not of our choosing.</summary>
    public bool IsOfBenchmark => Source.Contains("DeepLocalize benchmark", StringComparison.Ordinal) || Source.Contains("samples of NeuraLint", StringComparison.Ordinal);

    /// <summary>The program without the lines that describe it.</summary>
    public string Code => string.Join('\n', Text.Split('\n').Skip(Keys.Length));

    private static ImmutableArray<CorpusProgram> Read(string folder, [CallerFilePath] string caller = "") =>
    [
        .. Directory.GetFiles(Path.Combine(Path.GetDirectoryName(caller)!, folder), "*.cs")
            .Order(StringComparer.Ordinal)
            .Select(path => Parse(Path.GetFileNameWithoutExtension(path), folder == "Good", File.ReadAllText(path).ReplaceLineEndings("\n"))),
    ];

    private static CorpusProgram Parse(string name, bool isGood, string text)
    {
        string[] values = [.. text.Split('\n').Zip(Keys, (line, key) => ValueOf(name, line, key))];
        ImmutableArray<string> expected = values[3] == "none" ? [] : [.. values[3].Split(", ")];
        Assert.True(isGood == expected.IsEmpty, $"{name}: good programs expect 'none', faulty ones at least one rule.");
        return new CorpusProgram(name, isGood, values[0], values[1], expected, text);
    }

    private static string ValueOf(string name, string line, string key)
    {
        Assert.True(line.StartsWith($"// {key}: ", StringComparison.Ordinal), $"{name}: the line '{line}' must begin with '// {key}: '.");
        return line[(key.Length + 5)..];
    }
}
