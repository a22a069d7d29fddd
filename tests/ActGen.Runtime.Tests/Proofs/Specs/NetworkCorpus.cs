using ActGen.Runtime.Tests.Proofs.Definitions;

namespace ActGen.Runtime.Tests.Proofs.Specs;

/// <summary>The systematic networks: every layer × activation × loss × option, at sizes where loops have tails.</summary>
internal static class NetworkCorpus
{
    /// <summary>One, primes, the widths of vectors and their neighbours.</summary>
    private static readonly int[] Sizes = [1, 7, 8, 9, 15, 16, 17, 31, 33];

    private static readonly ActivationSpec Tanh = new(ActivationDefinitions.Named("Tanh"));

    /// <summary>Every activation with each of its parameter variants.</summary>
    public static IReadOnlyList<ActivationSpec> Activations { get; } =
        [.. ActivationDefinitions.All.SelectMany(definition => definition.Variants.Select(parameters => new ActivationSpec(definition, parameters)))];

    /// <summary>Each activation fused behind a layer with and without bias, alone at the beginning, behind another one, and behind dropout.</summary>
    public static IReadOnlyList<NetworkSpec> Places { get; } =
    [
        .. Activations.SelectMany((activation, i) => new NetworkSpec[]
        {
            new([Size(i)], [new DenseSpec(Size(i + 1)), activation]),
            new([Size(i + 2)], [new DenseSpec(Size(i + 3), Bias: false), activation, new DenseSpec(2)]),
            new([Size(i + 4)], [activation]),
            new([Size(i + 5)], [activation, Tanh, activation, new DenseSpec(3)]),
            new([3], [new DenseSpec(Size(i + 6)), new DropoutSpec(0.3), activation, new DropoutSpec(0.25), new DenseSpec(2)]),
        }),
    ];

    /// <summary>One of so many pairs of an activation and a loss is tried; ACTGEN_PAIRS=all takes all of them, its result is in docs/numerics.md.</summary>
    private static readonly int PairStride = Environment.GetEnvironmentVariable("ACTGEN_PAIRS") == "all" ? 1 : 8;

    /// <summary>Pairs of an activation, in the hidden layer and at the output, and a loss with each option: every one meets many others.</summary>
    public static IReadOnlyList<NetworkSpec> ActivationsAndLosses { get; } =
        [.. ActivationDefinitions.All.Select(definition => new ActivationSpec(definition)).SelectMany((activation, i) => LossSpecs.All.Select((loss, j) => (loss, j)).Where(pair => (i + pair.j) % PairStride == 0).Select(pair =>
            new NetworkSpec([Size(i + pair.j)], [new DenseSpec(Size((2 * i) + pair.j + 1)), activation, new DenseSpec(pair.loss.Outputs), .. AtOutput(activation, pair.loss)], pair.loss)))];

    /// <summary>Layers without activation, at all pairs of sizes; sequences; softmax within; dropout of every kind; losses over other numbers of outputs.</summary>
    public static IReadOnlyList<NetworkSpec> Layers { get; } =
    [
        .. Sizes.SelectMany(inputs => Sizes.Select(units => new NetworkSpec([inputs], [new DenseSpec(units, Bias: (inputs + units) % 3 != 0)], new MSESpec()))),
        .. Sizes.Where(size => size > 1).Select(size => new NetworkSpec([size], [new SoftmaxSpec(), new DenseSpec(size), new LogSoftmaxSpec()], new NLLSpec())),
        .. Sizes.Where(size => size > 1).Select(size => new NetworkSpec([2], [new DenseSpec(size)], new CrossEntropySpec(LabelSmoothing: 0.1))),
        .. Sizes.Select(size => new NetworkSpec([2], [new DenseSpec(size)], new BCEWithLogitsSpec(PositiveWeight: 3))),
        .. Sizes.Select(size => new NetworkSpec([size], [new DropoutSpec(0.5), new DenseSpec(size), new DropoutSpec(0), Tanh, new DropoutSpec(0.125)], new HuberSpec(0.5))),
        new([5], [new DenseSpec(4), new DropoutSpec(1), new DenseSpec(2)], new MSESpec()),
        new([5], [new DropoutSpec(0.25), Tanh, new DropoutSpec(0.5)]),
        new([5], [new SoftmaxSpec()], new MSESpec()),
        new([3], [new SoftmaxSpec(), new SoftmaxSpec()], new L1Spec()),
        new([3], [new LogSoftmaxSpec(), new LogSoftmaxSpec()], new MSESpec()),
        new([3], [new DenseSpec(7), Tanh, new DenseSpec(7), Tanh, new DenseSpec(7), Tanh, new DenseSpec(7), Tanh, new DenseSpec(3)], new CrossEntropySpec()),
        new([3], [new DenseSpec(7), new DenseSpec(8), new DenseSpec(9), new DenseSpec(1)], new MSESpec()),
        new([2, 3], [new DenseSpec(5), Tanh, new SoftmaxSpec(), new DropoutSpec(0.25), new DenseSpec(3)], new CrossEntropySpec(IgnoreIndex: 0)),
        new([3, 7], [new DenseSpec(9, Bias: false), new DenseSpec(3), new LogSoftmaxSpec()], new NLLSpec(ClassWeights: [0.5, 2, 1])),
        new([4, 1], [Tanh, new DenseSpec(2)], new BCEWithLogitsSpec()),
        new([2, 3], [new DenseSpec(2)], new L1Spec()),
        new([6, 2, 5], [new GroupNormSpec(3), Tanh, new GroupNormSpec(2, Affine: false)], new MSESpec()),
        new([3, 4, 3], [new GroupNormSpec(1), new ReshapeSpec(36), new GroupNormSpec(4), new DenseSpec(2)], new CrossEntropySpec()),
        new([5, 8], [new GroupNormSpec(4), new DenseSpec(16), new GroupNormSpec(1, Affine: false), Tanh], new MSESpec()),
        new([2, 3, 2], [new ReshapeSpec(12), new DenseSpec(5), Tanh, new DenseSpec(3)], new CrossEntropySpec()),
        new([3, 2], [new DenseSpec(4), Tanh, new ReshapeSpec(12), new DropoutSpec(0.25), new DenseSpec(2)], new MSESpec()),
        new([6], [new DenseSpec(12), new ReshapeSpec(4, 3), Tanh, new DenseSpec(2), new SoftmaxSpec(), new ReshapeSpec(8)], new MSESpec()),
        new([2, 6], [Tanh, new ReshapeSpec(3, 4), new ReshapeSpec(4, 3), new DenseSpec(3)], new CrossEntropySpec()),
        new([4], [new ReshapeSpec(2, 2), Tanh, new ReshapeSpec(4)]),
        new([3, 2], [new DenseSpec(4)], new GaussianSpec()),
        new([3, 2], [new DenseSpec(4), new LogSoftmaxSpec()], new KLDivSpec(BatchMean: true)),
        new([2, 3], [new DenseSpec(3)], new FocalSpec()),
        new([3, 2], [new DenseSpec(4)], new CosineSimilaritySpec()),
        new([3, 2], [new DenseSpec(4), new ActivationSpec(ActivationDefinitions.Named("Sigmoid"))], new TverskySpec(0.3, 0.7)),
        .. Sizes.Where(size => size > 1).Select(size => new NetworkSpec([2], [new DenseSpec(size)], new CosineSimilaritySpec())),
        .. Sizes.Where(size => size > 1).Select(size => new NetworkSpec([2], [new DenseSpec(size)], new MultiLabelMarginSpec())),
        .. Sizes.Select(size => new NetworkSpec([2], [new DenseSpec(2 * size)], new GaussianSpec(Full: true))),
        .. Sizes.Where(size => size > 1).Select(size => new NetworkSpec([2], [new DenseSpec(size)], new FocalSpec(Gamma: 3))),
        .. Sizes.Where(size => size > 1).Select(size => new NetworkSpec([2], [new DenseSpec(size)], new MultiMarginSpec(Power: 2))),
    ];

    /// <summary>Convolutions with every option at awkward sizes, in front, between and behind other layers.</summary>
    public static IReadOnlyList<NetworkSpec> Convolutions { get; } =
    [
        .. Sizes.Select(size => new NetworkSpec([2, 3, 4], [new ConvolutionSpec(2, size, 2, 3)], new MSESpec())),
        .. Sizes.Select(size => new NetworkSpec([size, 3, 2], [new ConvolutionSpec(2, 2, 2, 2) { Padding = 1 }, Tanh], new MSESpec())),
        new([1, 5, 4], [new ConvolutionSpec(2, 8, 3, 3), Tanh, new ReshapeSpec(48), new DenseSpec(3)], new CrossEntropySpec()),
        new([3, 5, 6], [new ConvolutionSpec(2, 4, 3, 3) { Padding = -1 }, F("ReLU"), new ConvolutionSpec(2, 3, 2, 4) { Padding = -1, Bias = false }, F("GELU"), new ReshapeSpec(90), new DenseSpec(2)], new MSESpec()),
        new([2, 7, 6], [new ConvolutionSpec(2, 3, 3, 3) { Stride = 2, Padding = 1 }, F("Swish"), new ConvolutionSpec(2, 2, 1, 1) { Stride = 3 }], new MSESpec()),
        new([2, 9, 8], [new ConvolutionSpec(2, 3, 3, 2) { Stride = 3, Padding = 2, Dilation = 2 }, Tanh], new MSESpec()),
        new([4, 4, 5], [new ConvolutionSpec(2, 6, 3, 3) { Groups = 2, Padding = 1 }, F("Activation<LeakyTanh>", 0.75), new ConvolutionSpec(2, 6, 3, 2) { Groups = 6 }, new ConvolutionSpec(2, 5, 1, 1), F("SiLU")], new MSESpec()),
        new([3, 4, 4], [Tanh, new ConvolutionSpec(2, 3, 3, 3) { Groups = 3, Padding = 1, Stride = 2 }, F("PReLU") with { PerChannel = true }, new ConvolutionSpec(2, 4, 2, 2) { Padding = 1 }, new GateSpec(F("Sigmoid"), "GLU")], new MSESpec()),
        new([2, 3, 3], [new DropoutSpec(0.25), new ConvolutionSpec(2, 4, 2, 2), new DropoutSpec(0.5), new SoftmaxSpec(), new ConvolutionSpec(2, 2, 2, 2)], new MSESpec()),
        new([3, 11], [new ConvolutionSpec(1, 4, 1, 3) { Padding = 1 }, Tanh, new ConvolutionSpec(1, 6, 1, 4) { Stride = 2, Groups = 2 }, F("ELU"), new ReshapeSpec(24), new DenseSpec(2)], new MSESpec()),
        new([4, 9], [new ConvolutionSpec(1, 4, 1, 2) { Dilation = 3, Groups = 4, Padding = -1 }, Tanh, new ConvolutionSpec(1, 3, 1, 3)], new MSESpec()),
        new([2, 2, 2], [new ConvolutionSpec(2, 2, 2, 2)]),
        // A stride that is longer than the image: one position.
        new([2, 3, 4], [Tanh, new ConvolutionSpec(2, 3, 2, 2) { Stride = int.MaxValue, Padding = 1 }], new MSESpec()),
    ];

    /// <summary>Functions of the last axis, gates with each kind of formula and of parameters, random and per-channel parameters.</summary>
    public static IReadOnlyList<LayerSpec> RowLayers { get; } =
    [
        new SoftminSpec(), new SparsemaxSpec(), new CReLUSpec(), new MaxoutSpec(1), new MaxoutSpec(2), new MaxoutSpec(3),
        new RReLUSpec(), new RReLUSpec(-0.5, 0.25), new RReLUSpec(0.25, 0.25),
        new GateSpec(F("Sigmoid"), "GLU"), new GateSpec(F("GELU")), new GateSpec(F("LeakyReLU", -0.5)), new GateSpec(F("Swish", 1.5)), new GateSpec(F("Activation<Bump>")), new GateSpec(F("Activation<LeakyTanh>", 0.75)),
        new GatedDenseSpec(5, F("SiLU"), Name: "SwiGLU"), new GatedDenseSpec(4, F("GELU"), Bias: false, Name: "GEGLU"), new GatedDenseSpec(7, F("ReLU"), Name: "ReGLU"),
        new GatedDenseSpec(3, F("Activation<Serf>")), new GatedDenseSpec(2, F("Activation<LeakyTanh>", 1.25, -0.5), Bias: false),
        F("PReLU") with { PerChannel = true }, F("Swish", 1.5) with { PerChannel = true }, F("Activation<Bump>") with { PerChannel = true }, F("Activation<LeakyTanh>", 0.75) with { PerChannel = true },
        new BatchNormSpec(), new BatchNormSpec(Affine: false) { DeclaredEpsilon = 0.5, Momentum = 0.25 }, new LayerNormSpec(), new LayerNormSpec(Affine: false) { DeclaredEpsilon = 0.25 }, new RMSNormSpec(), new RMSNormSpec(Affine: false) { DeclaredEpsilon = 1e-3 },
        F("SiLU") with { IsFast = true }, F("Swish", 1.5) with { IsFast = true, PerChannel = true }, new GateSpec(F("Mish") with { IsFast = true }), new GatedDenseSpec(3, F("Activation<LeakyTanh>", 0.75) with { IsFast = true }),
    ];

    /// <summary>Each of them first, last, behind a layer, before one, behind what keeps its output, behind dropout, behind another of its kind, on a sequence; at sizes with tails.</summary>
    public static IReadOnlyList<NetworkSpec> RowPlaces { get; } =
    [
        .. RowLayers.SelectMany((layer, i) => new NetworkSpec[]
        {
            new([Size(i) * layer.Divisor], [layer]),
            new([3], [new DenseSpec(Size(i + 1) * layer.Divisor), layer]),
            new([Size(i + 2) * layer.Divisor], [layer, new DenseSpec(2)]),
            new([2], [new DenseSpec(Size(i + 3) * layer.Divisor), F("ReLU"), layer, Tanh, new DenseSpec(2)]),
            new([3], [new DenseSpec(Size(i + 4) * layer.Divisor, Bias: false), new DropoutSpec(0.3), layer, new DropoutSpec(0.25), new DenseSpec(2)]),
            new([2], [new DenseSpec(6 * layer.Divisor * layer.Divisor), layer, new DenseSpec(4 * layer.Divisor), layer, F("Swish")]),
            new([2, 6], [layer, new DenseSpec(6), Tanh, layer]),
        }),
        new([12], [new GateSpec(F("Sigmoid")), new CReLUSpec(), new MaxoutSpec(3), new SparsemaxSpec(), new GateSpec(F("Swish"))]),
        new([4], [F("PReLU") with { PerChannel = true }, new GateSpec(F("Swish")), new DenseSpec(3)]),
    ];

    /// <summary>Pools of each kind: windows that tile, overlap, leave gaps and cells over, with padding, of one cell, as large as the image; first, last, behind a layer that keeps its output, behind dropout.</summary>
    public static IReadOnlyList<NetworkSpec> Pools { get; } =
    [
        .. new[] { true, false }.SelectMany(isMaximum => new NetworkSpec[]
        {
            new([3, 4, 6], [new PoolSpec(2, isMaximum, 2)]),
            new([9, 5, 5], [F("ReLU"), new PoolSpec(2, isMaximum, 2), Tanh, new ReshapeSpec(36), new DenseSpec(2)], new MSESpec()),
            new([2, 5, 4], [Tanh, new PoolSpec(2, isMaximum, 3, Stride: 2, Padding: 1), F("GELU"), new PoolSpec(2, isMaximum, 2, Stride: 1)], new MSESpec()),
            new([4, 3, 3], [new DropoutSpec(0.25), new PoolSpec(2, isMaximum, 3, Stride: 1, Padding: 1), new DropoutSpec(0.25), new PoolSpec(0, isMaximum)], new MSESpec()),
            new([5, 5, 7], [new PoolSpec(2, isMaximum, 2, Stride: 3), new PoolSpec(2, isMaximum, 1)], new MSESpec()),
            new([1, 4, 4], [new PoolSpec(2, isMaximum, 2), new PoolSpec(2, isMaximum, 2)]),
            new([7, 8], [new PoolSpec(1, isMaximum, 2), F("Swish"), new PoolSpec(1, isMaximum, 3, Stride: 1, Padding: 1)], new MSESpec()),
            new([17, 5], [F("ReLU"), new PoolSpec(1, isMaximum, 3, Stride: 2, Padding: 1), new ReshapeSpec(51), new DenseSpec(3)], new CrossEntropySpec()),
            new([6], [new DenseSpec(12), new ReshapeSpec(3, 2, 2), new PoolSpec(2, isMaximum, 2), Tanh, new PoolSpec(0, isMaximum), new DenseSpec(2)], new MSESpec()),
            new([4, 3], [new DenseSpec(5), Tanh, new PoolSpec(0, isMaximum), new DenseSpec(2)], new MSESpec()),
            new([3, 1, 1], [new PoolSpec(0, isMaximum)], new MSESpec()),
        }),
    ];

    /// <summary>Pools behind convolutions, computed with them or not: every activation, what else may lie between, windows that share cells or leave some out, both numbers of axes, every option of the
    /// convolution; first, last, in and around residual blocks.</summary>
    public static IReadOnlyList<NetworkSpec> PooledConvolutions { get; } =
    [
        .. Activations.Select((activation, i) => new NetworkSpec([2, 5, 4], [new ConvolutionSpec(2, (i % 9) + 1, 2, 2) { Bias = i % 3 > 0 }, activation, new PoolSpec(2, i % 4 > 0, 2)], new MSESpec())),
        .. new[] { true, false }.SelectMany(isMaximum => new NetworkSpec[]
        {
            new([2, 5, 4], [Tanh, new ConvolutionSpec(2, 5, 2, 2), new PoolSpec(2, isMaximum, 2), Tanh, new ReshapeSpec(10), new DenseSpec(3)], new CrossEntropySpec()),
            new([1, 9, 9], [new ConvolutionSpec(2, 8, 2, 2), F("ReLU"), new PoolSpec(2, isMaximum, 2), new ConvolutionSpec(2, 3, 3, 3) { Padding = -1 }, F("ReLU"), new PoolSpec(2, isMaximum, 2), new ReshapeSpec(12), new DenseSpec(3)], new CrossEntropySpec()),
            new([2, 6, 5], [new ConvolutionSpec(2, 3, 2, 2), F("PReLU") with { PerChannel = true }, new PoolSpec(2, isMaximum, 2)], new MSESpec()),
            new([2, 6, 5], [new ConvolutionSpec(2, 3, 2, 2), new RReLUSpec(), new PoolSpec(2, isMaximum, 2)], new MSESpec()),
            new([2, 6, 5], [new ConvolutionSpec(2, 4, 2, 2), new GateSpec(F("Sigmoid"), "GLU"), new PoolSpec(2, isMaximum, 2)], new MSESpec()),
            new([2, 6, 5], [new ConvolutionSpec(2, 4, 2, 2) { Bias = false }, new BatchNormSpec(), F("ReLU"), new PoolSpec(2, isMaximum, 2)], new MSESpec()),
            new([2, 6, 5], [new ConvolutionSpec(2, 4, 2, 2) { Bias = false }, F("ReLU"), new PoolSpec(2, isMaximum, 2), new BatchNormSpec(), Tanh], new MSESpec()),
            new([2, 6, 5], [new ConvolutionSpec(2, 4, 2, 2), F("ReLU"), new DropoutSpec(0.25), new PoolSpec(2, isMaximum, 2), new DropoutSpec(0.25)], new MSESpec()),
            new([2, 6, 5], [new DropoutSpec(0.25), new ConvolutionSpec(2, 4, 2, 2), F("ReLU"), new PoolSpec(2, isMaximum, 2), new PoolSpec(2, isMaximum, 1)], new MSESpec()),
            new([2, 6, 7], [new ConvolutionSpec(2, 7, 2, 2), F("ReLU"), new PoolSpec(2, isMaximum, 3, Stride: 2, Padding: 1)], new MSESpec()),
            new([2, 6, 7], [new ConvolutionSpec(2, 7, 2, 2), F("ELU"), new PoolSpec(2, isMaximum, 2, Stride: 1)], new MSESpec()),
            new([2, 6, 7], [new ConvolutionSpec(2, 7, 2, 2) { Padding = 1, Bias = false }, F("ReLU"), new PoolSpec(2, isMaximum, 2, Stride: 3)], new MSESpec()),
            new([2, 6, 7], [new ConvolutionSpec(2, 7, 3, 2) { Stride = 2, Padding = 2, Dilation = 2 }, F("Sigmoid"), new PoolSpec(2, isMaximum, 1, Stride: 2)], new MSESpec()),
            new([4, 6, 7], [new ConvolutionSpec(2, 6, 3, 3) { Groups = 2, Padding = -1 }, F("LeakyReLU"), new PoolSpec(2, isMaximum, 3)], new MSESpec()),
            new([4, 6, 7], [Tanh, new ConvolutionSpec(2, 4, 3, 3) { Groups = 4 }, F("Softplus"), new PoolSpec(2, isMaximum, 2)], new MSESpec()),
            new([2, 5, 4], [new ConvolutionSpec(2, 9, 2, 2), F("ReLU"), new PoolSpec(0, isMaximum), new DenseSpec(3)], new CrossEntropySpec()),
            new([1, 3, 2], [new ConvolutionSpec(2, 65, 2, 1), F("ReLU"), new PoolSpec(2, isMaximum, 2)]),
            new([3, 13], [new ConvolutionSpec(1, 4, 1, 3) { Padding = -1 }, F("ReLU"), new PoolSpec(1, isMaximum, 2), new ConvolutionSpec(1, 6, 1, 2) { Stride = 2, Groups = 2 }, Tanh, new PoolSpec(1, isMaximum, 3)], new MSESpec()),
            new([2, 6, 5], [new ResidualSpec(new ConvolutionSpec(2, 2, 3, 3) { Padding = -1 }, F("ReLU"), new PoolSpec(2, isMaximum, 1)), new PoolSpec(2, isMaximum, 2)], new MSESpec()),
            new([2, 6, 5], [new ConvolutionSpec(2, 3, 2, 2), F("ReLU"), new ResidualSpec(new PoolSpec(2, isMaximum, 3, Stride: 1, Padding: 1)), new PoolSpec(2, isMaximum, 2)], new MSESpec()),
            new([2, 6, 5], [new ConvolutionSpec(2, 3, 2, 2), F("ReLU"), new PoolSpec(2, isMaximum, 2), new ResidualSpec(new ConvolutionSpec(2, 3, 1, 1), F("ReLU"), new PoolSpec(2, isMaximum, 1), Tanh), new SoftmaxSpec()], new MSESpec()),
            new([2, 6, 5], [new ConvolutionSpec(2, 4, 2, 2), F("ReLU"), new PermuteSpec(1, 3, 2), new PoolSpec(2, isMaximum, 2)], new MSESpec()),
        }),
    ];

    /// <summary>Axes in every order, where values move and where memory has them in that order already.</summary>
    public static IReadOnlyList<NetworkSpec> Permutations { get; } =
    [
        .. new[] { new[] { 1, 2, 3 }, [1, 3, 2], [2, 1, 3], [2, 3, 1], [3, 1, 2], [3, 2, 1] }.SelectMany(axes => new NetworkSpec[]
        {
            new([2, 3, 4], [new PermuteSpec(axes), Tanh]),
            new([2, 4, 3], [new PoolSpec(2, true, 2, Stride: 1), new PermuteSpec(axes), Tanh, new DropoutSpec(0.25), new PoolSpec(2, false, 1), new ReshapeSpec(12), new DenseSpec(2)], new MSESpec()),
        }),
        new([3, 5], [Tanh, new PermuteSpec(2, 1)]),
        new([3, 5], [new DenseSpec(4), new PermuteSpec(2, 1), new DenseSpec(2), new PermuteSpec(2, 1), Tanh], new MSESpec()),
        new([3, 6], [new PoolSpec(1, true, 2), new PermuteSpec(2, 1), new DenseSpec(4), Tanh, new PermuteSpec(2, 1), new PoolSpec(1, false, 2, Stride: 1), new ReshapeSpec(8), new DenseSpec(2)], new MSESpec()),
        new([6, 3], [new PermuteSpec(2, 1), new PoolSpec(1, true, 3), new PoolSpec(0, false)], new MSESpec()),
        new([4, 3], [new PermuteSpec(2, 1), new SoftmaxSpec(), new PermuteSpec(1, 2)]),
    ];

    /// <summary>Every cell in every way to read and to return, at the widths of vectors; between layers of other kinds, in residual blocks, behind convolutions and before pools.</summary>
    public static IReadOnlyList<NetworkSpec> Recurrents { get; } =
    [
        .. new[] { new RecurrentSpec("RNN", 7), new RecurrentSpec("RNN", 9) { Rectified = true }, new RecurrentSpec("LSTM", 8), new RecurrentSpec("GRU", 5) }.SelectMany((cell, i) => new NetworkSpec[]
        {
            new([4, 3], [cell]),
            new([1, 4], [cell, new DenseSpec(2)], new MSESpec()),
            new([3, Size(i)], [cell with { Units = Size(i + 2), ReturnSequences = true }], new MSESpec()),
            new([3, 2], [cell with { Units = Size(i + 5), Bidirectional = true }, new DenseSpec(3)], new CrossEntropySpec()),
            new([4, 2], [cell with { ReturnSequences = true, Bidirectional = true }, new DenseSpec(2)], new MSESpec()),
            new([4, 3], [new DenseSpec(5), Tanh, cell with { ReturnSequences = true }, new DropoutSpec(0.25), cell with { Units = 3, ReturnSequences = true, Bidirectional = true }, Tanh, cell], new MSESpec()),
            new([3, 4], [new DropoutSpec(0.25), new ResidualSpec(cell with { Units = 4, ReturnSequences = true }), new ResidualSpec(cell with { Units = 2, ReturnSequences = true, Bidirectional = true }, Tanh), cell], new MSESpec()),
            new([2, 7], [new ConvolutionSpec(1, 3, 1, 3), Tanh, new PermuteSpec(2, 1), cell with { Bidirectional = true }], new MSESpec()),
            new([12], [new ReshapeSpec(4, 3), cell with { ReturnSequences = true }, new DenseSpec(2), new LogSoftmaxSpec()], new NLLSpec()),
            new([5, 3], [cell with { ReturnSequences = true }, new PoolSpec(0, false), new DenseSpec(2)], new MSESpec()),
        }),
    ];

    /// <summary>Residual blocks first, last, one behind another, one within another, around one layer of each way to keep something, with dropout, on sequences and images.</summary>
    public static IReadOnlyList<NetworkSpec> Residuals { get; } =
    [
        .. Sizes.Select((size, i) => new NetworkSpec([size], [new ResidualSpec(new DenseSpec(Size(i + 3)), Tanh, new DenseSpec(size)), new DenseSpec(2)], new MSESpec())),
        .. new LayerSpec[] { Tanh, F("Swish"), F("ReLU"), F("PReLU") with { PerChannel = true }, new SoftmaxSpec(), new DropoutSpec(0.25), new DenseSpec(7), new RReLUSpec() }.SelectMany(layer => new NetworkSpec[]
        {
            new([7], [new ResidualSpec(layer)]),
            new([7], [new ResidualSpec(layer), new ResidualSpec(layer)], new MSESpec()),
            new([3], [new DenseSpec(7), F("GELU"), new ResidualSpec(layer, new ResidualSpec(layer)), F("Sigmoid"), new DenseSpec(2)], new MSESpec()),
            new([3], [new DenseSpec(7), Tanh, new ResidualSpec(new ResidualSpec(layer), layer, new ResidualSpec(new DenseSpec(7), layer)), new DenseSpec(3)], new CrossEntropySpec()),
        }),
        new([4], [new DropoutSpec(0.25), new ResidualSpec(new DropoutSpec(0.5), new DenseSpec(4), new DropoutSpec(0.125)), new DropoutSpec(0.25)], new MSESpec()),
        new([3, 5], [new ResidualSpec(new DenseSpec(9), F("SiLU"), new DenseSpec(5)), new ResidualSpec(new GatedDenseSpec(5, F("SiLU"), Name: "SwiGLU")), new DenseSpec(2)], new CrossEntropySpec()),
        new([6, 2, 3], [new ResidualSpec(F("PReLU") with { PerChannel = true }, new SoftmaxSpec()), new ResidualSpec(new ResidualSpec(Tanh), new CReLUSpec(), new GateSpec(F("Sigmoid"))), new ReshapeSpec(36), new ResidualSpec(new DenseSpec(36)), new DenseSpec(3)], new CrossEntropySpec()),
        new([2, 2, 3], [new ResidualSpec(new ReshapeSpec(4, 3), new SoftmaxSpec(), new ReshapeSpec(2, 2, 3)), new DropoutSpec(0.25)], new MSESpec()),
        // A block gets its values in the order and with the meaning of its place: random numbers are counted by them.
        new([3, 2, 4], [new ResidualSpec(new DropoutSpec(0.5)), new ResidualSpec(new ResidualSpec(new DropoutSpec(0.25)), Tanh)], new MSESpec()),
        new([2, 4, 3], [new ConvolutionSpec(2, 3, 3, 3) { Padding = -1 }, new ResidualSpec(new DropoutSpec(0.25), new ConvolutionSpec(2, 5, 3, 3) { Padding = 1 }, F("ReLU"), new ConvolutionSpec(2, 3, 1, 1), new DropoutSpec(0.25)), F("GELU"), new PoolSpec(0, false)], new MSESpec()),
        new([3, 9], [new ConvolutionSpec(1, 4, 1, 2), new ResidualSpec(new DropoutSpec(0.25), F("Swish") with { PerChannel = true }, new ConvolutionSpec(1, 4, 1, 3) { Padding = -1 }), new ReshapeSpec(32), new DenseSpec(2)], new MSESpec()),
    ];

    public static IEnumerable<NetworkSpec> All => Places.Concat(ActivationsAndLosses).Concat(Layers).Concat(Convolutions).Concat(RowPlaces).Concat(Pools).Concat(PooledConvolutions).Concat(Permutations).Concat(Residuals).Concat(Recurrents);

    private static ActivationSpec F(string name, params double[] parameters) => new(ActivationDefinitions.Named(name), parameters);

    /// <summary>The activation, unless the loss needs another layer before it or both are exponentials: exponentials of exponentials have no digits.</summary>
    private static IEnumerable<LayerSpec> AtOutput(ActivationSpec activation, LossSpec loss) =>
        activation.Definition.Name == "Exponential" || loss is PoissonSpec { LogInput: true } or GaussianSpec || LossSpecs.Before(loss).Any() ? LossSpecs.Before(loss) : [activation];

    private static int Size(int index) => Sizes[index % Sizes.Length];
}
