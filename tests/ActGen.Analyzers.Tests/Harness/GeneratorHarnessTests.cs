using ActGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ActGen.Analyzers.Tests.Harness;

/// <summary>The harness must catch each broken promise; otherwise no test that uses it means anything.</summary>
public class GeneratorHarnessTests
{
    private const string Program = "class A { }";

    [Fact]
    public void A_generator_that_keeps_its_promises_passes()
    {
        GeneratorRun run = Run(context => NameOf(context, "Names", type => type.Identifier.Text));

        Assert.Equal("// A", run.Source("A"));
    }

    [Fact]
    public void A_value_that_holds_a_symbol_fails()
    {
        var exception = Assert.Throws<HarnessException>(() => Run(context => context.RegisterSourceOutput(
            context.SyntaxProvider.CreateSyntaxProvider(
                static (node, _) => node is ClassDeclarationSyntax,
                static (c, _) => new { Inner = new object?[] { c.SemanticModel.GetDeclaredSymbol(c.Node) } }).WithTrackingName("Symbols"),
            static (_, _) => { })));

        Assert.Contains("ISymbol", exception.Message);
        Assert.Contains("Inner[0]", exception.Message);
    }

    [Fact]
    public void A_step_that_runs_again_fails()
    {
        var exception = Assert.Throws<HarnessException>(() => Run(context => NameOf(context, "Never equal", static _ => new object())));

        Assert.Contains("'Never equal' is Modified", exception.Message);
    }

    [Fact]
    public void An_exception_fails_with_the_program()
    {
        var exception = Assert.Throws<HarnessException>(() => Run(context => NameOf(context, "Throws", static object (_) => throw new InvalidOperationException("on purpose"))));

        Assert.Contains("on purpose", exception.Message);
        Assert.Contains(Program, exception.Message);
    }

    [Fact]
    public void A_program_that_does_not_compile_is_noticed() =>
        Assert.Contains("CS0246", Assert.Throws<HarnessException>(() => GeneratorHarness.Run("class A : Missing;").AssertCompiles()).Message);

    [Fact]
    public void A_user_project_compiles_with_the_framework_and_ActGen() =>
        GeneratorHarness.Run("using System; class A { int B(ReadOnlySpan<float> x) => x.Length; ActGen.Initializer C => default; }").AssertCompiles();

    private static GeneratorRun Run(Action<IncrementalGeneratorInitializationContext> initialize) =>
        GeneratorHarness.Run(TestCompilation.Create(Program), [new Generator(initialize)]);

    private static void NameOf<T>(IncrementalGeneratorInitializationContext context, string step, Func<ClassDeclarationSyntax, T> read) =>
        context.RegisterSourceOutput(
            context.SyntaxProvider
                .CreateSyntaxProvider(static (node, _) => node is ClassDeclarationSyntax { Identifier.Text: "A" }, (c, _) => read((ClassDeclarationSyntax)c.Node))
                .WithTrackingName(step),
            static (output, name) => output.AddSource($"{name}.g.cs", $"// {name}"));

    private sealed class Generator(Action<IncrementalGeneratorInitializationContext> initialize) : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) => initialize(context);
    }
}
