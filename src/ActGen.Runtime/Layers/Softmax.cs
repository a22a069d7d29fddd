namespace ActGen.CompilerServices;

/// <summary>Softmax over rows.</summary>
/// <typeparam name="T">The scalar.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Softmax<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>y = exp(x − max)/Σ, each row; in place allowed.</summary>
    public static void Forward(Work work, ReadOnlySpan<T> input, Span<T> output) => throw new NotImplementedException();

    /// <summary>dx = y ⊙ (g − ⟨g, y⟩), in place in <paramref name="gradient"/>.</summary>
    public static void Backward(Work work, ReadOnlySpan<T> output, Span<T> gradient) => throw new NotImplementedException();
}

/// <summary>Log-softmax over rows.</summary>
/// <typeparam name="T">The scalar.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LogSoftmax<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>y = x − max − log Σ exp(x − max), each row; in place allowed.</summary>
    public static void Forward(Work work, ReadOnlySpan<T> input, Span<T> output) => throw new NotImplementedException();

    /// <summary>dx = g − exp(y)·Σg, in place in <paramref name="gradient"/>.</summary>
    public static void Backward(Work work, ReadOnlySpan<T> output, Span<T> gradient) => throw new NotImplementedException();
}
