namespace ActGen.CompilerServices;

/// <summary>y of a pool for the images of a worker.</summary>
internal ref struct PoolForwardKernel<T, TPool> : IVectorKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TPool : IPoolFunction
{
    public PoolWindow Window;
    public ReadOnlySpan<T> Input;
    public Span<T> Output;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly unsafe void Run<TVector>()
        where TVector : unmanaged, ISimd<TVector, T>
    {
        fixed (T* x = Input, y = Output)
        {
            Positions<TVector> positions = new(x, y, Window.Channels, (nint)Window.Horizontal.Cells * Window.Channels, TVector.Constant(Window.Size));
            PoolPositions.Run(in Window, Output.Length / Window.OutputSize, in positions);
        }
    }

    private readonly unsafe struct Positions<TVector>(T* x, T* y, nint channels, nint line, TVector size) : IPoolPositions
        where TVector : unmanaged, ISimd<TVector, T>
    {
        public static bool TakesFour => true;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void One(nint input, int rows, int columns, nint output)
        {
            // The last vector overlaps the one before it, with the same results.
            for (nint next = 0; next < channels; next += TVector.Count)
            {
                nint channel = nint.Min(next, channels - TVector.Count);
                TVector result = TPool.Start<TVector>();
                T* row = x + input + channel;
                for (int i = rows; i > 0; i--, row += line)
                {
                    T* cell = row;
                    for (int j = columns; j > 0; j--, cell += channels)
                        result = TPool.Add(result, TVector.Load(in *cell, 0));
                }
                TVector.Store(TPool.Finish(result, size), ref *(y + output + channel), 0);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Four(nint input, nint step, int rows, int columns, nint output)
        {
            for (nint next = 0; next < channels; next += TVector.Count)
            {
                nint channel = nint.Min(next, channels - TVector.Count);
                TVector result0 = TPool.Start<TVector>(), result1 = result0, result2 = result0, result3 = result0;
                T* row = x + input + channel;
                for (int i = rows; i > 0; i--, row += line)
                {
                    T* cell = row;
                    for (int j = columns; j > 0; j--, cell += channels)
                    {
                        result0 = TPool.Add(result0, TVector.Load(in *cell, 0));
                        result1 = TPool.Add(result1, TVector.Load(in *(cell + step), 0));
                        result2 = TPool.Add(result2, TVector.Load(in *(cell + (2 * step)), 0));
                        result3 = TPool.Add(result3, TVector.Load(in *(cell + (3 * step)), 0));
                    }
                }
                T* to = y + output + channel;
                TVector.Store(TPool.Finish(result0, size), ref *to, 0);
                TVector.Store(TPool.Finish(result1, size), ref *(to + channels), 0);
                TVector.Store(TPool.Finish(result2, size), ref *(to + (2 * channels)), 0);
                TVector.Store(TPool.Finish(result3, size), ref *(to + (3 * channels)), 0);
            }
        }
    }
}
