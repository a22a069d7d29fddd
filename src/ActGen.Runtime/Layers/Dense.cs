namespace ActGen.CompilerServices;

/// <summary>The fully connected layer with its activation fused in.</summary>
/// <typeparam name="T">The scalar.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Dense<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>y = f(x·W + b).</summary>
    /// <param name="work">Rows and share.</param>
    /// <param name="input">x: rows × inputs.</param>
    /// <param name="weights">W: inputs × outputs.</param>
    /// <param name="bias">b: outputs, or empty.</param>
    /// <param name="output">y: rows × outputs.</param>
    /// <param name="parameters">The formula's parameters.</param>
    /// <param name="keeps">What training keeps besides y: <see cref="ActivationOperand.Derivative"/> or <see cref="ActivationOperand.Input"/> go into <paramref name="kept"/>.</param>
    /// <param name="kept">rows × outputs, or empty.</param>
    public static void Forward<TActivation>(Work work, ReadOnlySpan<T> input, ReadOnlySpan<T> weights, ReadOnlySpan<T> bias, Span<T> output, ReadOnlySpan<T> parameters = default, ActivationOperand keeps = ActivationOperand.None, Span<T> kept = default)
        where TActivation : IActivation => throw new NotImplementedException();

    /// <summary>dz = ∂L/∂y · f′;  dW = xᵀ·dz,  db = Σ dz,  dx = dz·Wᵀ.</summary>
    /// <param name="work">Rows and share.</param>
    /// <param name="input">x: rows × inputs.</param>
    /// <param name="weights">W: inputs × outputs.</param>
    /// <param name="outputGradient">∂L/∂y: rows × outputs; overwritten with dz.</param>
    /// <param name="weightGradient">dW: inputs × outputs; assigned.</param>
    /// <param name="biasGradient">db: outputs, or empty; assigned.</param>
    /// <param name="inputGradient">dx: rows × inputs, or empty when nobody reads it; may not overlap <paramref name="outputGradient"/>.</param>
    /// <param name="transposed">Scratch for Wᵀ: outputs × inputs; empty exactly when <paramref name="inputGradient"/> is.</param>
    /// <param name="keeps">What <paramref name="kept"/> holds.</param>
    /// <param name="kept">y, f′ or the pre-activation: rows × outputs; empty for <see cref="ActivationOperand.None"/>.</param>
    /// <param name="parameters">The formula's parameters.</param>
    /// <param name="parameterGradient">One element per parameter of the formula, or empty; assigned for all parameters.</param>
    public static void Backward<TActivation>(Work work, ReadOnlySpan<T> input, ReadOnlySpan<T> weights, Span<T> outputGradient, Span<T> weightGradient, Span<T> biasGradient, Span<T> inputGradient, Span<T> transposed, ActivationOperand keeps = ActivationOperand.None, ReadOnlySpan<T> kept = default, ReadOnlySpan<T> parameters = default, Span<T> parameterGradient = default)
        where TActivation : IActivation => throw new NotImplementedException();
}
