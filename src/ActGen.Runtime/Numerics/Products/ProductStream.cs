namespace ActGen.CompilerServices;

/// <summary>One row of C = A·B, eight rows of B at a time over all columns, so that B is read once and in order; the chains wait in C.</summary>
internal static unsafe class ProductStream<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    /// <summary>The columns that fill whole vectors.</summary>
    /// <returns>How many they are: the first column that is not done.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static nint Run<TEpilogue>(T* a, T* b, T* c, in ProductShape shape, nint columns, scoped ref readonly TEpilogue epilogue)
        where TEpilogue : struct, IOverwritingEpilogue<T, TVector>, allows ref struct
    {
        nint stepA = shape.StepStrideA, stepB = shape.StepStrideB, done = 0;
        nint whole = columns - (columns % TVector.Count);
        for (; shape.Steps - done > 8; done += 8)
        {
            EightSteps(a, stepA, b, stepB, c, whole, isFirst: done == 0);
            a += 8 * stepA;
            b += 8 * stepB;
        }

        for (nint column = 0; column < whole; column += TVector.Count)
        {
            TVector chain = done == 0 ? TVector.Zero : TVector.Load(in *(c + column), 0);
            T* x = a, row = b + column;
            for (nint step = done; step < shape.Steps; step++)
            {
                chain = TVector.MultiplyAdd(TVector.Broadcast(*x), TVector.Load(in *row, 0), chain);
                x += stepA;
                row += stepB;
            }
            TVector.Store(epilogue.Finish(chain, column, in *(c + column)), ref *(c + column), 0);
        }
        return whole;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void EightSteps(T* a, nint stepA, T* b, nint stepB, T* c, nint whole, bool isFirst)
    {
        TVector x0 = TVector.Broadcast(*a), x1 = TVector.Broadcast(a[stepA]), x2 = TVector.Broadcast(a[2 * stepA]), x3 = TVector.Broadcast(a[3 * stepA]);
        TVector x4 = TVector.Broadcast(a[4 * stepA]), x5 = TVector.Broadcast(a[5 * stepA]), x6 = TVector.Broadcast(a[6 * stepA]), x7 = TVector.Broadcast(a[7 * stepA]);
        T* b3 = b + (3 * stepB), b6 = b + (6 * stepB);
        for (nint column = 0; column < whole; column += TVector.Count)
        {
            TVector chain = isFirst ? TVector.Zero : TVector.Load(in *(c + column), 0);
            chain = TVector.MultiplyAdd(x0, TVector.Load(in *(b + column), 0), chain);
            chain = TVector.MultiplyAdd(x1, TVector.Load(in *(b + stepB + column), 0), chain);
            chain = TVector.MultiplyAdd(x2, TVector.Load(in *(b + (2 * stepB) + column), 0), chain);
            chain = TVector.MultiplyAdd(x3, TVector.Load(in *(b3 + column), 0), chain);
            chain = TVector.MultiplyAdd(x4, TVector.Load(in *(b3 + stepB + column), 0), chain);
            chain = TVector.MultiplyAdd(x5, TVector.Load(in *(b3 + (2 * stepB) + column), 0), chain);
            chain = TVector.MultiplyAdd(x6, TVector.Load(in *(b6 + column), 0), chain);
            chain = TVector.MultiplyAdd(x7, TVector.Load(in *(b6 + stepB + column), 0), chain);
            TVector.Store(chain, ref *(c + column), 0);
        }
    }
}
