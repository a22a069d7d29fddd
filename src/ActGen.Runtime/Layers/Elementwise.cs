using System.Runtime.InteropServices;

namespace ActGen.CompilerServices;

/// <summary>An activation that stands alone (not behind a layer into which it is fused).</summary>
/// <remarks>Workers own rows; only the gradient of learned parameters, which spans all rows, makes them wait for each other, once.</remarks>
/// <typeparam name="T">The scalar.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Elementwise<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>y = f(x), element by element; <paramref name="output"/> may be <paramref name="input"/> itself.</summary>
    /// <param name="work">Rows and share.</param>
    /// <param name="input">x: rows × width.</param>
    /// <param name="output">y: rows × width.</param>
    /// <param name="parameters">The formula's parameters.</param>
    /// <param name="keeps">What training keeps besides y: <see cref="ActivationOperand.Derivative"/> or <see cref="ActivationOperand.Input"/> go into <paramref name="kept"/>.</param>
    /// <param name="kept">rows × width, or empty.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Forward<TActivation>(in Work work, ReadOnlySpan<T> input, Span<T> output, ReadOnlySpan<T> parameters = default, ActivationOperand keeps = ActivationOperand.None, Span<T> kept = default)
        where TActivation : IActivation
    {
        // What a prediction asks for takes less time than a share of it and its places in memory.
        if (TActivation.ParameterDefaults.IsEmpty && keeps == ActivationOperand.None && work.IsSingleRow)
            Row<TActivation>(input, output);
        else if (TActivation.ParameterDefaults.Length <= ParameterForward<T, TActivation>.Most && keeps == ActivationOperand.None && work.IsSingleRow)
            Row<TActivation>(input, output, parameters);
        else
            ForwardRows<TActivation>(in work, input, output, parameters, keeps, kept);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Row<TActivation>(ReadOnlySpan<T> input, Span<T> output)
        where TActivation : IActivation
    {
        output = output[..input.Length];
        VectorWidth.Run<PlainForward<T, TActivation>, T>(new(in MemoryMarshal.GetReference(input), ref MemoryMarshal.GetReference(output), input.Length));
    }

    // A method of its own: together they are more than the JIT inlines.
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Row<TActivation>(ReadOnlySpan<T> input, Span<T> output, ReadOnlySpan<T> parameters)
        where TActivation : IActivation
    {
        output = output[..input.Length];
        parameters = parameters[..TActivation.ParameterDefaults.Length];
        VectorWidth.Run<ParameterForward<T, TActivation>, T>(new(in MemoryMarshal.GetReference(input), ref MemoryMarshal.GetReference(output), input.Length, in MemoryMarshal.GetReference(parameters)));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ForwardRows<TActivation>(in Work work, ReadOnlySpan<T> input, Span<T> output, ReadOnlySpan<T> parameters, ActivationOperand keeps, Span<T> kept)
        where TActivation : IActivation
    {
        Range own = RowShare.Elements(work, input.Length);
        ForwardKernel<TActivation> kernel = new()
        {
            Input = input[own],
            Output = output[own],
            Parameters = parameters,
            Keeps = keeps,
            Kept = kept.IsEmpty ? kept : kept[own],
        };
        VectorWidth.Run<ForwardKernel<TActivation>, T>(ref kernel);
    }

    /// <summary>∂L/∂x = ∂L/∂y · f′, in place in <paramref name="gradient"/>.</summary>
    /// <param name="work">Rows and share.</param>
    /// <param name="gradient">∂L/∂y: rows × width; overwritten with ∂L/∂x.</param>
    /// <param name="keeps">What <paramref name="kept"/> holds.</param>
    /// <param name="kept">y, f′ or x: rows × width; empty for <see cref="ActivationOperand.None"/>.</param>
    /// <param name="parameters">The formula's parameters.</param>
    /// <param name="parameterGradient">One element per parameter of the formula, or empty; assigned for all parameters.</param>
    /// <param name="rowSums">Scratch: rows × parameters where there is a <paramref name="parameterGradient"/>.</param>
    public static void Backward<TActivation>(Work work, Span<T> gradient, ActivationOperand keeps, ReadOnlySpan<T> kept, ReadOnlySpan<T> parameters = default, Span<T> parameterGradient = default, Span<T> rowSums = default)
        where TActivation : IActivation
    {
        OwnRows<TActivation>(work, gradient, keeps, kept, parameters, rowSums);
        RowSum<T>.Combine(work, rowSums, parameterGradient);
    }

    /// <summary>The same without the sums over all rows: nobody waits.</summary>
    internal static void OwnRows<TActivation>(Work work, Span<T> gradient, ActivationOperand keeps, ReadOnlySpan<T> kept, ReadOnlySpan<T> parameters, Span<T> rowSums)
        where TActivation : IActivation
    {
        BackwardKernel<TActivation> kernel = new()
        {
            Gradient = gradient[RowShare.Elements(work, gradient.Length)],
            Keeps = keeps,
            Kept = kept[RowShare.Elements(work, kept.Length)],
            Width = RowShare.Width(work, gradient.Length),
            Parameters = parameters,
            RowSums = rowSums[RowShare.Elements(work, rowSums.Length)],
        };
        VectorWidth.Run<BackwardKernel<TActivation>, T>(ref kernel);
    }

    private ref struct ForwardKernel<TActivation> : IVectorKernel<T>
        where TActivation : IActivation
    {
        public ReadOnlySpan<T> Input;
        public Span<T> Output;
        public ReadOnlySpan<T> Parameters;
        public ActivationOperand Keeps;
        public Span<T> Kept;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public readonly void Run<TVector>()
            where TVector : unmanaged, ISimd<TVector, T>
        {
            Span<TVector> vectors = stackalloc TVector[Parameters.Length];
            ActivationLoop<T, TVector, TActivation>.Broadcast(Parameters, vectors);
            ActivationLoop<T, TVector, TActivation>.Forward(Input, Output, vectors, Keeps, Kept);
        }
    }

    private ref struct BackwardKernel<TActivation> : IVectorKernel<T>
        where TActivation : IActivation
    {
        public Span<T> Gradient;
        public ActivationOperand Keeps;
        public ReadOnlySpan<T> Kept;
        public int Width;
        public ReadOnlySpan<T> Parameters;
        public Span<T> RowSums;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public readonly void Run<TVector>()
            where TVector : unmanaged, ISimd<TVector, T>
        {
            Span<TVector> vectors = stackalloc TVector[Parameters.Length];
            ActivationLoop<T, TVector, TActivation>.Broadcast(Parameters, vectors);
            ActivationBackward<T, TVector, TActivation>.Run(Gradient, Keeps, Kept, Width, vectors, RowSums);
        }
    }
}
