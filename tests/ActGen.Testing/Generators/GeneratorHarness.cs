using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ActGen.Testing;

/// <summary>Runs generators as the compiler does, and holds every run to their promises: no exception, cached after an
/// unrelated edit, no step value that holds on to a compilation.</summary>
public static class GeneratorHarness
{
    /// <summary>Runs the product's generators on a program that references ActGen, with all checks.</summary>
    public static GeneratorRun Run(params IEnumerable<string> sources) => Run(TestCompilation.Create(sources));

    /// <summary>Runs generators with all checks: twice, with an unrelated edit in between.</summary>
    /// <param name="compilation">The program.</param>
    /// <param name="generators">The generators; all of the product when left out.</param>
    /// <exception cref="HarnessException">A promise is broken; the message says which.</exception>
    public static GeneratorRun Run(CSharpCompilation compilation, IEnumerable<IIncrementalGenerator>? generators = null)
    {
        GeneratorRun first = RunOnce(compilation, generators);
        foreach (GeneratorRunResult result in first.Result.Results)
            StepValues.AssertHoldNoCompilation(result);
        Incrementality.AssertUnrelatedEditsAreCached(first);
        return first;
    }

    /// <summary>Runs generators once; only exceptions fail. For sweeps over many programs.</summary>
    /// <param name="compilation">The program.</param>
    /// <param name="generators">The generators; all of the product when left out.</param>
    /// <exception cref="HarnessException">A generator threw (the user would see CS8785 and lose all generated code).</exception>
    public static GeneratorRun RunOnce(CSharpCompilation compilation, IEnumerable<IIncrementalGenerator>? generators = null)
    {
        ImmutableArray<ISourceGenerator> sources = generators is null
            ? ProductGenerators.CreateSources()
            : [.. generators.Select(generator => generator.AsSourceGenerator())];
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            sources,
            parseOptions: (CSharpParseOptions?)compilation.SyntaxTrees.FirstOrDefault()?.Options ?? TestCompilation.ParseOptions,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        return Continue(driver, compilation);
    }

    /// <summary>Runs a driver on the next state of its program.</summary>
    internal static GeneratorRun Continue(GeneratorDriver driver, CSharpCompilation compilation)
    {
        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out ImmutableArray<Diagnostic> diagnostics);
        GeneratorDriverRunResult result = driver.GetRunResult();
        foreach (GeneratorRunResult one in result.Results)
        {
            if (one.Exception is { } exception)
                throw new HarnessException($"{one.Generator.GetGeneratorType().Name} threw on:\n{Text(compilation)}\n{exception}");
        }
        // Diagnostics come from analyzers, never from a generator: only there pragmas and editorconfig work.
        if (!diagnostics.IsEmpty)
            throw new HarnessException("A generator reported diagnostics:\n" + TestCompilation.Describe(diagnostics));
        return new GeneratorRun(compilation, (CSharpCompilation)output, result, driver);
    }

    private static string Text(CSharpCompilation compilation) =>
        string.Join("\n// ----\n", compilation.SyntaxTrees.Select(tree => tree.ToString()));
}
