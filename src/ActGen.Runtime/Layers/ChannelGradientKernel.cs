using System.Numerics;

namespace ActGen.CompilerServices;

/// <summary>Σ over rows of ∂L/∂y · ∂f/∂p for some channels: rows in chunks, each a chain, chunk results added in ascending order (rule 3 of the canonical orders).</summary>
internal ref struct ChannelGradientKernel<T, TActivation> : IVectorKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TActivation : IActivation
{
    private const int Block = 512;

    public ReadOnlySpan<T> Parameters;
    public uint Learned;
    public ReadOnlySpan<T> Channels;
    public int Width;
    public (int Start, int End) Own;
    public ReadOnlySpan<T> Gradient;
    public ReadOnlySpan<T> Input;
    public Span<T> Result;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Run<TVector>()
        where TVector : unmanaged, ISimd<TVector, T>
    {
        Span<TVector> vectors = stackalloc TVector[Parameters.Length];
        ActivationLoop<T, TVector, TActivation>.Broadcast(Parameters, vectors);
        for (int start = Own.Start; start < Own.End; start += Block)
        {
            int length = Math.Min(Block, Own.End - start), position = 0;
            for (uint left = Learned; left != 0; left &= left - 1, position++)
                Assign<TVector>(BitOperations.TrailingZeroCount(left), start, vectors, Result.Slice((position * Width) + start, length));
        }
    }

    [SkipLocalsInit]
    private readonly void Assign<TVector>(int parameter, int start, Span<TVector> vectors, Span<T> total)
        where TVector : unmanaged, ISimd<TVector, T>
    {
        Span<T> derivative = stackalloc T[Block], chunk = stackalloc T[Block];
        derivative = derivative[..total.Length];
        chunk = chunk[..total.Length];
        total.Clear();
        int rows = Width == 0 ? 0 : Input.Length / Width;
        for (int first = 0; first < rows; first += RowChunk.Rows)
        {
            chunk.Clear();
            for (int row = first; row < Math.Min(first + RowChunk.Rows, rows); row++)
            {
                int at = (row * Width) + start;
                VaryingLoop<T, TVector>.Map<ParametricParameterDerivative<TActivation, TVector>>(Input.Slice(at, total.Length), derivative, Channels[start..], Width, Learned, vectors, new(parameter));
                VectorLoop.Map<T, TVector, Chain<TVector>>(Gradient.Slice(at, total.Length), derivative, chunk, chunk, default);
            }

            if (first == 0)
                chunk.CopyTo(total);
            else
                VectorLoop.Map<T, TVector, PlainSum<TVector>>(total, chunk, total, default);
        }
    }

    /// <summary>x·y + sum, rounded once.</summary>
    private readonly struct Chain<TVector> : IVectorMap3<TVector>
        where TVector : unmanaged, ISimd<TVector>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply(TVector x, TVector y, TVector sum) => TVector.MultiplyAdd(x, y, sum);
    }

    /// <summary>x + y.</summary>
    private readonly struct PlainSum<TVector> : IVectorMap2<TVector>
        where TVector : unmanaged, ISimd<TVector>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply(TVector x, TVector y) => x + y;
    }
}
