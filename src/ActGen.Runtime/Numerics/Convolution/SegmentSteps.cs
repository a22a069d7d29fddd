using System.Diagnostics;

namespace ActGen.CompilerServices;

/// <summary>A of a weight gradient as a matrix product: a row for each of some neighbouring weights of a filter, a step for each position of a chunk. It is copied, as the positions are far apart.</summary>
/// <remarks>All steps at once: a chunk has fewer than the most that <see cref="PackedProduct{T, TVector}"/> asks for.</remarks>
/// <param name="a">What the first position of all reads with the first weight.</param>
/// <param name="segments">The positions.</param>
/// <param name="count">Number of segments.</param>
/// <param name="stride">From a position to the next one of the same segment.</param>
internal readonly unsafe struct SegmentSteps<T, TVector>(T* a, ProductSegment<T>* segments, int count, nint stride) : ITileRows<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    private readonly T* _a = a;
    private readonly ProductSegment<T>* _segments = segments;
    private readonly int _count = count;
    private readonly nint _stride = stride;

    public nint Room(nint rows, nint steps) => steps * StepPanel<T, TVector>.Stride(rows);

    public T* At(nint row, nint rows, nint left, nint step, ref ProductShape shape, T* memory)
    {
        Debug.Assert(step == 0, "A chunk is one piece of steps.");
        nint width = StepPanel<T, TVector>.Stride(rows);
        T* to = memory;
        for (int i = 0; i < _count; i++)
        {
            StepPanel<T, TVector>.Write(_a + _segments[i].A + row, to, _segments[i].Steps, _stride, rows, left);
            to += _segments[i].Steps * width;
        }
        shape = shape with { RowStrideA = 1, StepStrideA = width };
        return memory;
    }
}
