using System.Numerics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ActGen.CompilerServices;

/// <summary>Finds the elements of a row that are not +0, by their bits: −0 counts, NaN counts.</summary>
internal static unsafe class Nonzeros
{
    /// <summary>Numbers behind the list that may be overwritten.</summary>
    public const int Slack = 16;

    /// <summary>Whether three of five elements are +0, as the outputs of ReLU and the pixels of written digits are.</summary>
    public static bool AreFew<T>(T* row, nint length)
        where T : unmanaged
    {
        int zeros = sizeof(T) == sizeof(int)
            ? MemoryExtensions.Count(new ReadOnlySpan<int>(row, (int)length), 0)
            : MemoryExtensions.Count(new ReadOnlySpan<long>(row, (int)length), 0L);
        return zeros * 5L >= length * 3L;
    }

    /// <summary>Their places, ascending.</summary>
    /// <param name="row">The elements.</param>
    /// <param name="length">Number of elements.</param>
    /// <param name="list">Room for as many places, and <see cref="Slack"/>.</param>
    /// <returns>How many there are.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static nint List<T>(T* row, nint length, int* list)
        where T : unmanaged
    {
        nint count = 0, at = 0;
        if (sizeof(T) == sizeof(int) && Avx512F.IsSupported)
        {
            Vector512<int> places = Vector512<int>.Indices;
            for (; at + 16 <= length; at += 16, places += Vector512.Create(16))
            {
                Vector512<int> isTaken = ~Vector512.Equals(Vector512.Load((int*)row + at), Vector512<int>.Zero);
                Avx512F.Compress(Vector512<int>.Zero, isTaken, places).Store(list + count);
                count += BitOperations.PopCount((uint)isTaken.ExtractMostSignificantBits());
            }
        }

        for (; at < length; at++)
        {
            list[count] = (int)at;
            count += (sizeof(T) == sizeof(int) ? ((int*)row)[at] : ((long*)row)[at]) != 0 ? 1 : 0;
        }
        return count;
    }
}
