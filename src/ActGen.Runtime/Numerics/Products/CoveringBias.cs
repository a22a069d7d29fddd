namespace ActGen.CompilerServices;

/// <summary>A bias that may be read a whole vector at a time.</summary>
internal static unsafe class CoveringBias<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    /// <summary>The bias where a vector of its columns is all its own; else, as a vector that covers more than the columns would read more than the bias, a copy with zeros behind it.</summary>
    /// <param name="bias">The bias, pinned, or null for none.</param>
    /// <param name="columns">Its elements.</param>
    /// <param name="memory">Room for the copy.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T* Of(T* bias, int columns, TVector* memory)
    {
        if (bias == null || columns >= TVector.Count)
            return bias;
        *memory = TVector.LoadPart(bias, columns, TVector.Zero);
        return (T*)memory;
    }
}
