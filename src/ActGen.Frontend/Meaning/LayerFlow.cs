namespace ActGen.Frontend.Meaning;

/// <summary>What a layer of a new network is predicted to do to signal and gradient, as root mean squares. A gradient is that by a feature: by what is added to it at all
/// positions, as its bias is, because the weights of a convolution sum over the positions too.</summary>
/// <param name="Input">The signal before it.</param>
/// <param name="Output">The signal behind it.</param>
/// <param name="InputGradient">The loss's gradient before it, relative to that at the network's output.</param>
/// <param name="OutputGradient">Likewise behind it.</param>
internal sealed record LayerFlow(double Input, double Output, double InputGradient, double OutputGradient)
{
    /// <summary>What the signal behind it exceeds in 39 of 40 networks.</summary>
    public double LowOutput { get; init; }

    /// <summary>What the gradient before it exceeds in 39 of 40 networks.</summary>
    public double LowInputGradient { get; init; }

    /// <summary>Whether one network's values say anything about the next one's.</summary>
    public bool IsPredictable { get; init; }

    /// <summary>How much of the whole gradient, all features together, is before it of what is behind it.</summary>
    public double Passed { get; init; }

    /// <summary>By how much the signal grows.</summary>
    public double SignalFactor => Output / Input;

    /// <summary>By how much the gradient grows on its way back.</summary>
    public double GradientFactor => InputGradient / OutputGradient;
}
