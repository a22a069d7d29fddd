namespace ActGen;

/// <summary>Mean of (x − t)² over all elements.</summary>
public sealed class MSELossAttribute : LossAttribute;

/// <summary>Mean of |x − t| over all elements.</summary>
public sealed class L1LossAttribute : LossAttribute;

/// <summary>Mean over all elements of ½d² where |d| ≤ δ, else δ(|d| − ½δ), d = x − t (Huber 1964).</summary>
/// <param name="delta">δ, above 0.</param>
public sealed class HuberLossAttribute(double delta = 1) : LossAttribute
{
    /// <summary>δ.</summary>
    public double Delta { get; } = delta;
}

/// <summary>Mean over all elements of d²/2β where |d| &lt; β, else |d| − ½β, d = x − t (Girshick 2015). PyTorch's <c>SmoothL1Loss</c>; <see cref="HuberLossAttribute"/> is β times it.</summary>
/// <param name="beta">β, at least 0; 0 is <see cref="L1LossAttribute"/>.</param>
public sealed class SmoothL1LossAttribute(double beta = 1) : LossAttribute
{
    /// <summary>β.</summary>
    public double Beta { get; } = beta;
}

/// <summary>Mean over all elements of ln cosh(x − t): smooth, ½d² near 0, |d| − ln 2 far from it. Keras' <c>LogCosh</c>.</summary>
public sealed class LogCoshLossAttribute : LossAttribute;

/// <summary>Mean absolute percentage error: mean over all elements of 100·|x − t| / max(|t|, ε). Keras' <c>MeanAbsolutePercentageError</c>.</summary>
/// <remarks>Its gradients are 100/|t|: scale the learning rate to it, and keep targets away from 0.</remarks>
public sealed class MAPELossAttribute : LossAttribute
{
    /// <summary>ε, above 0.</summary>
    public double Epsilon { get; set; } = 1e-7;
}

/// <summary>Mean squared logarithmic error: mean over all elements of (ln(1 + x) − ln(1 + t))², x and t raised to ε where they are below it. Keras' <c>MeanSquaredLogarithmicError</c>.</summary>
/// <remarks>An output below ε gets no gradient. End the layers with a positive activation, as softplus.</remarks>
public sealed class MSLELossAttribute : LossAttribute
{
    /// <summary>ε, at least 0.</summary>
    public double Epsilon { get; set; } = 1e-7;
}
