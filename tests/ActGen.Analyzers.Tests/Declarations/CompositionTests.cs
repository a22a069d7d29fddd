using System.Collections.Immutable;
using ActGen.Testing;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Tests.Declarations;

/// <summary>What is wrong with blocks, residual blocks and variants, once, and at the place where it is corrected.</summary>
public sealed class CompositionTests
{
    [Theory]
    // errors of composition, at the attribute
    [InlineData("[Block] [Dense(5)] class Wide; [Network(4)] [{|ACT0009:Residual<Wide>|}] [Dense(2)] partial class Net;")]
    [InlineData("class Plain; [Network(4)] [Dense(4)] [{|ACT0009:Block<Plain>|}] [Dense(2)] partial class Net;")]
    [InlineData("[Block] [Dense(5), {|ACT0009:Block<A>|}] class A; [Network(4)] [Block<A>] [Dense(2)] partial class Net;")]
    [InlineData("[Block] [{|ACT0009:Block<B>|}] class A; [Block] [{|ACT0009:Residual<A>|}] class B; [Network(4)] [Block<A>] [Dense(2)] partial class Net;")]
    [InlineData("[{|ACT0009:Block|}] class Empty; [Network(4)] [Block<Empty>] [Dense(2)] partial class Net;")]
    [InlineData("[Block] [Dense(4)] [{|ACT0009:MSELoss|}] class Scored; [Network(4)] [Block<Scored>] partial class Net;")]
    [InlineData("[{|ACT0009:Network(4)|}] [Block] [Dense(2)] partial class Net;")]
    [InlineData("[Network(4)] [Dense(2), ReLU] partial class Net; [{|ACT0009:Variant<Net, Formulas.Tanh, Formulas.GELU>|}] partial class Other;")]
    [InlineData("class Net; [{|ACT0009:Variant<Net, Formulas.Tanh, Formulas.GELU>|}] partial class Other;")]
    [InlineData("[{|ACT0009:Variant<B, Formulas.Tanh, Formulas.GELU>|}] partial class A; [{|ACT0009:Variant<A, Formulas.Tanh, Formulas.GELU>|}] partial class B;")]
    [InlineData("[Network(4)] [Dense(2), ReLU] partial class Net; [{|ACT0009:Variant<Net, Formulas.ReLU, Formulas.GELU>|}] [Dense(3)] partial class Other;")]
    // of a variant of a faulty variant only the first is told
    [InlineData("[Network(4)] [Dense(2), ReLU] partial class Net; [{|ACT0009:Variant<Net, Formulas.Tanh, Formulas.GELU>|}] partial class A; [Variant<A, Formulas.ReLU, Formulas.SiLU>] partial class B;")]
    // arguments
    [InlineData("[Block] [ReLU] class A; [Network(4)] [Dense(4)] [Block<A>({|ACT0006:Repeat = 0|})] [Dense(2)] partial class Net;")]
    [InlineData("[Network(4)] [Dense(2), ReLU] partial class Net; [Variant<Net, Formulas.ReLU, Formulas.LeakyReLU>({|ACT0006:0.1, 0.2|})] partial class Other;")]
    // what holds in a block is told there alone, however often it is used
    [InlineData("[Block] [Dense({|ACT0006:0|})] class A; [Network(4)] [Block<A>(Repeat = 3)] [Dense(2)] partial class Net; [Network(4)] [Block<A>] partial class Other;")]
    [InlineData("[Block] [{|ACT0015:Fancy|}] class A; [Block] [Block<A>] class B; [Network(4)] [Residual<B>] [Dense(2)] partial class Net; class FancyAttribute : LayerAttribute;")]
    [InlineData("[Block] partial class {|ACT0004:A|}; [ReLU] partial class A; [Network(4)] [Dense(4)] [Block<A>] [Dense(2)] partial class Net;")]
    [InlineData("[Network(4)] [Dense({|ACT0006:0|}), ReLU] partial class Net; [Variant<Net, Formulas.ReLU, Formulas.GELU>] partial class Other;")]
    [InlineData("[{|ACT0003:Network|}] [Dense(2), ReLU] partial class Net; [Variant<Net, Formulas.ReLU, Formulas.GELU>] partial class Other;")]
    // what needs the surroundings is told in the network
    [InlineData("[Block] [Dense(9), ReLU, GLU] class A; [Network(4)] [Dense(4), ReLU] [{|ACT0005:Block<A>(Repeat = 3)|}] [Dense(2)] partial class Net;")]
    // a variant is a class like a network
    [InlineData("[Network(4)] [Dense(2), ReLU] partial class Net; [Variant<Net, Formulas.ReLU, Formulas.GELU>] class {|ACT0001:Other|};")]
    [InlineData("[Network(4)] [Dense(2), ReLU] partial class Net; [Variant<Net, Formulas.ReLU, Formulas.GELU>] partial class {|ACT0002:Other|}<T>;")]
    [InlineData("[Network(4)] [Dense(2), ReLU] partial class Net; [Variant<Net, Formulas.ReLU, Formulas.GELU>] partial class Other { public int {|ACT0012:InputSize|} => 1; }")]
    public Task Is_reported_once_and_where_it_is_corrected(string code) => Verify(code);

    [Theory]
    [InlineData("[Block] [Dense(8), ReLU] [Dense(4)] class A; [Network(4)] [Dense(4)] [Residual<A>(Repeat = 2)] [Dense(2)] partial class Net;")]
    [InlineData("[Network(4)] [Dense(4), ReLU] [Block<Net.Inner>] [Dense(2)] partial class Net { [Block] [Dense(5), Tanh] internal class Inner; }")]
    [InlineData("[Block] [Dense(5), Tanh] record A<T>; [Network(4)] [Block<A<int>>] [Dense(2)] partial class Net;")]
    // while it is typed the C# compiler says what is wrong
    [InlineData("[Network(4)] [Block<Missing>] [Dense(2)] partial class Net;")]
    [InlineData("[Network(4)] [Block<>] [Dense(2)] partial class Net;")]
    [InlineData("[Variant<Missing, Formulas.ReLU, Formulas.GELU>] partial class Net;")]
    [InlineData("[Network(4)] [Dense(2), ReLU] partial class Net; [Variant<Net, Formulas.Missing, Formulas.GELU>] partial class Other;")]
    [InlineData("[Network(4)] [Dense(2), ReLU] partial class Net; [Variant<Net, Formulas.ReLU, Missing>] partial class Other;")]
    [InlineData("[Network(4)] [Dense(2), ReLU] partial class Net; [Variant<Net, Formulas.ReLU>] partial class Other;")]
    [InlineData("[Variant<,,>] partial class Other;")]
    public Task Is_silent_on_what_compiles(string code) => Verify(code);

    [Theory]
    // two activations in a row hold in the block
    [InlineData("[Block] [Dense(5), Tanh, {|ACT1007:HardTanh|}] class A; [Network(4)] [Block<A>(Repeat = 2)] [Dense(2)] [MSELoss] partial class Net; [Network(9)] [Residual<B>] partial class Other; [Block] [Block<A>] [Dense(9)] class B;")]
    // at the border of a block they are the network's
    [InlineData("[Block] [Dense(5), ReLU] class A; [Network(4)] [Block<A>] [{|ACT1007:ReLU|}] [Dense(2)] [MSELoss] partial class Net;")]
    [InlineData("[Block] [ReLU] [Dense(5)] class A; [Network(4)] [Dense(5), ReLU] [{|ACT1007:Block<A>|}] [ReLU] [Dense(2)] [MSELoss] partial class Net;")]
    // a block that has no nonlinearity is no mistake by itself; in a network it may be one
    [InlineData("[Block] [Dense(8)] class A; [Network(4)] [{|ACT1002:Block<A>|}] [Dense(9), ReLU] [Dense(2)] [MSELoss] partial class Net;")]
    // a residual sum is none of an affine pair, nor of a row of squashing layers
    [InlineData("[Block] [Dense(8), ReLU] [Dense(8)] class A; [Network(4)] [Dense(8)] [Residual<A>] [Residual<A>] [Dense(9), ReLU] [Dense(2)] [MSELoss] partial class Net;")]
    [InlineData("[Block] [Dense(8), Sigmoid] class A; [Network(4)] [Dense(8), Sigmoid] [Residual<A>(Repeat = 8)] [Dense(2)] [MSELoss] partial class Net;")]
    [InlineData("[Block] [Dense(2), ReLU] class A; [Network(2)] [Residual<A>(Repeat = 12)] [Dense(1)] [MSELoss] partial class Net;")]
    // zeros at the end of a residual block are the usual start
    [InlineData("[Block] [Dense(8), ReLU] [Dense(8, Init = Initializer.Zeros)] class A; [Network(4)] [Dense(8)] [Residual<A>(Repeat = 3)] [Dense(2)] [MSELoss] partial class Net;")]
    [InlineData("[Block] [Dense(8), ReLU] [Dense(8, Init = Initializer.Zeros)] class A; [Network(4)] [Dense(8), ReLU] [{|ACT3002:Block<A>|}] [ReLU] [Dense(2)] [MSELoss] partial class Net;")]
    // a variant is judged as a network, but not for what its origin is told
    [InlineData("[Network(4)] [Dense(8), ReLU] [Dense(2), {|ACT2001:Softmax|}] [CrossEntropyLoss] partial class Net; [Variant<Net, Formulas.ReLU, Formulas.LeakyReLU>] partial class Other;")]
    [InlineData("[Network(4)] [Dense(8), ReLU, Dropout(0.1)] [Dense(8), Tanh] [Dense(2)] [CrossEntropyLoss] partial class Net; [{|ACT1011:Variant<Net, Formulas.ReLU, Formulas.SELU>|}] partial class Other;")]
    public Task Rules_judge_what_blocks_and_variants_stand_for(string code) => Verify(code);

    [Fact]
    public async Task A_finding_in_a_block_names_the_layer_as_its_second_place()
    {
        Diagnostic found = Assert.Single(await Verify("[Block] [Dense(8)] class A; [Network(4)] [{|ACT1002:Block<A>|}] [Dense(9), ReLU] [Dense(2)] [MSELoss] partial class Net;"));

        Assert.Equal(["Dense(9)", "Dense(8)"], found.AdditionalLocations.Select(TextAt));
        Assert.Empty(found.Properties);
    }

    [Fact]
    public async Task A_problem_in_a_block_names_the_layer_as_its_second_place()
    {
        Diagnostic found = Assert.Single(await Verify("[Block] [Dense(9), ReLU, GLU] class A; [Network(4)] [Dense(4), ReLU] [{|ACT0005:Block<A>|}] [Dense(2)] partial class Net;"));

        Assert.Equal(["GLU"], found.AdditionalLocations.Select(TextAt));
    }

    [Fact]
    public async Task A_finding_on_a_variant_names_the_layer_of_its_origin()
    {
        Diagnostic found = Assert.Single(await Verify("[Network(4)] [Dense(8), ReLU, Dropout(0.1)] [Dense(8), Tanh] [Dense(2)] [CrossEntropyLoss] partial class Net; [{|ACT1011:Variant<Net, Formulas.ReLU, Formulas.SELU>|}] partial class Other;"));

        Assert.Equal(["ReLU", "Dropout(0.1)"], found.AdditionalLocations.Select(TextAt));
        Assert.Empty(found.Properties);
    }

    [Theory]
    [InlineData("GRU(8)", "set ReturnSequences = true on its [GRU]")]
    [InlineData("GRU(8), ReLU] [LayerNorm", "set ReturnSequences = true on its [GRU]")]
    [InlineData("LSTM(5)", "set ReturnSequences = true on its [LSTM], and let the block end with 8 features")]
    [InlineData("RNN(5, ReturnSequences = true)", "let the block end with the shape that it gets")]
    [InlineData("Flatten] [Dense(8)", "let the block end with the shape that it gets")]
    public async Task A_residual_around_a_last_state_is_told_to_return_all(string layers, string remedy) =>
        Assert.EndsWith(": " + remedy, Assert.Single(await Verify($"[Block] [{layers}] class A; [Network(20, 8)] [{{|ACT0009:Residual<A>|}}] [GRU(4)] [Dense(2)] [CrossEntropyLoss] partial class Net;")).GetMessage());

    private static string TextAt(Location location) => location.SourceTree!.GetText().ToString(location.SourceSpan);

    private static Task<ImmutableArray<Diagnostic>> Verify(string code) => new AnalyzerTest { TestCode = code, ExpectCompiles = false }.RunAsync();
}
