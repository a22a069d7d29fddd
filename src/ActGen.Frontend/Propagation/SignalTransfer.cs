using ActGen.Frontend.Model;

namespace ActGen.Frontend.Propagation;

/// <summary>What one layer does to the signal: everything that propagation asks of a layer.</summary>
/// <param name="Output">The signal behind it.</param>
/// <param name="Backward">From the gradient by its output to the gradient by its input.</param>
internal sealed record SignalTransfer(Signal Output, Func<GradientSignal, GradientSignal> Backward)
{
    /// <summary>A layer of which nothing can be said.</summary>
    public static SignalTransfer Unknown { get; } = new(new Signal(double.NaN, 0, 0), static _ => GradientSignal.Of(new Signal(double.NaN, 0, 0)));
}
