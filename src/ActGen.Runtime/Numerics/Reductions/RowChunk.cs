namespace ActGen.CompilerServices;

/// <summary>Reductions over rows (weight, bias and learned-parameter gradients; rule 3 of the canonical orders): rows are cut into
/// chunks counted from row 0, each chunk is one chain, chunk results are added in ascending order.</summary>
internal static unsafe class RowChunk
{
    /// <summary>Rows of a chunk: part of the definition of every gradient, not a tuning knob. One chain over 100,000 rows would
    /// lose more digits than a gradient may.</summary>
    public const int Rows = 256;

    /// <summary>Stores a chunk's result, or adds it to those of the chunks before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T, TVector>(TVector sum, T* destination, bool adds)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T> =>
        TVector.Store(adds ? TVector.Load(in *destination, 0) + sum : sum, ref *destination, 0);
}
