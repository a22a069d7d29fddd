namespace ActGen.Runtime.Tests.Proofs.Specs;

/// <summary>What the rows of a batch are compared with: labels or real values, whichever is not null.</summary>
internal sealed record Targets(int[]? Labels, double[][]? Values)
{
    /// <summary>Rows of the batch; each has a target for each position.</summary>
    public int Rows { get; init; }
}

/// <summary>What a loss says of a batch.</summary>
/// <param name="Mean">The loss.</param>
/// <param name="Gradient">∂loss/∂outputs.</param>
internal sealed record LossValue(double Mean, double[][] Gradient);

/// <summary>Which targets fit a loss.</summary>
internal enum TargetSort
{
    Labels,
    Probabilities,
    ZeroOrOne,
    Real,

    /// <summary>−1 or +1.</summary>
    Sign,

    /// <summary>0, 1, 2, …</summary>
    Count,

    /// <summary>Logarithms of probabilities.</summary>
    LogProbabilities,
}

/// <summary>A loss: how a user writes it, its definition and gradient in plain loops.</summary>
internal abstract record LossSpec
{
    /// <summary>The attribute without brackets.</summary>
    public abstract string Attribute { get; }

    /// <summary>Which targets to draw.</summary>
    public abstract TargetSort Sort { get; }

    /// <summary>Label that takes a row out of the loss, if one is set.</summary>
    public virtual int? Ignored => null;

    /// <summary>Outputs of the networks that end with it, which its weights or its pairs of outputs need.</summary>
    public virtual int Outputs => 3;

    /// <summary>Targets that go with so many outputs.</summary>
    public virtual int TargetWidth(int outputs) => outputs;

    /// <summary>Mean loss and its gradient.</summary>
    public abstract LossValue Evaluate(double[][] outputs, Targets targets);

    /// <summary>What <c>Predict</c> makes of a row of outputs.</summary>
    public virtual double[] Predict(double[] outputs) => outputs;

    /// <summary>Distance of the nearest element from a point where the derivative jumps.</summary>
    public virtual double DistanceToKink(double[][] outputs, Targets targets) => double.PositiveInfinity;
}
