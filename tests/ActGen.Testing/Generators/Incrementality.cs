using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ActGen.Testing;

/// <summary>Whether generators do nothing again when nothing that they read has changed.</summary>
public static class Incrementality
{
    // Steps that Roslyn itself names: they see the compilation, which every edit changes.
    private static readonly ImmutableHashSet<string> RoslynSteps =
    [
        "Compilation", "CompilationOptions", "ParseOptions", "AdditionalTexts", "AnalyzerConfigOptions", "MetadataReferences",
        "SourceOutput", "ImplementationSourceOutput", "HostOutput",
    ];

    /// <summary>Types a new file, then edits the first file behind its last line; demands that every named step and every output is cached.</summary>
    /// <exception cref="HarnessException">A step ran again and gave another value.</exception>
    public static void AssertUnrelatedEditsAreCached(GeneratorRun run)
    {
        CSharpCompilation edited = run.Input.AddSyntaxTrees(
            TestCompilation.Parse("namespace Unrelated { internal sealed class Class { private int _count = 1; } }", "Unrelated.cs", OptionsOf(run.Input)));
        GeneratorRun afterNewFile = GeneratorHarness.Continue(run.Driver, edited);
        AssertCached(afterNewFile, "after a file was added");

        if (edited.SyntaxTrees.FirstOrDefault() is not { } tree)
            return;
        SyntaxTree longer = TestCompilation.Parse(tree.GetText() + "\n// a comment", tree.FilePath, OptionsOf(run.Input));
        GeneratorRun afterComment = GeneratorHarness.Continue(afterNewFile.Driver, edited.ReplaceSyntaxTree(tree, longer));
        AssertCached(afterComment, "after a comment was typed below");
    }

    /// <summary>Demands that every named step and every output of the last run is cached or unchanged.</summary>
    /// <exception cref="HarnessException">A step gave another value; the message names generator, step and reason.</exception>
    public static void AssertCached(GeneratorRun run, string when)
    {
        foreach (GeneratorRunResult result in run.Result.Results)
        {
            foreach ((string name, ImmutableArray<IncrementalGeneratorRunStep> steps) in NamedSteps(result))
                AssertCached(result, name, steps, when);
            foreach ((string name, ImmutableArray<IncrementalGeneratorRunStep> steps) in result.TrackedOutputSteps)
                AssertCached(result, name, steps, when);
        }
    }

    /// <summary>The steps that the generator itself named with <c>WithTrackingName</c>.</summary>
    public static IEnumerable<KeyValuePair<string, ImmutableArray<IncrementalGeneratorRunStep>>> NamedSteps(GeneratorRunResult result) =>
        result.TrackedSteps.Where(step => !RoslynSteps.Contains(step.Key) && !step.Key.Contains("ForAttribute", StringComparison.Ordinal));

    private static void AssertCached(GeneratorRunResult result, string name, ImmutableArray<IncrementalGeneratorRunStep> steps, string when)
    {
        foreach ((object value, IncrementalStepRunReason reason) in steps.SelectMany(step => step.Outputs))
        {
            if (reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged))
            {
                throw new HarnessException(
                    $"{result.Generator.GetGeneratorType().Name}: step '{name}' is {reason} {when}; it must be Cached or Unchanged. Value: {value}");
            }
        }
    }

    private static CSharpParseOptions OptionsOf(CSharpCompilation compilation) =>
        (CSharpParseOptions?)compilation.SyntaxTrees.FirstOrDefault()?.Options ?? TestCompilation.ParseOptions;
}
