using System.Runtime.InteropServices;

namespace ActGen.CompilerServices;

/// <summary>What every element-wise function on spans demands of its arguments, checked before anything is written.</summary>
internal static class ElementwiseArguments
{
    /// <summary>The part of the destination that will be written.</summary>
    /// <exception cref="ArgumentException">It is too short, or overlaps the source without starting where it starts.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Span<float> Destination(ReadOnlySpan<float> source, Span<float> destination)
    {
        if (destination.Length < source.Length)
            throw TooShort(source.Length, destination.Length);
        destination = destination[..source.Length];
        // Apart from each other by this many bytes, in either direction.
        nint distance = Unsafe.ByteOffset(ref MemoryMarshal.GetReference(source), ref MemoryMarshal.GetReference(destination));
        nuint size = (nuint)source.Length * sizeof(float);
        if (distance != 0 && ((nuint)distance < size || (nuint)(-distance) < size))
            throw Overlap(distance / sizeof(float));
        return destination;
    }

    private static ArgumentException TooShort(int expected, int actual) =>
        new($"Expected at least the {expected} elements of the source, but the destination has {actual}.", "destination");

    private static ArgumentException Overlap(nint offset) =>
        new($"Expected the source itself or memory apart from it, but the destination overlaps the source {offset} elements after its start.", "destination");
}
