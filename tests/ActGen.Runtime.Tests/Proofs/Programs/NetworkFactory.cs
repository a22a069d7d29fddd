using System.Reflection;
using System.Runtime.Loader;
using ActGen.Frontend.Analysis;
using ActGen.Frontend.Attributes;
using ActGen.Frontend.Calculus;
using ActGen.Frontend.Model;
using ActGen.Generator.Emission;
using ActGen.Generator.Formulas;
using ActGen.Generator.Planning;
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

    /// <summary>Networks of a file as users write it, by name.</summary>
    public static IReadOnlyList<IFloatNetwork> CompileFloat(string source, params string[] names)
    {
        CSharpCompilation program = TestCompilation.Create([source], references: null, "Proofs.Source", options: TestCompilation.Options.WithOptimizationLevel(OptimizationLevel.Release));
        Assembly assembly = Load(GeneratorHarness.RunOnce(program).AssertCompiles().Output);
        return [.. names.Select(name => (IFloatNetwork)Activator.CreateInstance(typeof(FloatNetwork<>).MakeGenericType(assembly.GetType(name, throwOnError: true)!))!)];
    }

    /// <summary>The same plans with double as the scalar: the product's emitter has that one parameter.</summary>
    public static IReadOnlyList<IDoubleNetwork> CompileDouble(IReadOnlyList<NetworkSpec> specs)
    {
        GeneratorRun run = GeneratorHarness.RunOnce(Compile(specs), [new ActivationFunctionGenerator()]);
        FormulaTable formulas = FormulasOf(run.Input);
        CSharpCompilation program = run.Output
            .AddSyntaxTrees(specs.Select((_, i) => TestCompilation.Parse(EmitDouble(run.Input, formulas, ClassName(i)), $"{ClassName(i)}.double.cs")))
            .WithAssemblyName("ActGen.DoubleHarness");
        Assembly assembly = Load(program);
        return [.. specs.Select((_, i) => (IDoubleNetwork)Activator.CreateInstance(typeof(DoubleNetwork<>).MakeGenericType(assembly.GetType($"{Namespace}.{ClassName(i)}Double", throwOnError: true)!))!)];
    }

    /// <summary>Where the product's networks keep values in training.</summary>
    public static IReadOnlyList<TrainingPlan> TrainingPlans(IReadOnlyList<NetworkSpec> specs)
    {
        CSharpCompilation compilation = Compile(specs);
        FormulaTable formulas = FormulasOf(compilation);
        return [.. specs.Select((_, i) => TrainingPlanOf(PlanOf(compilation, formulas, ClassName(i))))];
    }

    private static TrainingPlan TrainingPlanOf(ActGen.Frontend.Model.NetworkPlan plan) => TrainingPlan.Of(plan, Stage.Of(plan));

    private static FormulaTable FormulasOf(CSharpCompilation compilation) => FormulaTable.Of(compilation
        .GetSymbolsWithName(_ => true, SymbolFilter.Type)
        .OfType<INamedTypeSymbol>()
        .Where(type => type.TypeKind == TypeKind.Struct)
        .Select(type => FormulaReader.Read(type, compilation, default)));

    private static string EmitDouble(CSharpCompilation compilation, FormulaTable formulas, string className) => NetworkEmitter.Emit(PlanOf(compilation, formulas, className), "double");

    private static ActGen.Frontend.Model.NetworkPlan PlanOf(CSharpCompilation compilation, FormulaTable formulas, string className)
    {
        NetworkDeclaration declaration = NetworkReader.Read(compilation.GetTypeByMetadataName($"{Namespace}.{className}")!, compilation, default)!;
        NetworkAnalysis analysis = NetworkAnalysis.Of(declaration.Resolve(formulas));
        return analysis.Plan ?? throw new HarnessException($"{className} has the problem: {analysis.Problems[0].Message}");
    }

    /// <summary>A program that declares the networks N0, N1, … and the formulas of their own.</summary>
    public static CSharpCompilation Compile(IReadOnlyList<NetworkSpec> specs, string space = Namespace) =>
        TestCompilation.Create([Declarations(specs, space)], references: null, "Proofs.Networks", options: TestCompilation.Options.WithOptimizationLevel(OptimizationLevel.Release));

    /// <summary>The text of such a program.</summary>
    private static string Declarations(IReadOnlyList<NetworkSpec> specs, string space) => $"""
        using ActGen;
        using static ActGen.Functions;

        namespace {space};

        {string.Join("\n\n", OwnFormulas(specs).Concat(specs.SelectMany(spec => spec.Blocks).Distinct()).Concat(specs.Select((spec, i) => spec.Declaration(ClassName(i)))))}
        """;

    private static string ClassName(int index) => $"N{index}";

    private static IEnumerable<string> OwnFormulas(IReadOnlyList<NetworkSpec> specs) => specs
        .SelectMany(spec => spec.Layers)
        .SelectMany(layer => layer.Parts)
        .Select(layer => layer.Activation?.Definition.Source)
        .OfType<string>()
        .Distinct();

    private static Assembly Load(CSharpCompilation compilation)
    {
        // A context of its own, because all these assemblies have the same name.
        AssemblyLoadContext context = new(compilation.AssemblyName);
        return context.LoadFromStream(new MemoryStream(compilation.ToImage()));
    }
}
