namespace ActGen.CompilerServices;

/// <summary>What becomes of the product of a group of filters over some lines.</summary>
internal unsafe interface IGroupTarget<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    /// <summary>Computes the group.</summary>
    /// <param name="a">What the first position of the first line reads.</param>
    /// <param name="segments">The steps; B of each at column 0.</param>
    /// <param name="count">Number of segments.</param>
    /// <param name="shape">Strides.</param>
    /// <param name="lines">The rows.</param>
    /// <param name="first">First filter.</param>
    /// <param name="filters">How many.</param>
    /// <param name="bias">One for each filter, counted over all groups, or null.</param>
    void Run(T* a, ProductSegment<T>* segments, int count, in SegmentShape shape, ImageLines lines, nint first, nint filters, T* bias);
}

/// <summary>z is stored.</summary>
/// <param name="output">Lines × positions × filters of all groups.</param>
/// <param name="bytes">Of the results of all images.</param>
internal readonly unsafe struct StoredGroup<T, TVector>(T* output, long bytes) : IGroupTarget<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    public void Run(T* a, ProductSegment<T>* segments, int count, in SegmentShape shape, ImageLines lines, nint first, nint filters, T* bias) =>
        ImageProduct<T, TVector>.Run<AddSegmentBias<T, TVector>>(a, segments, count, output, shape.AskingFor(count, bytes), lines, first, filters, new(bias));
}
