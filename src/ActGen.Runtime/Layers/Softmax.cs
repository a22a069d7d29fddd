namespace ActGen.CompilerServices;

/// <summary>Softmax over rows. Workers own rows.</summary>
/// <typeparam name="T">The scalar.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Softmax<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>y = exp(x − max)/Σ, each row; in place allowed.</summary>
    /// <param name="work">Rows and share.</param>
    /// <param name="input">x: rows × width.</param>
    /// <param name="output">y: rows × width.</param>
    public static void Forward(Work work, ReadOnlySpan<T> input, Span<T> output)
    {
        Range own = RowShare.Elements(work, input.Length);
        ForwardKernel kernel = new() { Input = input[own], Output = output[own], Width = RowShare.Width(work, input.Length) };
        VectorWidth.Run<ForwardKernel, T>(ref kernel);
    }

    /// <summary>dx = y ⊙ (g − ⟨g, y⟩), in place in <paramref name="gradient"/>.</summary>
    /// <remarks>Since Σy = 1, a constant added to g changes nothing. Where one probability is above ½, g is first taken relative
    /// to that element's: otherwise g − ⟨g, y⟩ would cancel, down to no digit at all as y approaches 1.</remarks>
    /// <param name="work">Rows and share.</param>
    /// <param name="output">y: rows × width.</param>
    /// <param name="gradient">∂L/∂y: rows × width; overwritten with ∂L/∂x.</param>
    public static void Backward(Work work, ReadOnlySpan<T> output, Span<T> gradient)
    {
        Range own = RowShare.Elements(work, output.Length);
        BackwardKernel kernel = new() { Output = output[own], Gradient = gradient[own], Width = RowShare.Width(work, output.Length) };
        VectorWidth.Run<BackwardKernel, T>(ref kernel);
    }

    private ref struct ForwardKernel : IVectorKernel<T>
    {
        public ReadOnlySpan<T> Input;
        public Span<T> Output;
        public int Width;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public readonly void Run<TVector>()
            where TVector : unmanaged, ISimd<TVector, T>
        {
            for (int row = 0; row < Input.Length; row += Width)
                SoftmaxRow<T, TVector>.Probabilities(Input.Slice(row, Width), Output.Slice(row, Width));
        }
    }

    private ref struct BackwardKernel : IVectorKernel<T>
    {
        public ReadOnlySpan<T> Output;
        public Span<T> Gradient;
        public int Width;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public readonly void Run<TVector>()
            where TVector : unmanaged, ISimd<TVector, T>
        {
            for (int row = 0; row < Output.Length; row += Width)
            {
                ReadOnlySpan<T> y = Output.Slice(row, Width);
                Span<T> g = Gradient.Slice(row, Width);
                if (RowReduction<T, TVector>.Max(y) > Half)
                    VectorLoop.Map<T, TVector, Difference<TVector>>(g, g, new(TVector.Broadcast(g[FirstAboveHalf(y)])));
                VectorLoop.Map<T, TVector, Jacobian<TVector>>(g, y, g, new(TVector.Broadcast(RowReduction<T, TVector>.Dot(g, y))));
            }
        }
    }

    private static T Half => T.CreateChecked(0.5);

    private static int FirstAboveHalf(ReadOnlySpan<T> y)
    {
        int index = 0;
        while (!(y[index] > Half))
            index++;
        return index;
    }

    private readonly struct Difference<TVector>(TVector subtrahend) : IVectorMap<TVector>
        where TVector : unmanaged, ISimd<TVector>
    {
        private readonly TVector _subtrahend = subtrahend;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply(TVector x) => x - _subtrahend;
    }

    private readonly struct Jacobian<TVector>(TVector dot) : IVectorMap2<TVector>
        where TVector : unmanaged, ISimd<TVector>
    {
        private readonly TVector _dot = dot;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply(TVector gradient, TVector y) => y * (gradient - _dot);
    }
}
