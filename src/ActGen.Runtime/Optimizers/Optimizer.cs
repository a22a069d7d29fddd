namespace ActGen;

/// <summary>Describes how parameters follow their gradients. Immutable; the state lives in the trainer.</summary>
/// <remarks>Equations, defaults and order of operations are PyTorch's, where it has the optimizer; Lion and LAMB are their papers'. Weight decay applies to all parameters, as PyTorch's
/// does, except to what an activation learned. Scalars are computed in double and rounded once.</remarks>
public abstract record Optimizer
{
    private protected Optimizer(double learningRate) => LearningRate = learningRate;

    /// <summary>γ, at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to a negative or not finite number.</exception>
    public double LearningRate { get; init => field = Setting.AtLeastZero(value); }

    /// <summary>Fresh state for a network.</summary>
    /// <param name="layout">The network's parameters.</param>
    internal abstract UpdateRule CreateRule(ParameterLayout layout);
}
