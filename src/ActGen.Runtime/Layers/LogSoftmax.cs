namespace ActGen.CompilerServices;

/// <summary>Log-softmax over rows. Workers own rows.</summary>
/// <typeparam name="T">The scalar.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LogSoftmax<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>y = x − max − log Σ exp(x − max), each row; in place allowed.</summary>
    /// <param name="work">Rows and share.</param>
    /// <param name="input">x: rows × width.</param>
    /// <param name="output">y: rows × width.</param>
    public static void Forward(Work work, ReadOnlySpan<T> input, Span<T> output)
    {
        Range own = RowShare.Elements(work, input.Length);
        ForwardKernel kernel = new() { Input = input[own], Output = output[own], Width = RowShare.Width(work, input.Length) };
        VectorWidth.Run<ForwardKernel, T>(ref kernel);
    }

    /// <summary>dx = g − exp(y)·Σg, in place in <paramref name="gradient"/>.</summary>
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
                SoftmaxRow<T, TVector>.LogProbabilities(Input.Slice(row, Width), Output.Slice(row, Width));
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
                VectorLoop.Map<T, TVector, Jacobian<TVector>>(g, y, g, new(TVector.Broadcast(RowReduction<T, TVector>.Sum(g))));
            }
        }
    }

    private readonly struct Jacobian<TVector>(TVector sum) : IVectorMap2<TVector>
        where TVector : unmanaged, ISimd<TVector>
    {
        private readonly TVector _sum = sum;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply(TVector gradient, TVector y) => TVector.MultiplyAdd(-VectorMath.Exp(y), _sum, gradient);
    }
}
