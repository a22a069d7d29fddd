namespace ActGen.Generator.Tests.Networks;

/// <summary>Programs with networks: what people write, what they mistype, and what nobody should.</summary>
internal static class Corpus
{
    /// <summary>Gates, functions of the last axis, parameters for each channel and a loss of means and variances.</summary>
    public const string Gates = """
        using ActGen;

        namespace Forecasts;

        /// <summary>Predicts tomorrow's value and how sure it is.</summary>
        [Network(6)]
        [SwiGLU(8)]
        [Dense(12), PReLU(PerChannel = true)]
        [Maxout(3), CReLU]
        [Gated<Formulas.Swish>(1.5)]
        [Dense(2)]
        [GaussianNLLLoss]
        public sealed partial class Forecaster;
        """;

    /// <summary>Batch normalisation where it is folded when the network is frozen, and where it is not.</summary>
    public const string Normalized = """
        using ActGen;

        namespace Pictures;

        /// <summary>Knows cats from dogs.</summary>
        [Network(3, 8, 8)]
        [Conv2D(8, 3, Bias = false)]
        [BatchNorm, ReLU]
        [Flatten]
        [Dense(16), Tanh]
        [BatchNorm]
        [Dense(2)]
        [BatchNorm(Affine = false)]
        [CrossEntropyLoss]
        public sealed partial class CatOrDog;
        """;

    /// <summary>Convolutions of every kind: padded, with a stride, depthwise before pointwise.</summary>
    public const string Convolutions = """
        using ActGen;

        namespace Pictures;

        /// <summary>Tells shirts from shoes.</summary>
        [Network(1, 28, 28)]
        [Conv2D(8, 3), ReLU]
        [Conv2D(16, 3, Padding = Padding.Same), GELU]
        [Conv2D(16, 3, Padding = 1, Stride = 2, Groups = 16, Bias = false)]
        [Conv2D(32, 1), ReLU]
        [Flatten]
        [Dense(10)]
        [CrossEntropyLoss]
        public sealed partial class ShirtOrShoe;
        """;

    /// <summary>Pools behind convolutions: one that training computes with its convolution, one that only inference does, one that stands alone.</summary>
    public const string Pooled = """
        using ActGen;

        namespace Pictures;

        /// <summary>Counts coins.</summary>
        [Network(1, 28, 28)]
        [Conv2D(8, 3), ReLU]
        [MaxPool2D(2)]
        [Conv2D(16, 3, Padding = 1), GELU]
        [AveragePool2D(2)]
        [Conv2D(16, 1), ReLU]
        [MaxPool2D(3, Stride = 2)]
        [Flatten]
        [Dense(10)]
        [CrossEntropyLoss]
        public sealed partial class CoinCounter;
        """;

    /// <summary>Recurrent layers: in both directions with all states, then the last state of one, which is behind it.</summary>
    public const string Recurrent = """
        using ActGen;

        namespace Words;

        /// <summary>Hears which of ten words was said.</summary>
        [Network(32, 20)]
        [GRU(16, ReturnSequences = true, Bidirectional = true)]
        [Dropout(0.2)]
        [LSTM(24)]
        [Dense(10)]
        [CrossEntropyLoss]
        public sealed partial class WordSpotter;
        """;

    public const string Digits = """
        using ActGen;

        namespace Digits;

        /// <summary>Reads a handwritten digit from 8 × 8 cells.</summary>
        [Network(8 * 8)]
        [Dense(128), ReLU]
        [Dense(64), GELU]
        [Dropout(0.2)]
        [Dense(10)]
        [CrossEntropyLoss]
        public sealed partial class DigitClassifier;
        """;

    /// <summary>Every layer, loss and option, with places where buffers could go wrong.</summary>
    public static readonly string[] Good =
    [
        "[Network(4)] [Dense(3)]",
        "[Network(1)] [Dense(1)] [MSELoss]",
        "[Network(4)] [ReLU]",
        "[Network(4)] [Softmax]",
        "[Network(4)] [Dropout(0.5), Tanh, Dropout(0.5)] [L1Loss]",
        "[Network(4)] [Swish, GELU] [MSELoss]",
        "[Network(4)] [ReLU, Swish, Dropout(0.1)] [Dense(3), Swish] [Swish, Softmax, LogSoftmax] [NLLLoss]",
        "[Network(4)] [Dropout(0.1)] [Dense(5, Bias = false), LeakyReLU(0.2)] [Dropout(0.1), Dropout(0.2)] [Dense(3)] [CrossEntropyLoss(LabelSmoothing = 0.1, ClassWeights = new[] { 1.0, 2, 0.5 }, IgnoreIndex = -1)]",
        "[Network(6, 4)] [Dense(8), SiLU] [LogSoftmax] [NLLLoss]",
        "[Network(6, 4)] [Dense(8), Mish] [Dense(3)] [CrossEntropyLoss]",
        "[Network(2, 3, 4)] [Sigmoid] [BCELoss]",
        "[Network(6, 3, 4)] [PReLU(PerChannel = true), GLU, Dropout(0.5), Softmax] [MSELoss]",
        "[Network(2, 9, 8)] [MaxPool2D(2), ReLU] [AveragePool2D(3, Stride = 1, Padding = 1)] [GlobalMaxPool] [Dense(3)] [CrossEntropyLoss]",
        "[Network(6, 4)] [Permute(2, 1)] [MaxPool1D(2), Tanh] [AveragePool1D(3, Padding = 1)] [Permute(2, 1), GlobalAveragePool] [MSELoss]",
        "[Network(2, 3, 4)] [ReLU, Permute(3, 2, 1), Dropout(0.5)] [Flatten] [Dense(3)] [CrossEntropyLoss]",
        "[Network(2, 3, 4)] [CReLU, Swish] [Flatten] [Dense(3)] [CrossEntropyLoss]",
        "[Network(6, 4)] [ReLU, Dropout(0.5)] [Dense(8), SiLU] [Softmax] [MSELoss]",
        "[Network(6, 4)] [ReLU, Swish] [BCEWithLogitsLoss]",
        "[Network(4)] [Dense(3), ELU(0.5)] [Dense(1)] [BCEWithLogitsLoss(PositiveWeight = 3)]",
        "[Network(4)] [Dense(3), Softplus] [Dense(2)] [BCEWithLogitsLoss]",
        "[Network(4)] [Dense(3), GELU(Approximate = true)] [Dense(2), Identical] [HuberLoss(0.5)]",
        "[Network(4)] [Dense(3), Mixed(0.5)] [Dense(3)] [Mixed] [MSELoss]",
        "[Network(8)] [GLU]",
        "[Network(6, 4, Telemetry = true)] [ReLU] [Dense(8), Tanh] [Gated<Formulas.Swish>(1.5), Dropout(0.1)] [Dense(3, Bias = false), Mixed(0.5)] [Swish, CReLU, Softmax] [MSELoss]",
        "[Network(6)] [Gated<Formulas.Swish>(1.5), CReLU, Maxout(3)] [MSELoss]",
        "[Network(4)] [Dense(8), ReLU] [Gated<Cube>(2)] [Dropout(0.1)] [Gated<Mix>] [Softmin] [MSELoss]",
        "[Network(4)] [SwiGLU(3, Bias = false)] [GEGLU(2, Approximate = true)] [ReGLU(5)] [GatedDense<Mix>(4, 3)] [Sparsemax] [MSELoss]",
        "[Network(6, 4)] [Dense(8)] [GLU] [CReLU] [GatedDense<Formulas.Swish>(3)] [CrossEntropyLoss]",
        "[Network(4)] [RReLU] [Dense(5), RReLU(0.1, 0.2)] [Dense(4), Randomized<Cube>(-1, 1)] [MSELoss]",
        "[Network(4)] [PReLU(PerChannel = true)] [Dense(5), Swish(PerChannel = true)] [Dense(3), Activation<Mix>(3, PerChannel = true)] [MSELoss]",
        "[Network(4)] [Tanh(Precision = Precision.Fast)] [Dense(4), SiLU(Precision = Precision.Fast)] [GLU(Precision = Precision.Fast)] [SwiGLU(3, Precision = Precision.Fast)] [Swish(PerChannel = true, Precision = Precision.Fast), ReLU(Precision = Precision.Fast)] [MSELoss]",
        "[Network(4)] [BatchNorm] [Dense(6, Bias = false)] [BatchNorm(Momentum = 0.01, Epsilon = 1e-3), ReLU] [Dense(3)] [BatchNorm(Affine = false)] [MSELoss]",
        "[Network(4, 4, 5)] [GroupNorm(2)] [GroupNorm(4, Affine = false), ReLU] [Flatten] [Dense(6)] [GroupNorm(1)] [MSELoss]",
        "[Network(3, 4, 5)] [BatchNorm] [LayerNorm, ReLU] [Flatten] [Dense(3)] [CrossEntropyLoss]",
        "[Network(4)] [LayerNorm] [Dense(6)] [RMSNorm(Epsilon = 1e-6), ReLU] [Dense(3, Bias = false)] [LayerNorm(Affine = false), Swish(PerChannel = true)] [MSELoss]",
        "[Network(6, 4)] [LSTM(3)] [MSELoss]",
        "[Network(6, 4)] [RNN(3, Activation = RecurrentActivation.ReLU, ReturnSequences = true)] [GRU(5, Bidirectional = true, Init = Initializer.PyTorch)] [Dense(3)] [CrossEntropyLoss]",
        "[Network(6, 4, Telemetry = true)] [Dropout(0.1)] [LSTM(3, ReturnSequences = true, Bidirectional = true)] [LayerNorm] [RNN(3)] [MSELoss]",
        "[Network(3, 9)] [Conv1D(4, 3), ReLU] [Permute(2, 1)] [GRU(3, ReturnSequences = true, InitScale = 0.5)] [Permute(2, 1), GlobalAveragePool] [MSELoss]",
        "[Network(6, 4)] [RMSNorm(Affine = false)] [Dense(8)] [LayerNorm(Epsilon = 0.1), GELU] [Dense(3)] [CrossEntropyLoss]",
        "[Network(4)] [Activation<Cube>(2)] [Dense(3, Init = Initializer.Orthogonal)] [MSELoss]",
        "[Network(4)] [Dense(3)] [FocalLoss(1.5, ClassWeights = new[] { 1.0, 2, 0.5 }, IgnoreIndex = 2)]",
        "[Network(6, 4)] [Dense(3)] [GeneralizedCrossEntropyLoss(0.5)]",
        "[Network(4)] [Dense(3)] [MultiMarginLoss(2, 0.5, ClassWeights = new[] { 1.0, 2, 0.5 })]",
        "[Network(6, 4)] [ReLU] [CategoricalHingeLoss]",
        "[Network(4)] [Dense(3)] [BinaryFocalLoss(1.5, -1)]",
        "[Network(6, 4)] [Dense(1)] [SoftMarginLoss]",
        "[Network(4)] [Dense(2)] [HingeLoss]",
        "[Network(4)] [Dense(2)] [SquaredHingeLoss]",
        "[Network(6, 4)] [Dense(2), Softplus] [HingeEmbeddingLoss(0.5)]",
        "[Network(4)] [Dense(2)] [SmoothL1Loss(0.5)]",
        "[Network(6, 4)] [Tanh] [LogCoshLoss]",
        "[Network(4)] [Dense(2)] [MAPELoss(Epsilon = 0.01)]",
        "[Network(4)] [Dense(2), Softplus] [MSLELoss]",
        "[Network(6, 4)] [LogSoftmax] [KLDivLoss(BatchMean = true)]",
        "[Network(4)] [LogSoftmax] [KLDivLoss(LogTarget = true)]",
        "[Network(6, 4)] [Dense(2)] [PoissonNLLLoss(Full = true)]",
        "[Network(4)] [Dense(2), Exponential] [PoissonNLLLoss(LogInput = false, Epsilon = 1e-3)]",
        "[Network(6, 4)] [Dense(2)] [GaussianNLLLoss(Full = true, Epsilon = 0.5)]",
        "[Network(4)] [Dense(6), GLU] [CosineSimilarityLoss]",
        "[Network(6, 4)] [Dense(3), Tanh] [CosineSimilarityLoss]",
        "[Network(4)] [Dense(3)] [MultiLabelMarginLoss]",
        "[Network(6, 4)] [Sigmoid] [DiceLoss]",
        "[Network(4)] [Dense(3), Sigmoid] [TverskyLoss(0.3, 0.7)]",
    ];

    /// <summary>One mistake each.</summary>
    public static readonly string[] Bad =
    [
        "[Network]", "[Network(4)]", "[Network(0)] [Dense(1)]", "[Network(null)] [Dense(1)]", "[Network(1, 8, 8)] [Dense(1)] [CrossEntropyLoss]",
        "[Network(4)] [Dense(-1)] [CrossEntropyLoss]", "[Network(4)] [Dense(2147483647)] [Dense(2147483647)]", "[Network(4)] [Dropout(double.NaN), ReLU]",
        "[Network(4)] [MSELoss] [Dense(1)]", "[Network(4)] [Dense(1)] [CrossEntropyLoss]", "[Network(4)] [Dense(1)] [BCELoss] [MSELoss]",
        "[Network(4)] [LeakyReLU(double.PositiveInfinity)]", "[Network(4)] [Dense(2), Activation<Cube>(1, 2)]", "[Network(4)] [Activation<Broken>]",
        "[Network(int.MaxValue, int.MaxValue)] [ReLU]", "[Network(4, InputMeanSquare = -1)] [ReLU]",
        "[Network(5)] [GLU]", "[Network(4)] [Maxout(3)]", "[Network(4)] [Maxout(0)]", "[Network(4)] [SwiGLU(0)]", "[Network(4)] [RReLU(1, 0)]", "[Network(4)] [ReLU(PerChannel = true)]",
        "[Network(4)] [Gated<Broken>] [Dense(2)]", "[Network(4)] [Randomized<Mix>(0, 1)]", "[Network(4)] [GatedDense<Cube>(2, 1, 2)]", "[Network(2, 2, 2, 2)] [PReLU(PerChannel = true)]",
        "[Network(4)] [Dense(3)] [GaussianNLLLoss]", "[Network(4)] [Dense(1)] [CosineSimilarityLoss]", "[Network(4)] [Dense(3)] [FocalLoss(double.NaN)]", "[Network(4)] [Dense(3)] [MultiMarginLoss(3)]",
        "[Network(4)] [LayerNorm(Epsilon = 0)]", "[Network(4)] [BatchNorm(Momentum = 1.5)]", "[Network(4)] [GroupNorm(3)]", "[Network(4)] [GroupNorm(0)]", "[Network(2000000000)] [BatchNorm]", "[Network(4)] [RMSNorm(Epsilon = double.NaN)]",
        "[Network(4)] [SiLU(Precision = (Precision)2)]", "[Network(4)] [Activation<Fast<Formulas.SiLU>>]",
    ];

    /// <summary>Formulas and attributes that the stacks use.</summary>
    public const string Formulas = """
        [ActivationFunction] public readonly partial struct Cube { public static float Formula(float x, float scale = 1) => scale * x * x * x; }
        [ActivationFunction] public readonly partial struct Broken { public static float Formula(float x) => x.GetHashCode(); }
        [ActivationFunction] public readonly partial struct Mix { public static float Formula(float x, float scale = 2, [Learnable] float beta = 1) => scale * beta * x * x; }
        internal sealed class MixedAttribute(double scale = 2) : ActivationAttribute<Mix>(scale);
        internal sealed class IdenticalAttribute() : ActivationAttribute<ActGen.Formulas.Identity>();
        """;

    /// <summary>One program with a class <c>Net0</c>, <c>Net1</c>, … for each stack.</summary>
    public static string Program(IEnumerable<string> stacks) =>
        "using ActGen;\nnamespace Demo;\n" + string.Concat(stacks.Select((stack, i) => $"{stack}\npublic sealed partial class Net{i};\n")) + Formulas;
}
