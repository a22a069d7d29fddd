using System.Reflection;
using System.Runtime.Loader;
using ActGen.Runtime.Tests.Proofs.Definitions;
using ActGen.Runtime.Tests.Proofs.Specs;
using ActGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ActGen.Runtime.Tests.Proofs.Programs;

/// <summary>From specs to running networks: C# text, the product's generators, one assembly in memory for all of them.</summary>
internal static class NetworkFactory
{
    private const string Namespace = "Proofs";

    /// <summary>The networks as the product generates them.</summary>
    public static IReadOnlyList<IFloatNetwork> CompileFloat(IReadOnlyList<NetworkSpec> specs)
    {
        GeneratorRun run = GeneratorHarness.RunOnce(Compile(specs)).AssertCompiles();
        Assembly assembly = Load(run.Output);
        return [.. specs.Select((_, i) => (IFloatNetwork)Activator.CreateInstance(typeof(FloatNetwork<>).MakeGenericType(assembly.GetType($"{Namespace}.{ClassName(i)}", throwOnError: true)!))!)];
    }

    /// <summary>A program that declares the networks N0, N1, … and the formulas of their own.</summary>
    public static CSharpCompilation Compile(IReadOnlyList<NetworkSpec> specs) =>
        TestCompilation.Create([Declarations(specs)], references: null, "Proofs.Networks", options: TestCompilation.Options.WithOptimizationLevel(OptimizationLevel.Release));

    /// <summary>The text of such a program.</summary>
    public static string Declarations(IReadOnlyList<NetworkSpec> specs) => $"""
        using ActGen;
        using static ActGen.Functions;

        namespace {Namespace};

        {string.Join("\n\n", OwnFormulas(specs).Concat(specs.Select((spec, i) => spec.Declaration(ClassName(i)))))}
        """;

    private static string ClassName(int index) => $"N{index}";

    private static IEnumerable<string> OwnFormulas(IReadOnlyList<NetworkSpec> specs) => specs
        .SelectMany(spec => spec.Layers.OfType<ActivationSpec>())
        .Select(layer => layer.Definition.Source)
        .OfType<string>()
        .Distinct();

    private static Assembly Load(CSharpCompilation compilation)
    {
        // A context of its own, because all these assemblies have the same name.
        AssemblyLoadContext context = new(compilation.AssemblyName);
        return context.LoadFromStream(new MemoryStream(compilation.ToImage()));
    }
}
