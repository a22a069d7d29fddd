using System.Runtime.InteropServices;

namespace ActGen.CompilerServices;

/// <summary>A gated linear unit over each row of two halves, y = a ⊙ f(b) (Dauphin et al. 2017; Shazeer 2020). Workers own rows.</summary>
/// <remarks>Training forward keeps both derivatives, f(b) and a·f′(b), in the place of a and b where nobody else reads those; backward is then a multiplication.
/// With learned parameters it keeps a and b and computes f again.</remarks>
/// <typeparam name="T">The scalar.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Gate<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>y = a ⊙ f(b).</summary>
    /// <param name="work">Rows and share.</param>
    /// <param name="input">[a, b]: rows × 2·width.</param>
    /// <param name="output">y: rows × width.</param>
    /// <param name="parameters">The formula's parameters.</param>
    /// <param name="kept">Where [f(b), a·f′(b)] go, rows × 2·width; may be <paramref name="input"/>; empty where they are not kept.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Forward<TActivation>(in Work work, ReadOnlySpan<T> input, Span<T> output, ReadOnlySpan<T> parameters = default, Span<T> kept = default)
        where TActivation : IActivation
    {
        // What a prediction asks for takes less time than a share of it and its places in memory.
        if (TActivation.ParameterDefaults.IsEmpty && kept.IsEmpty && work.IsSingleRow)
            Row<TActivation>(input, output);
        else
            ForwardRows<TActivation>(in work, input, output, parameters, kept);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Row<TActivation>(ReadOnlySpan<T> input, Span<T> output)
        where TActivation : IActivation
    {
        int width = output.Length;
        VectorWidth.Run<RowKernel<TActivation>, T>(new(in MemoryMarshal.GetReference(input[..(2 * width)]), ref MemoryMarshal.GetReference(output), width));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ForwardRows<TActivation>(in Work work, ReadOnlySpan<T> input, Span<T> output, ReadOnlySpan<T> parameters, Span<T> kept)
        where TActivation : IActivation
    {
        ForwardKernel<TActivation> kernel = new()
        {
            Input = input[RowShare.Elements(work, input.Length)],
            Output = output[RowShare.Elements(work, output.Length)],
            Kept = kept[RowShare.Elements(work, kept.Length)],
            Width = RowShare.Width(work, output.Length),
            Parameters = parameters,
        };
        VectorWidth.Run<ForwardKernel<TActivation>, T>(ref kernel);
    }

    /// <summary>da = g ⊙ f(b), db = g ⊙ a ⊙ f′(b).</summary>
    /// <param name="work">Rows and share.</param>
    /// <param name="kept">What forward kept, rows × 2·width: the derivatives, or [a, b] with <see cref="ActivationOperand.Input"/>.</param>
    /// <param name="outputGradient">g: rows × width.</param>
    /// <param name="inputGradient">[da, db]: rows × 2·width; may be the kept derivatives themselves.</param>
    /// <param name="keeps">Which of the two was kept.</param>
    /// <param name="parameters">The formula's parameters.</param>
    /// <param name="parameterGradient">One element per parameter of the formula, or empty; assigned for all parameters.</param>
    /// <param name="rowSums">Scratch: rows × parameters where there is a <paramref name="parameterGradient"/>.</param>
    public static void Backward<TActivation>(Work work, ReadOnlySpan<T> kept, ReadOnlySpan<T> outputGradient, Span<T> inputGradient, ActivationOperand keeps, ReadOnlySpan<T> parameters = default, Span<T> parameterGradient = default, Span<T> rowSums = default)
        where TActivation : IActivation
    {
        BackwardKernel<TActivation> kernel = new()
        {
            Kept = kept[RowShare.Elements(work, kept.Length)],
            OutputGradient = outputGradient[RowShare.Elements(work, outputGradient.Length)],
            InputGradient = inputGradient[RowShare.Elements(work, inputGradient.Length)],
            RowSums = rowSums[RowShare.Elements(work, rowSums.Length)],
            Width = RowShare.Width(work, outputGradient.Length),
            Keeps = keeps,
            Parameters = parameters,
        };
        VectorWidth.Run<BackwardKernel<TActivation>, T>(ref kernel);
        RowSum<T>.Combine(work, rowSums, parameterGradient);
    }

    /// <summary>A row without parameters, of which nothing is kept. The fields are few and no spans: the JIT keeps them in registers.</summary>
    private readonly ref struct RowKernel<TActivation>(ref readonly T input, ref T output, int width) : IVectorKernel<T>
        where TActivation : IActivation
    {
        private readonly ref readonly T _input = ref input;
        private readonly ref T _output = ref output;
        private readonly int _width = width;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Run<TVector>()
            where TVector : unmanaged, ISimd<TVector, T>
        {
            ReadOnlySpan<T> a = MemoryMarshal.CreateReadOnlySpan(in _input, _width), b = MemoryMarshal.CreateReadOnlySpan(in Unsafe.Add(ref Unsafe.AsRef(in _input), _width), _width);
            VectorLoop.Map<T, TVector, TimesActivation<TActivation, TVector>>(a, b, MemoryMarshal.CreateSpan(ref _output, _width), new([]));
        }
    }

    private ref struct ForwardKernel<TActivation> : IVectorKernel<T>
        where TActivation : IActivation
    {
        public ReadOnlySpan<T> Input;
        public Span<T> Output;
        public Span<T> Kept;
        public int Width;
        public ReadOnlySpan<T> Parameters;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public readonly void Run<TVector>()
            where TVector : unmanaged, ISimd<TVector, T>
        {
            Span<TVector> vectors = stackalloc TVector[Parameters.Length];
            ActivationLoop<T, TVector, TActivation>.Broadcast(Parameters, vectors);
            for (int start = 0; start < Output.Length; start += Width)
            {
                ReadOnlySpan<T> a = Input.Slice(2 * start, Width), b = Input.Slice((2 * start) + Width, Width);
                Span<T> y = Output.Slice(start, Width);
                if (Kept.IsEmpty)
                    VectorLoop.Map<T, TVector, TimesActivation<TActivation, TVector>>(a, b, y, new(vectors));
                else
                    VectorLoop.MapToTriple<T, TVector, GateWithDerivatives<TActivation, TVector>>(a, b, y, Kept.Slice(2 * start, Width), Kept.Slice((2 * start) + Width, Width), new(vectors));
            }
        }
    }

    private ref struct BackwardKernel<TActivation> : IVectorKernel<T>
        where TActivation : IActivation
    {
        public ReadOnlySpan<T> Kept;
        public ReadOnlySpan<T> OutputGradient;
        public Span<T> InputGradient;
        public Span<T> RowSums;
        public int Width;
        public ActivationOperand Keeps;
        public ReadOnlySpan<T> Parameters;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public readonly void Run<TVector>()
            where TVector : unmanaged, ISimd<TVector, T>
        {
            Span<TVector> vectors = stackalloc TVector[Parameters.Length];
            ActivationLoop<T, TVector, TActivation>.Broadcast(Parameters, vectors);
            for (int start = 0; start < OutputGradient.Length; start += Width)
            {
                ReadOnlySpan<T> a = Kept.Slice(2 * start, Width), b = Kept.Slice((2 * start) + Width, Width), g = OutputGradient.Slice(start, Width);
                Span<T> da = InputGradient.Slice(2 * start, Width), db = InputGradient.Slice((2 * start) + Width, Width);
                if (Keeps == ActivationOperand.Input)
                {
                    VectorLoop.Map<T, TVector, TimesActivation<TActivation, TVector>>(g, b, da, new(vectors));
                    VectorLoop.Map<T, TVector, Product<TVector>>(g, a, db, default);
                    if (!RowSums.IsEmpty)
                        ParameterGradient<T, TVector, TActivation>.RowSums(db, b, vectors, RowSums.Slice(start / Width * Parameters.Length, Parameters.Length));
                    VectorLoop.Map<T, TVector, TimesDerivative<TActivation, TVector>>(db, b, db, new(vectors));
                }
                else
                {
                    VectorLoop.Map<T, TVector, Product<TVector>>(g, a, da, default);
                    VectorLoop.Map<T, TVector, Product<TVector>>(g, b, db, default);
                }
            }
        }
    }
}
