namespace ActGen.CompilerServices;

/// <summary>What generated code does with whole rows.</summary>
/// <typeparam name="T">The scalar.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Rows<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Copies the worker's share of the rows.</summary>
    /// <param name="work">Rows and share.</param>
    /// <param name="source">rows × width.</param>
    /// <param name="destination">rows × width; may not overlap the source.</param>
    public static void Copy(Work work, ReadOnlySpan<T> source, Span<T> destination)
    {
        if (work.Rows == 0)
            return;
        int width = source.Length / work.Rows;
        (int start, int end) = work.OwnRows;
        source[(start * width)..(end * width)].CopyTo(destination[(start * width)..]);
    }

    /// <summary>Adds two values of the worker's share of the rows, one rounding (rule 10 of the canonical orders).</summary>
    /// <param name="work">Rows and share.</param>
    /// <param name="value">rows × width.</param>
    /// <param name="skip">rows × width.</param>
    /// <param name="sum">rows × width; may be either of them.</param>
    public static void Add(Work work, ReadOnlySpan<T> value, ReadOnlySpan<T> skip, Span<T> sum)
    {
        SumKernel kernel = new()
        {
            Value = value[RowShare.Elements(work, value.Length)],
            Skip = skip[RowShare.Elements(work, skip.Length)],
            Result = sum[RowShare.Elements(work, sum.Length)],
        };
        VectorWidth.Run<SumKernel, T>(ref kernel);
    }

    private ref struct SumKernel : IVectorKernel<T>
    {
        public ReadOnlySpan<T> Value;
        public ReadOnlySpan<T> Skip;
        public Span<T> Result;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public readonly void Run<TVector>()
            where TVector : unmanaged, ISimd<TVector, T> =>
            VectorLoop.Map<T, TVector, Sum<TVector>>(Value, Skip, Result, default);
    }
}
