namespace ActGen.CompilerServices;

/// <content>The gradients of γ and β, rule 3 of the canonical orders, where one worker has all rows: made of the rows that are about to be overwritten, which come from the memory only once.</content>
internal ref partial struct RowNormalizationGradientKernel<T>
{
    // Rows whose terms are added while a sum is in a register: a part of a chunk.
    private const int RowsAtOnce = 4;

    /// <summary>Adds the terms of the next rows, and the sums to those of the chunks before where a chunk ends.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly unsafe void AddTerms<TVector>(int row)
        where TVector : unmanaged, ISimd<TVector, T>
    {
        int rows = Input.Length / Width, height = Math.Min(RowsAtOnce, rows - row);
        bool isFirst = row % RowChunk.Rows == 0, isLast = row + height == rows || (row + height) % RowChunk.Rows == 0;
        fixed (T* gradient = Gradient, input = Input, statistics = Statistics, sums = Sums, scale = ScaleGradient, shift = ShiftGradient)
        {
            AffineGradients<T, NormalizedRow<T>> term = new(gradient, input, Width, new(statistics, Centers));
            for (int feature = 0; feature < Width; feature += TVector.Count)
            {
                int lanes = Math.Min(TVector.Count, Width - feature);
                TVector product = TVector.Zero, sum = TVector.Zero;
                if (!isFirst)
                {
                    product = RowVector<T, TVector>.Load(sums + feature, lanes);
                    sum = RowVector<T, TVector>.Load(sums + Width + feature, lanes);
                }
                if (height == RowsAtOnce)
                {
                    term.Add(row, feature, lanes, ref product, ref sum);
                    term.Add(row + 1, feature, lanes, ref product, ref sum);
                    term.Add(row + 2, feature, lanes, ref product, ref sum);
                    term.Add(row + 3, feature, lanes, ref product, ref sum);
                }
                else
                {
                    for (int i = 0; i < height; i++)
                        term.Add(row + i, feature, lanes, ref product, ref sum);
                }
                if (!isLast)
                {
                    RowVector<T, TVector>.Store(product, sums + feature, lanes);
                    RowVector<T, TVector>.Store(sum, sums + Width + feature, lanes);
                    continue;
                }
                bool isOnly = row < RowChunk.Rows;
                RowVector<T, TVector>.Store(isOnly ? product : RowVector<T, TVector>.Load(scale + feature, lanes) + product, scale + feature, lanes);
                if (shift != null)
                    RowVector<T, TVector>.Store(isOnly ? sum : RowVector<T, TVector>.Load(shift + feature, lanes) + sum, shift + feature, lanes);
            }
        }
    }
}
