using ActGen.Frontend.Analysis;
using ActGen.Frontend.Model;
using ActGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ActGen.Frontend.Tests.Networks;

public sealed class DeclarationTests
{
    private const string Small = """
        using ActGen;
        namespace Demo;
        public partial class Outer
        {
            /// <summary>Mine.</summary>
            [Network(4, InputMeanSquare = 0.1)] [Dense(8, Bias = false), LeakyReLU(0.2)]
            [Dropout(0.25f)] // between
            [Dense(3, Init = Initializer.He)]
            [CrossEntropyLoss(ClassWeights = new double[] { 1, 2, 0.5 }, LabelSmoothing = 0.1)]
            internal sealed partial class Net;
        }
        """;

    [Fact]
    public void Layers_come_in_source_order_with_their_arguments()
    {
        NetworkDeclaration declaration = Analyze.Declaration(Small);

        Assert.Equal(["Dense", "LeakyReLU", "Dropout", "Dense", "CrossEntropyLoss"], declaration.Layers.Select(layer => layer.Name));
        Assert.Equal([LayerKind.Dense, LayerKind.Activation, LayerKind.Dropout, LayerKind.Dense, LayerKind.Loss], declaration.Layers.Select(layer => layer.Kind));
        Assert.Equal([4], declaration.InputShape);
        Assert.Equal(0.1, declaration.InputMeanSquare);
        Assert.Equal(8, declaration.Layers[0].Number("units", 0));
        Assert.False(declaration.Layers[0].Flag("Bias", true));
        Assert.Equal(0.2, declaration.Layers[1].Number("slope", 0));
        Assert.Equal(0.25, declaration.Layers[2].Number("rate", 0));
        Assert.Equal((double)Initializer.He, declaration.Layers[3].Number("Init", 0));
        Assert.Equal([1, 2, 0.5], declaration.Layers[4].Numbers("ClassWeights"));
        Assert.Equal("global::Demo.Outer.Net", declaration.Type.FullName);
        Assert.True(declaration.Target.HasSummary);
    }

    [Fact]
    public void Declarations_are_equal_by_value_across_compilations()
    {
        NetworkDeclaration first = Analyze.Declaration(Small), second = Analyze.Declaration(Small + "\n// more", "class Other;");

        Assert.NotSame(first, second);
        Assert.Equal(first, second);
        Assert.Equal(first.GetHashCode(), second.GetHashCode());
        Assert.NotEqual(first, Analyze.Declaration(Small.Replace("0.25f", "0.5f")));
    }

    [Fact]
    public void Equal_declarations_are_analysed_once()
    {
        NetworkAnalysis first = NetworkAnalysis.Of(Analyze.Declaration(Small));

        Assert.Same(first, NetworkAnalysis.Of(Analyze.Declaration(Small)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/// <summary>Mine.</summary>\n")]
    public void The_generated_half_changes_nothing_in_the_declaration(string documentation)
    {
        GeneratorRun run = GeneratorHarness.RunOnce(TestCompilation.Create($"{documentation}[ActGen.Network(4)] [ActGen.Dense(2)] public sealed partial class Net;"));

        Assert.Equal(Analyze.Declaration((CSharpCompilation)run.Input), Analyze.Declaration((CSharpCompilation)run.Output));
    }

    [Fact]
    public void Declarations_hold_no_part_of_a_compilation() =>
        StepValues.AssertHoldsNoCompilation(NetworkAnalysis.Of(Analyze.Declaration(Small)), "analysis");

    [Fact]
    public void Formulas_are_found_through_the_base_type_whatever_the_attribute_is_called()
    {
        NetworkDeclaration declaration = Analyze.Declaration("""
            using ActGen;
            [ActivationFunction] public readonly partial struct Cube { public static float Formula(float x, float scale = 2) => scale * x * x * x; }
            public sealed class MyCubeAttribute(double scale = 3) : ActivationAttribute<Cube>(scale);
            [Network(2)] [MyCube] [Activation<Cube>(5)] [GELU(Approximate = true)] [GELU]
            public sealed partial class Net;
            """);
        NetworkAnalysis analysis = NetworkAnalysis.Of(declaration);

        Assert.Equal(["Cube", "Cube", "GELUTanh", "GELU"], analysis.Layers.Select(layer => layer.Formula?.DisplayName));
        Assert.Equal([3], analysis.Layers[0].FormulaParameters);
        Assert.Equal([5], analysis.Layers[1].FormulaParameters);
        Assert.Equal("", analysis.Ids());
    }

    [Fact]
    public void A_formula_of_another_assembly_is_read_from_its_metadata()
    {
        MetadataReference library = GeneratorHarness.RunOnce(TestCompilation.Create("""
            using ActGen;
            namespace Acts;
            [ActivationFunction] public readonly partial struct Cube { public static float Formula(float x, float scale = 2) => scale * x * x * x; }
            public sealed class CubeAttribute(double scale = 2) : ActivationAttribute<Cube>(scale);
            """)).Output.ToReference();
        NetworkDeclaration declaration = Analyze.Declaration(TestCompilation.Create(
            ["using Acts; using ActGen; [Network(2)] [Cube(0.5)] public sealed partial class Net;"], TestReferences.Default.Add(library)));

        Assert.False(declaration.Layers[0].Formula!.IsOfThisCompilation);
        Assert.Equal("global::Acts.Cube", declaration.Layers[0].Formula!.Formula!.TypeName);
        Assert.Equal([0.5], NetworkAnalysis.Of(declaration).Layers[0].FormulaParameters);
    }

    [Fact]
    public void Metadata_keeps_the_order_of_layers()
    {
        MetadataReference library = TestCompilation.Create(
            "using ActGen; [Network(4)] [Dense(8), LeakyReLU(0.2)] [Dropout(0.5)] [Dense(3)] [MSELoss] public partial class Net;").ToReference();
        var compilation = TestCompilation.Create(["class Empty;"], TestReferences.Default.Add(library));
        INamedTypeSymbol type = compilation.GetTypeByMetadataName("Net")!;

        Assert.Equal(
            ["Dense", "LeakyReLU", "Dropout", "Dense", "MSELoss"],
            Attributes.NetworkReader.Read(type, compilation, default)!.Layers.Select(layer => layer.Name));
    }
}
