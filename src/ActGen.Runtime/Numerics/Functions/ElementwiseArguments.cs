namespace ActGen.CompilerServices;

/// <summary>What every element-wise function on spans demands of its arguments, checked before anything is written.</summary>
internal static class ElementwiseArguments
{
    /// <summary>The part of the destination that will be written.</summary>
    /// <exception cref="ArgumentException">It is too short, or overlaps the source without starting where it starts.</exception>
    public static Span<float> Destination(ReadOnlySpan<float> source, Span<float> destination)
    {
        if (destination.Length < source.Length)
            throw new ArgumentException($"Expected at least the {source.Length} elements of the source, but the destination has {destination.Length}.", nameof(destination));
        destination = destination[..source.Length];
        if (source.Overlaps(destination, out int offset) && offset != 0)
            throw new ArgumentException($"Expected the source itself or memory apart from it, but the destination overlaps the source {offset} elements after its start.", nameof(destination));
        return destination;
    }
}
