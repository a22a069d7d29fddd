namespace ActGen.CompilerServices;

/// <summary>Records values of a training step, in networks with <c>Telemetry = true</c>. Workers record their own rows, without waiting for each other.</summary>
/// <typeparam name="T">The scalar.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Telemetry<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Elements whose derivatives are computed at a time.</summary>
    private const int Block = 1024;

    /// <summary>The outputs of a layer whose derivative is not judged.</summary>
    /// <param name="pass">The step.</param>
    /// <param name="layer">Its place among the recorded layers.</param>
    /// <param name="output">Rows × width.</param>
    public static void Output(ref readonly Pass<T> pass, int layer, ReadOnlySpan<T> output) => pass.Telemetry?.Of(layer).Outputs(pass.Work, output);

    /// <summary>The outputs of a layer with an activation, and its derivatives.</summary>
    /// <typeparam name="TActivation">The formula.</typeparam>
    /// <param name="pass">The step.</param>
    /// <param name="layer">Its place among the recorded layers.</param>
    /// <param name="output">Rows × width.</param>
    /// <param name="keeps">What <paramref name="kept"/> holds.</param>
    /// <param name="kept">y, f′ or the formula's input: rows × width.</param>
    /// <param name="parameters">The formula's parameters.</param>
    public static void Output<TActivation>(ref readonly Pass<T> pass, int layer, ReadOnlySpan<T> output, ActivationOperand keeps, ReadOnlySpan<T> kept, ReadOnlySpan<T> parameters = default)
        where TActivation : IActivation
    {
        if (pass.Telemetry is not { } telemetry)
            return;
        LayerRecording<T> recording = telemetry.Of(layer);
        recording.Outputs(pass.Work, output);
        (T[] steepest, T[] flat) = recording.OfWorker(pass.Work.Worker);
        SlopeKernel<TActivation> kernel = new()
        {
            Kept = kept[RowShare.Elements(pass.Work, kept.Length)],
            Keeps = keeps,
            Parameters = parameters,
            Steepest = steepest,
            Flat = flat,
            Limit = T.CreateTruncating(recording.Saturation),
        };
        VectorWidth.Run<SlopeKernel<TActivation>, T>(ref kernel);
    }

    /// <summary>The loss's gradient by a layer's outputs.</summary>
    /// <param name="pass">The step.</param>
    /// <param name="layer">Its place among the recorded layers.</param>
    /// <param name="gradient">Rows × width, before the layer's backward pass.</param>
    public static void Gradient(ref readonly Pass<T> pass, int layer, ReadOnlySpan<T> gradient) => pass.Telemetry?.Of(layer).Gradient(pass.Work, gradient);

    private ref struct SlopeKernel<TActivation> : IVectorKernel<T>
        where TActivation : IActivation
    {
        public ReadOnlySpan<T> Kept;
        public ActivationOperand Keeps;
        public ReadOnlySpan<T> Parameters;
        public Span<T> Steepest;
        public Span<T> Flat;
        public T Limit;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public readonly void Run<TVector>()
            where TVector : unmanaged, ISimd<TVector, T>
        {
            Span<TVector> vectors = stackalloc TVector[Parameters.Length];
            ActivationLoop<T, TVector, TActivation>.Broadcast(Parameters, vectors);
            Span<T> block = stackalloc T[Math.Min(Block, Steepest.Length)];
            for (int row = 0; row < Kept.Length; row += Steepest.Length)
            {
                for (int start = 0; start < Steepest.Length; start += block.Length)
                {
                    int length = Math.Min(block.Length, Steepest.Length - start);
                    // The backward pass of a gradient of ones is the derivative.
                    Span<T> slopes = block[..length];
                    slopes.Fill(T.One);
                    ActivationLoop<T, TVector, TActivation>.Backward(slopes, Keeps, Kept.Slice(row + start, length), vectors);
                    Span<T> steepest = Steepest.Slice(start, length), flat = Flat.Slice(start, length);
                    VectorLoop.Map<T, TVector, LargerMagnitude<TVector>>(steepest, slopes, steepest, default);
                    VectorLoop.Map<T, TVector, CountBelow<TVector>>(flat, slopes, flat, new(TVector.Broadcast(Limit)));
                }
            }
        }
    }
}
