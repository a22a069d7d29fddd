using System.Runtime.CompilerServices;
using ActGen.Testing;

namespace ActGen.Generator.Tests.Networks;

/// <summary>Pages that show a generated file show what is generated now.</summary>
public sealed class DocumentationTests
{
    [Fact]
    public void The_page_about_generated_code_is_current()
    {
        string declaration = Read(PathOf("samples", "Digits", "DigitClassifier.cs"));
        string generated = GeneratorHarness.Run(declaration).AssertCompiles().Source("DigitClassifier");
        Snapshot.AssertPart(PathOf("docs", "generated-code.md"), "generated", $"\n```csharp\n{declaration.TrimEnd()}\n```\n\n```csharp\n{generated.TrimEnd()}\n```\n\n");
    }

    [Fact]
    public void The_sample_of_an_own_activation_shows_what_is_derived_from_it()
    {
        string declaration = Read(PathOf("samples", "CustomActivation", "Gulu.cs"));
        string generated = GeneratorHarness.Run(declaration).AssertCompiles().Source("Gulu");
        Snapshot.AssertPart(PathOf("samples", "CustomActivation", "README.md"), "generated", $"\n```csharp\n{generated.TrimEnd()}\n```\n\n");
    }

    private static string Read(string path) => File.ReadAllText(path).Replace("\r\n", "\n");

    private static string PathOf(params string[] parts) => Path.Combine([Root(), .. parts]);

    private static string Root([CallerFilePath] string caller = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(caller)!, "..", "..", ".."));
}
