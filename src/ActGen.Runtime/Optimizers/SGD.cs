using System.Globalization;

namespace ActGen;

/// <summary>Stochastic gradient descent: g ← g + λθ;  b ← μb + (1 − τ)g (b ← g at first);  θ ← θ − γ·b, with Nesterov θ ← θ − γ(g + μb). PyTorch's <c>SGD</c>.</summary>
/// <param name="LearningRate">γ.</param>
public sealed record SGD(double LearningRate = 1e-3) : Optimizer(LearningRate)
{
    /// <summary>μ, at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to a negative or not finite number.</exception>
    public double Momentum { get; init => field = Setting.AtLeastZero(value); }

    /// <summary>τ: how much of the new gradient the velocity leaves out.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to a negative or not finite number.</exception>
    public double Dampening { get; init => field = Setting.AtLeastZero(value); }

    /// <summary>Whether the step looks ahead along the velocity (Nesterov 1983, in the form of Sutskever et al. 2013). Needs a momentum and no dampening.</summary>
    public bool Nesterov { get; init; }

    /// <summary>λ, added to the gradient as λθ.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to a negative or not finite number.</exception>
    public double WeightDecay { get; init => field = Setting.AtLeastZero(value); }

    internal override UpdateRule CreateRule(ParameterLayout layout)
    {
        if (Nesterov && (Momentum == 0 || Dampening != 0))
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{nameof(Nesterov)} needs {nameof(Momentum)} above 0 and {nameof(Dampening)} 0; they are {Momentum} and {Dampening}."), nameof(Nesterov));
        return Momentum == 0 ? new DescentRule(layout, this) : new MomentumRule(layout, this);
    }
}
