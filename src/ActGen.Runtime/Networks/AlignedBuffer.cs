using System.Runtime.InteropServices;

namespace ActGen.CompilerServices;

/// <summary>Elements that start at a cache line and never move, so that worker threads may hold their address.</summary>
internal sealed class AlignedBuffer
{
    /// <summary>Most elements before the first aligned one.</summary>
    public const int MaximumPadding = (Alignment / sizeof(float)) - 1;

    private const int Alignment = 64;
    private readonly float[] _array;
    private readonly int _start;

    /// <summary>A buffer of zeros.</summary>
    /// <param name="length">Number of elements.</param>
    public AlignedBuffer(int length)
    {
        Length = length;
        _array = GC.AllocateArray<float>(checked(length + MaximumPadding), pinned: true);
        _start = FirstAligned(_array);
    }

    public int Length { get; }

    // Both numbers were made together with the array: no check needs to be repeated.
    public Span<float> Span => MemoryMarshal.CreateSpan(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_array), _start), Length);

    /// <summary>The first address at a cache line from <paramref name="memory"/> on, which does not move.</summary>
    public static unsafe float* FirstAligned(void* memory) => (float*)(((nuint)memory + Alignment - 1) & ~(nuint)(Alignment - 1));

    private static unsafe int FirstAligned(float[] pinned)
    {
        fixed (float* first = pinned)
            return (int)(FirstAligned(first) - first);
    }
}
