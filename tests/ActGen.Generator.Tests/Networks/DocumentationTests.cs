using System.Runtime.CompilerServices;
using ActGen.Testing;

namespace ActGen.Generator.Tests.Networks;

/// <summary>The page that shows the generated file shows what is generated now.</summary>
public sealed class DocumentationTests
{
    private const string Begin = "<!-- generated: begin -->\n", End = "<!-- generated: end -->\n";

    [Fact]
    public void The_page_about_generated_code_is_current()
    {
        string page = PathOf("docs", "generated-code.md");
        string declaration = File.ReadAllText(PathOf("samples", "Digits", "DigitClassifier.cs")).Replace("\r\n", "\n");
        string generated = GeneratorHarness.Run(declaration).AssertCompiles().Source("DigitClassifier");
        string text = File.ReadAllText(page).Replace("\r\n", "\n");
        int begin = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, end = text.IndexOf(End, StringComparison.Ordinal);
        Assert.True(begin >= Begin.Length && end >= begin, "The page has lost the marks between which the file is shown.");

        Snapshot.AssertFile(page, $"{text[..begin]}\n```csharp\n{declaration.TrimEnd()}\n```\n\n```csharp\n{generated.TrimEnd()}\n```\n\n{text[end..]}");
    }

    private static string PathOf(params string[] parts) => Path.Combine([Root(), .. parts]);

    private static string Root([CallerFilePath] string caller = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(caller)!, "..", "..", ".."));
}
