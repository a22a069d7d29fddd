using System.Runtime.CompilerServices;
using ActGen.Testing;

namespace ActGen.Generator.Tests.Networks;

/// <summary>Pages that show a generated file show what is generated now.</summary>
public sealed class DocumentationTests
{
    private const string Begin = "<!-- generated: begin -->\n", End = "<!-- generated: end -->\n";

    [Fact]
    public void The_page_about_generated_code_is_current()
    {
        string declaration = Read(PathOf("samples", "Digits", "DigitClassifier.cs"));
        string generated = GeneratorHarness.Run(declaration).AssertCompiles().Source("DigitClassifier");
        AssertShows(PathOf("docs", "generated-code.md"), $"\n```csharp\n{declaration.TrimEnd()}\n```\n\n```csharp\n{generated.TrimEnd()}\n```\n\n");
    }

    [Fact]
    public void The_sample_of_an_own_activation_shows_what_is_derived_from_it()
    {
        string declaration = Read(PathOf("samples", "CustomActivation", "Gulu.cs"));
        string generated = GeneratorHarness.Run(declaration).AssertCompiles().Source("Gulu");
        AssertShows(PathOf("samples", "CustomActivation", "README.md"), $"\n```csharp\n{generated.TrimEnd()}\n```\n\n");
    }

    private static void AssertShows(string page, string shown)
    {
        string text = Read(page);
        int begin = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, end = text.IndexOf(End, StringComparison.Ordinal);
        Assert.True(begin >= Begin.Length && end >= begin, $"{page} has lost the marks between which the file is shown.");
        Snapshot.AssertFile(page, $"{text[..begin]}{shown}{text[end..]}");
    }

    private static string Read(string path) => File.ReadAllText(path).Replace("\r\n", "\n");

    private static string PathOf(params string[] parts) => Path.Combine([Root(), .. parts]);

    private static string Root([CallerFilePath] string caller = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(caller)!, "..", "..", ".."));
}
