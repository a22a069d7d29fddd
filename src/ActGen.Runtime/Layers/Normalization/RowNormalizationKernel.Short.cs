namespace ActGen.CompilerServices;

/// <content>Rows of at most four vectors, which stay in registers from the mean to y.</content>
internal ref partial struct RowNormalizationKernel<T>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly unsafe void Short<TVector, TVectors>()
        where TVector : unmanaged, ISimd<TVector, T>
        where TVectors : unmanaged, ITileExtent
    {
        T count = T.CreateChecked(Width);
        int lanes = Width - ((sizeof(TVectors) - 1) * TVector.Count);
        fixed (T* input = Input, output = Output, scale = Scale, shift = Shift, statistics = Statistics)
        {
            T* x = input, y = output, kept = statistics;
            for (int left = Input.Length / Width; left > 0; left--, x += Width, y += Width)
            {
                T mean = Centers ? TVector.SumOfLanes(Sum<TVector, TVectors>(x, lanes)) / count : T.Zero;

                // Beyond the end the deviation is 0, whose square changes no sum of squares.
                TVector m = TVector.Broadcast(mean);
                TVector d0 = Load<TVector, TVectors>(x, 0, lanes, m) - m, d1 = Load<TVector, TVectors>(x, 1, lanes, m) - m;
                TVector d2 = Load<TVector, TVectors>(x, 2, lanes, m) - m, d3 = Load<TVector, TVectors>(x, 3, lanes, m) - m;
                T factor = T.One / T.Sqrt((TVector.SumOfLanes(Squares<TVector, TVectors>(d0, d1, d2, d3)) / count) + Epsilon);
                TVector r = TVector.Broadcast(factor);
                Store<TVector, TVectors>(d0 * r, y, 0, lanes, scale, shift);
                Store<TVector, TVectors>(d1 * r, y, 1, lanes, scale, shift);
                Store<TVector, TVectors>(d2 * r, y, 2, lanes, scale, shift);
                Store<TVector, TVectors>(d3 * r, y, 3, lanes, scale, shift);
                if (kept == null)
                    continue;
                if (Centers)
                    *kept++ = mean;
                *kept++ = factor;
            }
        }
    }

    /// <summary>The sums of rule 4 down to one vector. Whether the third vector meets the first one in a virtual lane or where lanes are folded, it is the same plain sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe TVector Sum<TVector, TVectors>(T* x, int lanes)
        where TVector : unmanaged, ISimd<TVector, T>
        where TVectors : unmanaged, ITileExtent
    {
        TVector even = TVector.Zero + Load<TVector, TVectors>(x, 0, lanes, TVector.Zero);
        if (sizeof(TVectors) > 2)
            even += Load<TVector, TVectors>(x, 2, lanes, TVector.Zero);
        if (sizeof(TVectors) == 1)
            return even;
        TVector odd = TVector.Zero + Load<TVector, TVectors>(x, 1, lanes, TVector.Zero);
        if (sizeof(TVectors) > 3)
            odd += Load<TVector, TVectors>(x, 3, lanes, TVector.Zero);
        return even + odd;
    }

    /// <summary>The sums of squares of rule 4 down to one vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe TVector Squares<TVector, TVectors>(TVector d0, TVector d1, TVector d2, TVector d3)
        where TVector : unmanaged, ISimd<TVector, T>
        where TVectors : unmanaged, ITileExtent
    {
        TVector even = d0 * d0, odd = d1 * d1;
        if (sizeof(TVectors) > 2)
            even = Follow(even, d2);
        if (sizeof(TVectors) > 3)
            odd = Follow(odd, d3);
        return sizeof(TVectors) == 1 ? even : even + odd;
    }

    /// <summary>With the square of the vector after the next one: the next step of the same chains where two vectors are all virtual lanes, else that of other lanes, which are added where they are folded.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Follow<TVector>(TVector sum, TVector deviation)
        where TVector : unmanaged, ISimd<TVector, T> =>
        2 * TVector.Count == RowReduction<T, TVector>.Lanes ? TVector.MultiplyAdd(deviation, deviation, sum) : sum + (deviation * deviation);

    /// <summary>A vector of the row; none is the padding.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe TVector Load<TVector, TVectors>(T* row, int vector, int lanes, TVector padding)
        where TVector : unmanaged, ISimd<TVector, T>
        where TVectors : unmanaged, ITileExtent =>
        sizeof(TVectors) > vector + 1 ? TVector.Load(in *(row + (vector * TVector.Count)), 0)
        : sizeof(TVectors) > vector ? TVector.LoadPart(row + (vector * TVector.Count), lanes, padding)
        : padding;

    /// <summary>y of a vector of the row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void Store<TVector, TVectors>(TVector normalized, T* row, int vector, int lanes, T* scale, T* shift)
        where TVector : unmanaged, ISimd<TVector, T>
        where TVectors : unmanaged, ITileExtent
    {
        if (sizeof(TVectors) <= vector)
            return;
        if (shift != null)
            normalized = TVector.MultiplyAdd(normalized, Load<TVector, TVectors>(scale, vector, lanes, TVector.Zero), Load<TVector, TVectors>(shift, vector, lanes, TVector.Zero));
        else if (scale != null)
            normalized *= Load<TVector, TVectors>(scale, vector, lanes, TVector.Zero);
        if (sizeof(TVectors) > vector + 1)
            TVector.Store(normalized, ref *(row + (vector * TVector.Count)), 0);
        else
            TVector.StorePart(normalized, row + (vector * TVector.Count), lanes);
    }
}
