namespace ActGen;

/// <summary>Losses as functions of spans, for code outside a network: each returns the mean loss and writes its gradient when a buffer is given.</summary>
/// <remarks>Same kernels and the same definitions as the loss attributes have. Sums are taken in a fixed order, in double where they run over rows.
/// Arguments are checked before anything is written.</remarks>
public static partial class Losses
{
    private static void Gradient(Span<float> gradient, ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets, string outputsName)
    {
        if (gradient.IsEmpty)
            return;
        if (gradient.Length != outputs.Length)
            throw new ArgumentException($"gradient has {gradient.Length} elements; it must have the {outputs.Length} of {outputsName}, or none.", nameof(gradient));
        if (((ReadOnlySpan<float>)gradient).Overlaps(outputs) || ((ReadOnlySpan<float>)gradient).Overlaps(targets))
            throw new ArgumentException($"gradient overlaps {outputsName} or the targets, which are still read while it is written.", nameof(gradient));
    }

    private static void NotEmpty(int length, string name)
    {
        if (length == 0)
            throw new ArgumentException($"{name} is empty: the mean of no losses is undefined.", name);
    }
}
