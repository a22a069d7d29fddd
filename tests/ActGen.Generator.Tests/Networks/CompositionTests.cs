using ActGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ActGen.Generator.Tests.Networks;

/// <summary>Blocks generate nothing, variants what networks do; an edit of a block reaches the networks that use it and no others.</summary>
public sealed class CompositionTests
{
    private const string Think = "using ActGen; [Block] [Dense(8), Tanh] [Dense(4)] class Think;";

    private static readonly string[] Files =
    [
        Think,
        "using ActGen; [Block] [Residual<Think>(Repeat = 2)] class Layer;",
        "using ActGen; [Network(4)] [Block<Layer>] [Dense(2)] [CrossEntropyLoss] public partial class User;",
        "using ActGen; [Network(4)] [Dense(4), ReLU] [Dense(2)] [CrossEntropyLoss] public partial class Other;",
        "using ActGen; [Variant<User, Formulas.Tanh, Formulas.GELU>] public partial class OfUser;",
        "using ActGen; [Variant<Other, Formulas.ReLU, Formulas.GELU>] public partial class OfOther;",
        "class Unrelated { public int One => 1; }",
    ];

    [Fact]
    public void Blocks_and_variants_compile_and_are_cached()
    {
        GeneratorRun run = GeneratorHarness.Run(Files).AssertCompiles();

        Assert.Equal(["OfOther", "OfUser", "Other", "User"], run.Sources.Keys.Select(name => name.Split('.')[0]).Order(StringComparer.Ordinal));
        Assert.All(run.Sources.Values, text => Assert.DoesNotContain("NetworkDeclarationException", text));
    }

    [Theory]
    [InlineData("User", "Formulas.Tanh", "[Network(4)] [Block<Layer>] [Dense(2)] [CrossEntropyLoss] public partial class Net;", "Tanh", "GELU")]
    [InlineData("Other", "Formulas.ReLU", "[Network(4)] [Dense(4), ReLU] [Dense(2)] [CrossEntropyLoss] public partial class Net;", "ReLU", "GELU")]
    public void A_variant_is_the_text_of_the_network_written_out(string origin, string formula, string written, string from, string to)
    {
        string variant = GeneratorHarness.RunOnce(TestCompilation.Create([.. Files, $"using ActGen; [Variant<{origin}, {formula}, Formulas.{to}>] public partial class Net;"])).Source("Net.");
        string network = GeneratorHarness.RunOnce(TestCompilation.Create([.. Files.Take(2).Append("using ActGen; " + written).Select(file => file.Replace(from, to))])).Source("Net.");

        Assert.Equal(network, variant);
    }

    [Theory]
    [InlineData(0, "using ActGen; [Block] [Dense(16), Tanh] [Dense(4)] class Think;", "OfUser User")]
    [InlineData(0, "using ActGen; [Block] [Dense(8), Tanh]   [Dense(4)] /* wide */ class Think { private int _count = 1; }", "")]
    [InlineData(1, "using ActGen; [Block] [Residual<Think>(Repeat = 3)] class Layer;", "OfUser User")]
    [InlineData(2, "using ActGen; [Network(4)] [Block<Layer>] [Dense(3)] [CrossEntropyLoss] public partial class User;", "OfUser User")]
    [InlineData(3, "using ActGen; [Network(4)] [Dense(5), ReLU] [Dense(2)] [CrossEntropyLoss] public partial class Other;", "OfOther Other")]
    [InlineData(4, "using ActGen; [Variant<User, Formulas.Tanh, Formulas.SiLU>] public partial class OfUser;", "OfUser")]
    [InlineData(6, "class Unrelated { public int Two => 2; }", "")]
    public void An_edit_reaches_what_it_is_part_of(int file, string edited, string rewritten)
    {
        GeneratorRun first = GeneratorHarness.RunOnce(TestCompilation.Create(Files));
        CSharpCompilation changed = first.Input.ReplaceSyntaxTree(first.Input.SyntaxTrees[file], TestCompilation.Parse(edited, first.Input.SyntaxTrees[file].FilePath));
        var second = first.Driver.RunGeneratorsAndUpdateCompilation(changed, out _, out _).GetRunResult();

        var outputs = second.Results.SelectMany(result => result.TrackedSteps.TryGetValue("NetworkFiles", out var steps) ? steps : []).SelectMany(step => step.Outputs);
        Assert.Equal(rewritten, string.Join(' ', outputs
            // "Unchanged" would have been analysed again.
            .Where(output => output.Reason != IncrementalStepRunReason.Cached)
            .Select(output => ((GeneratedFile)output.Value).HintName.Split('.')[0])
            .Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("[Network(4)] [Block<Missing>] [Dense(2)]")]
    [InlineData("[Network(4)] [Residual<Wide>] [Dense(2)] [CrossEntropyLoss]")]
    [InlineData("[Network(4)] [Block] [Dense(2)]")]
    [InlineData("[Network(4)] [Variant<Good, Formulas.ReLU, Formulas.GELU>] [Dense(2)]")]
    [InlineData("[Variant<Good, Formulas.Tanh, Formulas.GELU>]")]
    [InlineData("[Variant<Wide, Formulas.Tanh, Formulas.GELU>]")]
    [InlineData("[Variant<Net, Formulas.Tanh, Formulas.GELU>]")]
    [InlineData("[Variant<Missing, Formulas.ReLU, Formulas.GELU>]")]
    [InlineData("[Variant<Good, Formulas.ReLU, Missing>]")]
    public void Uses_keep_compiling_while_a_composition_is_wrong(string attributes)
    {
        GeneratorRun run = GeneratorHarness.Run($$"""
            using ActGen;
            {{attributes}} public partial class Net;
            [Block] [Dense(5)] class Wide;
            [Network(4)] [Dense(4), ReLU] [Dense(2)] [CrossEntropyLoss] public partial class Good;
            static class Uses
            {
                static float[] Run(Net net, float[] inputs) => Generic(new Net(seed: Net.InputSize), inputs);
                static float[] Generic<TNet>(TNet net, float[] inputs) where TNet : INetwork<TNet> { net.Forward(inputs, inputs); return inputs; }
            }
            """);

        Assert.Contains("NetworkDeclarationException", run.Source("Net."));
        Assert.All(run.Diagnostics, diagnostic => Assert.Contains("Missing", diagnostic.GetMessage()));
    }
}
