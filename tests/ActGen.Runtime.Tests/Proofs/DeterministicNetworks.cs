using ActGen.Runtime.Tests.Proofs.Definitions;
using ActGen.Runtime.Tests.Proofs.Programs;
using ActGen.Runtime.Tests.Proofs.Specs;

namespace ActGen.Runtime.Tests.Proofs;

/// <summary>Small networks with every kind of layer, for tests of bits.</summary>
internal static class DeterministicNetworks
{
    public static IReadOnlyList<NetworkSpec> Specs { get; } =
    [
        new([7], [new DenseSpec(33), Activation("GELU"), new DropoutSpec(0.25), new DenseSpec(17), Activation("Swish"), new DenseSpec(3)], new CrossEntropySpec(LabelSmoothing: 0.1)),
        new([16], [new DenseSpec(15), Activation("ReLU"), new DenseSpec(31), Activation("Mish"), new DenseSpec(5)], new MSESpec()),
        new([2, 8], [new DenseSpec(9), Activation("Tanh"), new SoftmaxSpec(), new DenseSpec(3), new LogSoftmaxSpec()], new NLLSpec()),
        new([3], [new DenseSpec(64), Activation("ELU"), new DenseSpec(64), Activation("Activation<LeakyTanh>"), new DenseSpec(2)], new BCEWithLogitsSpec()),
        new([6], [new DenseSpec(34), new RReLUSpec(), new GateSpec(Activation("Swish")), Activation("PReLU") with { PerChannel = true }, new CReLUSpec(), new GatedDenseSpec(9, Activation("SiLU"), Name: "SwiGLU"), new DenseSpec(12), new MaxoutSpec(3)], new CrossEntropySpec()),
        new([3, 5], [new GatedDenseSpec(8, Activation("Activation<LeakyTanh>"), Bias: false), new SoftminSpec(), new DenseSpec(33), new SparsemaxSpec(), new DenseSpec(2)], new MSESpec()),
        new([5, 3], [new DenseSpec(9), Activation("Sigmoid")], new TverskySpec(0.3, 0.7)),
        new([5, 3], [new DenseSpec(6), new GateSpec(Activation("Tanh")), new DenseSpec(7)], new CosineSimilaritySpec()),
        new([2, 3], [new DenseSpec(33), Activation("SiLU"), new DenseSpec(4)], new GaussianSpec()),
        // Positions, then whole rows, then positions: with 21 rows of 5 no share of positions is one of rows.
        // Images: from channels first to channels last and back.
        new([6, 3, 5], [Activation("PReLU") with { PerChannel = true }, new DropoutSpec(0.25), new GateSpec(Activation("Swish")), new SoftmaxSpec(), new CReLUSpec(), new ReshapeSpec(90), new DenseSpec(5)], new CrossEntropySpec()),
        // Windows over images, and axes that change places.
        new([9, 7, 6], [new PoolSpec(2, true, 3, Stride: 2, Padding: 1), Activation("Tanh"), new PoolSpec(2, false, 2), new PermuteSpec(3, 2, 1), new PoolSpec(2, true, 1, Stride: 2), new PermuteSpec(2, 3, 1), new ReshapeSpec(5), new DenseSpec(3)], new CrossEntropySpec()),
        new([5, 3], [new DenseSpec(9), Activation("Tanh"), new ReshapeSpec(45), new DenseSpec(12), new ReshapeSpec(3, 4), new DenseSpec(6), Activation("SiLU")], new MSESpec()),
        new([9], [new DenseSpec(17), Activation("ReLU"), new DenseSpec(3)], new FocalSpec()),
        new([1, 9, 8], [new ConvolutionSpec(2, 8, 3, 3), Activation("ReLU"), new ConvolutionSpec(2, 18, 3, 3) { Padding = -1 }, Activation("GELU"), new ConvolutionSpec(2, 18, 3, 3) { Groups = 18, Stride = 2, Padding = 1 }, new ConvolutionSpec(2, 33, 1, 1), Activation("Swish"), new ReshapeSpec(396), new DenseSpec(3)], new CrossEntropySpec()),
        // Pools that are parts of convolutions: in training and at inference, at inference only.
        new([2, 11, 10], [new ConvolutionSpec(2, 9, 3, 3) { Padding = -1 }, Activation("ReLU"), new PoolSpec(2, true, 2), new ConvolutionSpec(2, 18, 2, 2), new PoolSpec(2, true, 2), new ConvolutionSpec(2, 5, 2, 1), Activation("GELU"), new PoolSpec(0, false), new DenseSpec(3)], new CrossEntropySpec()),
        new([4, 19], [new ConvolutionSpec(1, 10, 1, 3) { Padding = 2, Dilation = 2 }, Activation("Activation<LeakyTanh>"), new ConvolutionSpec(1, 6, 1, 4) { Stride = 2, Groups = 2 }, Activation("Tanh")], new MSESpec()),
        new([3, 5], [new DenseSpec(70), new ResidualSpec(new DenseSpec(33), Activation("GELU"), new DropoutSpec(0.25), new ResidualSpec(Activation("Tanh")), new DenseSpec(70)), new ResidualSpec(new DenseSpec(70), Activation("ReLU")), new DenseSpec(3)], new CrossEntropySpec()),
        new([6, 3, 5], [new ResidualSpec(Activation("Swish"), new SoftmaxSpec()), new ReshapeSpec(90), new DenseSpec(5)], new MSESpec()),
        new([5], [new DenseSpec(33), Fast("SiLU"), new DenseSpec(18), Fast("Mish"), new GateSpec(Fast("Sigmoid")), Fast("Tanh"), Fast("Swish") with { PerChannel = true }, new GatedDenseSpec(7, Fast("Activation<LeakyTanh>")), new DenseSpec(3), Fast("Softplus")], new MSESpec()),
        // Layers of more than 64 outputs, whose single rows the threads of a predictor share, before and behind others.
        new([5], [new DenseSpec(130), Activation("GELU"), new DenseSpec(9), Activation("Tanh"), new DenseSpec(68), new GateSpec(Activation("Swish")), new DenseSpec(97), Activation("ReLU"), new DenseSpec(3)], new CrossEntropySpec()),
        new([2, 3], [new DenseSpec(70), Activation("ReLU"), new SoftmaxSpec(), new DenseSpec(81), new GatedDenseSpec(66, Activation("SiLU")), new DenseSpec(5)], new MSESpec()),
        new([6, 2, 5], [new GroupNormSpec(2), Activation("Tanh"), new GroupNormSpec(6, Affine: false), new ReshapeSpec(60), new DenseSpec(20), new GroupNormSpec(1), new DenseSpec(3)], new MSESpec()),
        new([5], [new BatchNormSpec(), new DenseSpec(40, Bias: false), new BatchNormSpec(), Activation("ReLU"), new DenseSpec(3), new BatchNormSpec(Affine: false)], new CrossEntropySpec()),
        new([3, 2, 2], [new LayerNormSpec(), Activation("Tanh"), new BatchNormSpec(), new RMSNormSpec(Affine: false), new ReshapeSpec(12), new DenseSpec(3)], new MSESpec()),
        new([5], [new DenseSpec(40), new LayerNormSpec(), Activation("GELU"), new DenseSpec(33, Bias: false), new RMSNormSpec(), Activation("ReLU"), new DenseSpec(3)], new CrossEntropySpec()),
        // States: in one direction and in both, stacked, alone at the output, in a residual block behind a convolution.
        new([5, 6], [new RecurrentSpec("LSTM", 18) { ReturnSequences = true, Bidirectional = true }, new DropoutSpec(0.25), new RecurrentSpec("GRU", 9) { ReturnSequences = true }, new LayerNormSpec(), new RecurrentSpec("RNN", 7), new DenseSpec(3)], new CrossEntropySpec()),
        new([4, 5], [new RecurrentSpec("LSTM", 33)], new MSESpec()),
        new([3, 9], [new ConvolutionSpec(1, 8, 1, 3), Activation("ReLU"), new PermuteSpec(2, 1), new ResidualSpec(new RecurrentSpec("GRU", 8) { ReturnSequences = true }), new RecurrentSpec("GRU", 17) { Bidirectional = true }, new DenseSpec(3)], new CrossEntropySpec()),
        new([3, 7], [new LayerNormSpec(), new DenseSpec(130), new LayerNormSpec(Affine: false), Activation("SiLU"), new RMSNormSpec(), new DenseSpec(4), new LayerNormSpec()], new MSESpec()),
    ];

    /// <summary>The same, compiled.</summary>
    public static IReadOnlyList<IFloatNetwork> Compiled { get; } = NetworkFactory.CompileFloat(Specs);

    private static ActivationSpec Activation(string name) => new(ActivationDefinitions.Named(name));

    private static ActivationSpec Fast(string name) => Activation(name) with { IsFast = true };
}
