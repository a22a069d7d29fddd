using ActGen.CompilerServices;

namespace ActGen;

/// <summary>One tensor of a network's flat parameter buffer.</summary>
/// <param name="Name">Dotted name, as <c>layer1.weight</c>; the name in weight files.</param>
/// <param name="Shape">Dimensions in storage order; a dense layer's weights are [inputs, outputs].</param>
/// <param name="Offset">First element in the flat buffer.</param>
/// <param name="Kind">What the tensor is; weight decay leaves biases and activation parameters alone where the optimizer says so.</param>
/// <param name="Initialization">How a new network fills it.</param>
public sealed record ParameterInfo(string Name, IReadOnlyList<int> Shape, int Offset, ParameterKind Kind, Initialization Initialization)
{
    /// <summary>Number of elements: the product of <see cref="Shape"/>.</summary>
    public int Length { get; } = ShapeSize.Of(Shape);
}

/// <summary>What a parameter tensor is.</summary>
public enum ParameterKind
{
    /// <summary>Weights of a linear map.</summary>
    Weight,

    /// <summary>A bias.</summary>
    Bias,

    /// <summary>A learned parameter of an activation: never decayed.</summary>
    Activation,

    /// <summary>The factors γ of a normalisation; its β is a <see cref="Bias"/>.</summary>
    Scale,

    /// <summary>A running average that batch normalisation keeps: saved with the weights, not trained, and no part of <c>Parameters</c>.</summary>
    Statistic,
}

/// <summary>How a tensor is filled when a network is created.</summary>
/// <param name="Distribution">Shape of the distribution.</param>
/// <param name="Scale">Standard deviation (normal), bound (uniform), value (constant, identity, forget gate), gain (orthogonal).</param>
public sealed record Initialization(InitialDistribution Distribution, double Scale);

/// <summary>Distribution of initial values.</summary>
public enum InitialDistribution
{
    /// <summary>Every element equals the scale.</summary>
    Constant,

    /// <summary>Normal with mean 0 and the scale as standard deviation.</summary>
    Normal,

    /// <summary>Uniform on ±scale.</summary>
    Uniform,

    /// <summary>Orthonormal rows or columns, times the scale.</summary>
    Orthogonal,

    /// <summary>Normal with the scale as standard deviation, values beyond two of them drawn again.</summary>
    TruncatedNormal,

    /// <summary>The scale on the diagonal, 0 elsewhere.</summary>
    Identity,

    /// <summary>The scale in the second of four equal parts, 0 elsewhere: the bias of a new <c>[LSTM]</c>, whose gates are i, f, g, o.</summary>
    ForgetGate,
}
