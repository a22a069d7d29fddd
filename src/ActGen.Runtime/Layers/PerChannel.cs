using System.Numerics;

namespace ActGen.CompilerServices;

/// <summary>An activation whose learned parameters have values of their own for each channel, an element of the row. Its backward keeps x.</summary>
/// <typeparam name="T">The scalar.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PerChannel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>y = f(x), element by element; <paramref name="output"/> may be <paramref name="input"/> itself.</summary>
    /// <param name="work">Rows and share.</param>
    /// <param name="parameters">The formula's parameters; those that are learned are not read.</param>
    /// <param name="learned">Which parameters are learned, one bit each.</param>
    /// <param name="channels">The learned ones: parameters × channels.</param>
    /// <param name="input">x: rows × channels.</param>
    /// <param name="output">y: rows × channels.</param>
    public static void Forward<TActivation>(Work work, ReadOnlySpan<T> parameters, uint learned, ReadOnlySpan<T> channels, ReadOnlySpan<T> input, Span<T> output)
        where TActivation : IActivation
    {
        ForwardKernel<TActivation> kernel = new()
        {
            Parameters = parameters,
            Learned = learned,
            Channels = channels,
            Width = channels.Length / BitOperations.PopCount(learned),
            Input = input[RowShare.Elements(work, input.Length)],
            Output = output[RowShare.Elements(work, output.Length)],
        };
        VectorWidth.Run<ForwardKernel<TActivation>, T>(ref kernel);
    }

    /// <summary>∂L/∂x = ∂L/∂y · f′, in place, and the gradients of the channels' parameters, Σ over rows of ∂L/∂y · ∂f/∂p.</summary>
    /// <remarks>Each worker sums its own channels over all rows, then multiplies its own rows: the workers meet before and between.</remarks>
    /// <param name="work">Rows and share.</param>
    /// <param name="parameters">The formula's parameters; those that are learned are not read.</param>
    /// <param name="learned">Which parameters are learned, one bit each.</param>
    /// <param name="channels">The learned ones: parameters × channels.</param>
    /// <param name="gradient">∂L/∂y: rows × channels; overwritten with ∂L/∂x.</param>
    /// <param name="input">x: rows × channels.</param>
    /// <param name="channelGradient">As <paramref name="channels"/>; assigned.</param>
    public static void Backward<TActivation>(Work work, ReadOnlySpan<T> parameters, uint learned, ReadOnlySpan<T> channels, Span<T> gradient, ReadOnlySpan<T> input, Span<T> channelGradient)
        where TActivation : IActivation
    {
        int width = channels.Length / BitOperations.PopCount(learned);
        ChannelGradientKernel<T, TActivation> sums = new()
        {
            Parameters = parameters,
            Learned = learned,
            Channels = channels,
            Width = width,
            Own = work.Share(width, Granularity),
            Gradient = gradient,
            Input = input,
            Result = channelGradient,
        };
        BackwardKernel<TActivation> product = new()
        {
            Parameters = parameters,
            Learned = learned,
            Channels = channels,
            Width = width,
            Gradient = gradient[RowShare.Elements(work, gradient.Length)],
            Input = input[RowShare.Elements(work, input.Length)],
        };
        work.Synchronize();
        VectorWidth.Run<ChannelGradientKernel<T, TActivation>, T>(ref sums);
        work.Synchronize();
        VectorWidth.Run<BackwardKernel<TActivation>, T>(ref product);
    }

    // Shares are cut at cache lines of float.
    private const int Granularity = 16;

    private ref struct ForwardKernel<TActivation> : IVectorKernel<T>
        where TActivation : IActivation
    {
        public ReadOnlySpan<T> Parameters;
        public uint Learned;
        public ReadOnlySpan<T> Channels;
        public int Width;
        public ReadOnlySpan<T> Input;
        public Span<T> Output;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public readonly void Run<TVector>()
            where TVector : unmanaged, ISimd<TVector, T>
        {
            Span<TVector> vectors = stackalloc TVector[Parameters.Length];
            ActivationLoop<T, TVector, TActivation>.Broadcast(Parameters, vectors);
            for (int start = 0; start < Input.Length; start += Width)
                VaryingLoop<T, TVector>.Map<ParametricForward<TActivation, TVector>>(Input.Slice(start, Width), Output.Slice(start, Width), Channels, Width, Learned, vectors, default);
        }
    }

    private ref struct BackwardKernel<TActivation> : IVectorKernel<T>
        where TActivation : IActivation
    {
        private const int Block = 1024;

        public ReadOnlySpan<T> Parameters;
        public uint Learned;
        public ReadOnlySpan<T> Channels;
        public int Width;
        public Span<T> Gradient;
        public ReadOnlySpan<T> Input;

        [SkipLocalsInit]
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public readonly void Run<TVector>()
            where TVector : unmanaged, ISimd<TVector, T>
        {
            Span<T> derivative = stackalloc T[Block];
            Span<TVector> vectors = stackalloc TVector[Parameters.Length];
            ActivationLoop<T, TVector, TActivation>.Broadcast(Parameters, vectors);
            for (int row = 0; row < Input.Length; row += Width)
            {
                for (int start = 0; start < Width; start += Block)
                {
                    int length = Math.Min(Block, Width - start);
                    Span<T> g = Gradient.Slice(row + start, length);
                    VaryingLoop<T, TVector>.Map<ParametricDerivative<TActivation, TVector>>(Input.Slice(row + start, length), derivative, Channels[start..], Width, Learned, vectors, default);
                    VectorLoop.Map<T, TVector, Product<TVector>>(g, derivative, g, default);
                }
            }
        }
    }
}
