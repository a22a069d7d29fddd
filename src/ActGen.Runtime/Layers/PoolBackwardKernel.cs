namespace ActGen.CompilerServices;

/// <summary>∂L/∂x of a pool for the images of a worker.</summary>
internal ref struct PoolBackwardKernel<T, TPool> : IVectorKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TPool : IPoolFunction
{
    public PoolWindow Window;
    public ReadOnlySpan<T> OutputGradient;
    public Span<T> InputGradient;
    public ReadOnlySpan<T> Input;
    public ReadOnlySpan<T> Output;

    private readonly int Images => OutputGradient.Length / Window.OutputSize;

    private readonly nint Line => (nint)Window.Horizontal.Cells * Window.Channels;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Run<TVector>()
        where TVector : unmanaged, ISimd<TVector, T>
    {
        if (!Window.IsTiling)
            InputGradient.Clear();
        if (Window.IsDisjoint)
            Write<TVector>();
        else
            Add<TVector>();
    }

    // A method each: the two together are more than the JIT inlines into one.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private readonly unsafe void Write<TVector>()
        where TVector : unmanaged, ISimd<TVector, T>
    {
        fixed (T* g = OutputGradient, dx = InputGradient, x = Input, y = Output)
        {
            Written<TVector> positions = new(g, dx, x, y, Window.Channels, Line, TVector.Constant(Window.Size));
            PoolPositions.Run(in Window, Images, in positions);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private readonly unsafe void Add<TVector>()
        where TVector : unmanaged, ISimd<TVector, T>
    {
        fixed (T* g = OutputGradient, dx = InputGradient, x = Input, y = Output)
        {
            Added<TVector> positions = new(g, dx, x, y, Window.Channels, Line, TVector.Constant(Window.Size));
            PoolPositions.Run(in Window, Images, in positions);
        }
    }

    /// <summary>Windows that share no cell: what a cell gets is its gradient.</summary>
    private readonly unsafe struct Written<TVector>(T* g, T* dx, T* x, T* y, nint channels, nint line, TVector size) : IPoolPositions
        where TVector : unmanaged, ISimd<TVector, T>
    {
        public static bool TakesFour => true;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void One(nint input, int rows, int columns, nint output)
        {
            // The last vector overlaps the one before it, with the same results.
            for (nint next = 0; next < channels; next += TVector.Count)
            {
                nint channel = nint.Min(next, channels - TVector.Count), at = output + channel;
                TVector left = TPool.Share(TVector.Load(in *(g + at), 0), size), value = Value(y + at);
                nint row = input + channel;
                for (int i = rows; i > 0; i--, row += line)
                {
                    nint cell = row;
                    for (int j = columns; j > 0; j--, cell += channels)
                        left = Write(left, cell, value);
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Four(nint input, nint step, int rows, int columns, nint output)
        {
            for (nint next = 0; next < channels; next += TVector.Count)
            {
                nint channel = nint.Min(next, channels - TVector.Count), at = output + channel;
                TVector left0 = TPool.Share(TVector.Load(in *(g + at), 0), size), value0 = Value(y + at);
                TVector left1 = TPool.Share(TVector.Load(in *(g + at + channels), 0), size), value1 = Value(y + at + channels);
                TVector left2 = TPool.Share(TVector.Load(in *(g + at + (2 * channels)), 0), size), value2 = Value(y + at + (2 * channels));
                TVector left3 = TPool.Share(TVector.Load(in *(g + at + (3 * channels)), 0), size), value3 = Value(y + at + (3 * channels));
                nint row = input + channel;
                for (int i = rows; i > 0; i--, row += line)
                {
                    nint cell = row;
                    for (int j = columns; j > 0; j--, cell += channels)
                    {
                        left0 = Write(left0, cell, value0);
                        left1 = Write(left1, cell + step, value1);
                        left2 = Write(left2, cell + (2 * step), value2);
                        left3 = Write(left3, cell + (3 * step), value3);
                    }
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static TVector Value(T* from) => TPool.ReadsValues ? TVector.Load(in *from, 0) : TVector.Zero;

        /// <summary>Gives a cell its share; what is left.</summary>
        /// <remarks>By value: a vector whose address is taken stays in memory, where a store across two cache lines stalls the load behind it.</remarks>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private TVector Write(TVector left, nint cell, TVector value)
        {
            TVector of = Value(x + cell);
            TVector.Store(TVector.Zero + TPool.Taken(left, of, value), ref *(dx + cell), 0);
            return TPool.Left(left, of, value);
        }
    }

    /// <summary>Windows that share cells: one position after the other, the ends of channels not twice.</summary>
    private readonly unsafe struct Added<TVector>(T* g, T* dx, T* x, T* y, nint channels, nint line, TVector size) : IPoolPositions
        where TVector : unmanaged, ISimd<TVector, T>
    {
        public static bool TakesFour => false;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void One(nint input, int rows, int columns, nint output)
        {
            for (nint channel = 0; channel < channels; channel += TVector.Count)
            {
                int lanes = RowVector<T, TVector>.Lanes((nuint)(channels - channel));
                TVector left = TPool.Share(RowVector<T, TVector>.Load(g + output + channel, lanes), size), value = Value(y + output + channel, lanes);
                nint row = input + channel;
                for (int i = rows; i > 0; i--, row += line)
                {
                    nint cell = row;
                    for (int j = columns; j > 0; j--, cell += channels)
                    {
                        TVector of = Value(x + cell, lanes);
                        RowVector<T, TVector>.Store(RowVector<T, TVector>.Load(dx + cell, lanes) + TPool.Taken(left, of, value), dx + cell, lanes);
                        left = TPool.Left(left, of, value);
                    }
                }
            }
        }

        public void Four(nint input, nint step, int rows, int columns, nint output) => throw new NotSupportedException("Positions that share cells come one after the other.");

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static TVector Value(T* from, int lanes) => TPool.ReadsValues ? RowVector<T, TVector>.Load(from, lanes) : TVector.Zero;
    }
}
