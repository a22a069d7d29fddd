namespace ActGen.CompilerServices;

/// <summary>Inverted dropout with a counter-based generator: the mask is recomputed in backward, never stored.</summary>
/// <typeparam name="T">The scalar.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Dropout<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>y = x·keep/(1 − rate), keep = [u32 ≥ (uint)(rate·2³²)]; in place allowed.</summary>
    public static void Forward(Work work, RandomStream random, double rate, ReadOnlySpan<T> input, Span<T> output) => throw new NotImplementedException();

    /// <summary>The same mask and scale on the gradient, in place.</summary>
    public static void Backward(Work work, RandomStream random, double rate, Span<T> gradient) => throw new NotImplementedException();
}
