using System.Globalization;
using ActGen.Frontend.Analysis;
using ActGen.Frontend.Diagnostics;
using ActGen.Frontend.Model;
using ActGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ActGen.Frontend.Tests.Networks;

/// <summary>Blocks, residual blocks and variants become one stack.</summary>
public sealed class CompositionTests
{
    private const string Blocks = """
        [Block] [Dense(6), Tanh] [Dense(4)] public sealed class Think;
        [Block] [Residual<Think>] [Dropout(0.1)] public sealed class Layer;
        """;

    [Fact]
    public void A_block_is_the_stack_written_out()
    {
        NetworkPlan blocks = Plan("[Network(4)] [Block<Think>(Repeat = 2)] [ReLU] [Dense(3)] [CrossEntropyLoss]");
        NetworkPlan written = Plan("[Network(4)] [Dense(6), Tanh] [Dense(4)] [Dense(6), Tanh] [Dense(4)] [ReLU] [Dense(3)] [CrossEntropyLoss]");

        Assert.Equal(written, blocks);
    }

    [Fact]
    public void Layers_know_where_they_come_from()
    {
        NetworkDeclaration declaration = Analyze.Declaration(Program("[Network(4)] [Dense(4)] [Block<Layer>(Repeat = 2)] [Dense(3)]"));

        string[] layer = ["Residual<Think>@1.0", "Dense@1.0.0", "Tanh@1.0.1", "Dense@1.0.2", "Residual<Think>@1.0", "Dropout@1.1"];
        Assert.Equal(["Dense@0", .. layer, .. layer, "Dense@2"], declaration.Layers.Select(one => $"{one.Name}@{string.Join('.', one.Path)}"));
        Assert.Equal([LayerKind.Branch, LayerKind.Sum, LayerKind.Branch, LayerKind.Sum], declaration.Layers.Select(one => one.Kind).Where(kind => kind is LayerKind.Branch or LayerKind.Sum));
    }

    [Fact]
    public void Nested_residual_blocks_add_what_stood_where_they_began()
    {
        NetworkPlan plan = Plan("[Network(4)] [Residual<Outer>(Repeat = 2)] [MSELoss]", Blocks + "[Block] [Dense(4)] [Residual<Think>] class Outer;");

        string[] steps = [.. plan.Layers.Select(layer => layer is PlannedSum sum ? $"+{sum.Branch}" : layer is PlannedBranch ? "branch" : layer.Place.Name)];
        string[] once = ["branch", "Dense", "branch", "Dense", "Tanh", "Dense"];
        Assert.Equal([.. once, "+2", "+0", .. once, "+10", "+8"], steps);
        Assert.Equal(["layer1.weight", "layer2.weight", "layer3.weight", "layer4.weight", "layer5.weight", "layer6.weight"], plan.Parameters.Select(tensor => tensor.Name).Where(name => name.EndsWith("weight", StringComparison.Ordinal)));
        Assert.Equal("+ Think", plan.Layers[6].Place.Name);
    }

    [Fact]
    public void A_block_of_another_assembly_is_the_same()
    {
        CSharpCompilation library = TestCompilation.Create([$"using ActGen;\n{Blocks}"], null, "Library");
        using var image = new MemoryStream();
        Assert.Empty(library.Emit(image).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        const string Net = "using ActGen; [Network(4)] [Block<Layer>(Repeat = 3)] [Dense(2)] public partial class Net;";
        CSharpCompilation user = TestCompilation.Create([Net], TestReferences.Default.Add(MetadataReference.CreateFromImage(image.ToArray())));

        Assert.Equal(NetworkAnalysis.Of(Analyze.Declaration(Net, Blocks.Insert(0, "using ActGen;\n"))).Plan, NetworkAnalysis.Of(Analyze.Declaration(user)).Plan);
    }

    [Theory]
    [InlineData("[Network(4)] [Block<Missing>] [Dense(2)]", "")]
    [InlineData("[Network(4)] [Block<string>] [Dense(2)]", "'string' is no block: mark it with [Block]")]
    [InlineData("[Network(4)] [Block<int[]>] [Dense(2)]", "'int[]' is no block: mark it with [Block]")]
    [InlineData("[Network(4)] [Block<Net>] [Dense(2)]", "'Net' is no block: a network is none; move the layers that it shares to a class marked [Block]")]
    [InlineData("[Network(4)] [Block<Ring>] [Dense(2)]", "'Ring' would contain itself without end: Ring → Back → Ring")]
    [InlineData("[Network(4)] [Residual<Wide>] [Dense(2)]", "[Residual<Wide>] adds the input of its block, rows of shape 4, to the output, rows of shape 5: let the block end with the shape that it gets")]
    [InlineData("[Network(4)] [Block<Scored>] [Dense(2)]", "[MSELoss] stands in a block: a loss belongs to the network, as its last step")]
    [InlineData("[Network(4)] [Dense(2)] [Block<Scored>]", "[MSELoss] stands in a block: a loss belongs to the network, as its last step")]
    [InlineData("[Network(4)] [Block] [Dense(2)]", "'Net' is marked [Network] and [Block] and can be one of them only")]
    [InlineData("[Network(4)] [Variant<Net, Formulas.ReLU, Formulas.GELU>] [Dense(2)]", "'Net' is marked [Network] and [Variant<Net, ReLU, GELU>] and can be one of them only")]
    [InlineData("[Variant<Net, Formulas.ReLU, Formulas.GELU>]", "'Net' is a variant of itself: in the end there is no network")]
    [InlineData("[Variant<Ring, Formulas.ReLU, Formulas.GELU>]", "'Ring' is no network that could have a variant: it has no [Network]")]
    [InlineData("[Variant<Origin, Formulas.Tanh, Formulas.GELU>]", "'Origin' does not use the formula 'Tanh', so that nothing is replaced: it uses 'ReLU', 'SiLU'")]
    [InlineData("[Variant<Origin, Formulas.ReLU, Formulas.ReLU>]", "'ReLU' is replaced by itself: nothing changes")]
    [InlineData("[Variant<Origin, Formulas.ReLU, Formulas.GELU>] [Dense(2)]", "'Net' has layers of its own: a variant has those of 'Origin' alone")]
    public void What_cannot_be_composed_says_why(string attributes, string reason)
    {
        NetworkAnalysis analysis = Analyze.Program($"using ActGen;\n{attributes} public sealed partial class Net;", """
            using ActGen;
            [Block] [Block<Back>] class Ring;
            [Block] [ReLU] [Block<Ring>] class Back;
            [Block] [Dense(5)] class Wide;
            [Block] [MSELoss] class Scored;
            [Network(4)] [Dense(4), ReLU] [SwiGLU(3)] partial class Origin;
            """);

        Problem problem = Assert.Single(analysis.Problems, problem => problem.Id == "ACT0009");
        Assert.Equal(reason.Length == 0, problem.IsToldElsewhere);
        Assert.Contains(reason, problem.Message);
        Assert.Null(analysis.Plan);
    }

    [Theory]
    [InlineData("[Network(4, 16)] [Residual<Line>]")]
    [InlineData("[Network(4, 16)] [Residual<Outer>(Repeat = 2)] [GlobalAveragePool] [Dense(2)]")]
    [InlineData("[Network(4, 16)] [Residual<Time>]")]
    public void The_first_layer_of_a_residual_block_says_what_its_axes_mean(string stack) =>
        Assert.Equal("", Analyze.Program(Program(stack, "[Block] [Conv1D(4, 3, Padding = Padding.Same), ReLU] class Line; [Block] [Residual<Line>] [ReLU] class Outer; [Block] [Dense(16)] class Time;")).Ids());

    [Fact]
    public void A_residual_block_that_reads_axes_in_two_ways_says_what_to_do() =>
        Assert.Contains("(time, features), to the output, rows of shape 4×16 (channels, length): let the block begin with a layer that reads them as its end does", Analyze.Program(
            Program("[Network(4, 16)] [Residual<Mixed>]", "[Block] [LayerNorm] [Conv1D(4, 3, Padding = Padding.Same)] class Mixed;")).Problems[0].Message);

    [Theory]
    [InlineData("Repeat = 0")]
    [InlineData("Repeat = -1")]
    [InlineData("Repeat = int.MinValue")]
    public void A_block_stands_there_at_least_once(string repeat) =>
        Assert.Equal("ACT0006", Analyze.Program(Program($"[Network(4)] [Block<Think>({repeat})] [Dense(2)]")).Ids());

    [Theory]
    [InlineData("[Block<Think>(Repeat = 2000000000)]", "")]
    [InlineData("[Residual<Think>(Repeat = 2000000000)]", "")]
    [InlineData("[Block<B9>]", "")]
    public void Too_many_layers_are_one_problem_whatever_they_are_repeated_by(string attribute, string more)
    {
        // 10⁹ layers, if anybody wrote them down.
        string powers = "[Block] [ReLU] class B0;" + string.Concat(Enumerable.Range(1, 9).Select(i => string.Create(CultureInfo.InvariantCulture, $"[Block] [Block<B{i - 1}>(Repeat = 10)] class B{i};")));
        NetworkAnalysis analysis = Analyze.Program(Program($"[Network(4)] {attribute} [Dense(2)]", Blocks + powers + more));

        Assert.Equal("'Net' has more than 1,000 layers, the most that a network has, those of its blocks counted each time", Assert.Single(analysis.Problems).Message);
    }

    [Fact]
    public void Blocks_within_blocks_end_somewhere()
    {
        string chain = "[Block] [ReLU] class B0;" + string.Concat(Enumerable.Range(1, 5000).Select(i => string.Create(CultureInfo.InvariantCulture, $"[Block] [Block<B{i - 1}>] class B{i};")));

        Assert.Equal("ACT0009", Analyze.Program(Program("[Network(4)] [Block<B5000>] [Dense(2)]", chain)).Ids());
        Assert.Equal("", Analyze.Program(Program("[Network(4)] [Block<B90>] [Dense(2)]", chain)).Ids());
    }

    [Theory]
    [InlineData("Formulas.ReLU, Formulas.GELU", "", "[Network(4)] [Dense(4, Init = Initializer.He), GELU] [Block<Hidden>] [GEGLU(3, Bias = false)] [MSELoss]")]
    [InlineData("Formulas.ReLU, Formulas.LeakyReLU", "(0.2)", "[Network(4)] [Dense(4, Init = Initializer.He), LeakyReLU(0.2)] [Block<Hidden>] [GatedDense<Formulas.LeakyReLU>(3, 0.2, Bias = false)] [MSELoss]")]
    [InlineData("Formulas.Tanh, Serf", "", "[Network(4)] [Dense(4, Init = Initializer.He), ReLU] [Block<Hidden>] [ReGLU(3, Bias = false)] [MSELoss]")]
    public void A_variant_is_the_network_written_out(string formulas, string parameters, string written)
    {
        const string More = """
            [Network(4)] [Dense(4, Init = Initializer.He), ReLU] [Block<Hidden>] [ReGLU(3, Bias = false)] [MSELoss] public partial class Origin;
            [ActivationFunction] public readonly partial struct Serf { public static float Formula(float x) => x * Functions.Erf(Functions.Softplus(x)); }
            """;
        string hidden = "[Block] [Dense(5), Tanh] public class Hidden;";
        NetworkPlan variant = Analyze.Program($"using ActGen;\n[Variant<Origin, {formulas}>{parameters}] public sealed partial class Net;\n{More}\n{hidden}").Plan!;
        NetworkPlan plain = Analyze.Program($"using ActGen;\n{written} public sealed partial class Net;\n{More}\n{(formulas.Contains("Serf") ? hidden.Replace("Tanh", "Activation<Serf>") : hidden)}").Plan!;

        Assert.Equal(plain.Parameters, variant.Parameters);
        Assert.Equal(plain.Signal, variant.Signal);
        Assert.Equal(plain.Loss, variant.Loss);
        Assert.Equal(plain.Layers.Select(Nameless), variant.Layers.Select(Nameless));
    }

    [Fact]
    public void A_variant_of_a_variant_replaces_both()
    {
        NetworkAnalysis analysis = Analyze.Program("""
            using ActGen;
            [Network(4)] [Dense(4), ReLU] [Dense(4), Tanh] [MSELoss] public partial class Origin;
            [Variant<Origin, Formulas.ReLU, Formulas.GELU>] public partial class First;
            [Variant<First, Formulas.Tanh, Formulas.GELU>] public partial class Net;
            """);

        Assert.Equal("", analysis.Ids());
        Assert.Equal(["Dense", "GELU", "Dense", "GELU", "MSELoss"], analysis.Layers.Select(layer => layer.Declaration.Name));
        Assert.Equal("Net", analysis.Plan!.Type.Name);
    }

    [Fact]
    public void Parameters_that_a_formula_does_not_have_are_told_at_the_variant()
    {
        NetworkAnalysis analysis = Analyze.Program("""
            using ActGen;
            [Network(4)] [Dense(4), ReLU] [MSELoss] public partial class Origin;
            [Variant<Origin, Formulas.ReLU, Formulas.LeakyReLU>(0.1, 0.2)] public partial class Net;
            """);

        Problem problem = Assert.Single(analysis.Problems);
        Assert.Equal(("ACT0006", "parameters"), (problem.Id, problem.Site.Argument));
    }

    [Fact]
    public void Mean_squares_and_gradients_of_both_ways_add()
    {
        // Dense at the start of a network keeps the mean square, its gradient too: 1 + 1 forward, and back.
        NetworkPlan plan = Plan("[Network(4)] [Residual<Line>] [MSELoss]", "[Block] [Dense(4)] class Line;");

        Assert.Equal([1, 1, 2], plan.Signal.Layers.Select(layer => layer.Output.MeanSquare));
        Assert.Equal([2, 1, 1], plan.Signal.Layers.Select(layer => Math.Round(layer.Gradient.MeanSquare, 6)));
        Assert.Equal(2, plan.Signal.InputGradient.MeanSquare, 6);
    }

    private static NetworkPlan Plan(string attributes, string blocks = Blocks)
    {
        NetworkAnalysis analysis = Analyze.Program(Program(attributes, blocks));
        Assert.Equal("", string.Join("\n", analysis.Problems.Select(problem => problem.Message)));
        return analysis.Plan!;
    }

    private static string Program(string attributes, string blocks = Blocks) => $"using ActGen;\n{attributes} public sealed partial class Net;\n{blocks}";

    private static PlannedLayer Nameless(PlannedLayer layer) => layer switch
    {
        PlannedGate gate => gate with { Place = NamelessPlace(gate.Place), Activation = gate.Activation with { Place = NamelessPlace(gate.Activation.Place) } },
        _ => layer with { Place = NamelessPlace(layer.Place) },
    };

    private static LayerPlace NamelessPlace(LayerPlace place) => place with { Name = "" };
}
