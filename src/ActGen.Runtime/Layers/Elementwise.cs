namespace ActGen.CompilerServices;

/// <summary>An activation that stands alone (not behind a layer into which it is fused).</summary>
/// <typeparam name="T">The scalar.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Elementwise<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>y = f(x), element by element; <paramref name="output"/> may be <paramref name="input"/> itself.</summary>
    public static void Forward<TActivation>(Work work, ReadOnlySpan<T> input, Span<T> output, ReadOnlySpan<T> parameters = default, ActivationOperand keeps = ActivationOperand.None, Span<T> kept = default)
        where TActivation : IActivation => throw new NotImplementedException();

    /// <summary>∂L/∂x = ∂L/∂y · f′, in place in <paramref name="gradient"/>.</summary>
    public static void Backward<TActivation>(Work work, Span<T> gradient, ActivationOperand keeps, ReadOnlySpan<T> kept, ReadOnlySpan<T> parameters = default, Span<T> parameterGradient = default)
        where TActivation : IActivation => throw new NotImplementedException();
}
