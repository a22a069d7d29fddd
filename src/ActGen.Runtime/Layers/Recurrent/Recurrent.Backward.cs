namespace ActGen.CompilerServices;

/// <content>The gradients.</content>
public static unsafe partial class Recurrent<T>
{
    /// <summary>∂L/∂z of all steps (back-propagation through time), then dW = xᵀ·dz, dU = hᵀ·dz with h of the step before, db = Σ dz and dx = dz·Wᵀ, over rows × steps.</summary>
    /// <param name="work">Rows and share.</param>
    /// <param name="shape">Sizes.</param>
    /// <param name="input">x: rows × steps × inputs.</param>
    /// <param name="inputWeights">W: inputs × gates·units.</param>
    /// <param name="recurrentWeights">U: units × gates·units.</param>
    /// <param name="outputGradient">∂L/∂y, as y; this direction's columns are overwritten.</param>
    /// <param name="inputWeightGradient">dW; assigned.</param>
    /// <param name="recurrentWeightGradient">dU; assigned.</param>
    /// <param name="biasGradient">db; assigned.</param>
    /// <param name="inputGradient">dx: rows × steps × inputs, or empty when nobody reads it; may not overlap what forward kept, nor <paramref name="outputGradient"/>.</param>
    /// <param name="gates">What forward kept; overwritten with dz.</param>
    /// <param name="cells">What forward kept; overwritten.</param>
    /// <param name="previous">What forward kept.</param>
    /// <param name="transposed">Scratch for Uᵀ and then Wᵀ: gates·units × the larger one of units and inputs (units alone, where there is no <paramref name="inputGradient"/>). Layers may share it.</param>
    /// <param name="scratch">rows × units.</param>
    public static void Backward<TCell>(Work work, in RecurrentShape shape, ReadOnlySpan<T> input, ReadOnlySpan<T> inputWeights, ReadOnlySpan<T> recurrentWeights, Span<T> outputGradient, Span<T> inputWeightGradient, Span<T> recurrentWeightGradient, Span<T> biasGradient, Span<T> inputGradient, Span<T> gates, Span<T> cells, ReadOnlySpan<T> previous, Span<T> transposed, Span<T> scratch)
        where TCell : struct, IRecurrentCell
    {
        int columns = TCell.Gates * shape.Units;
        // Others may still be reading what the layer behind left in the scratch.
        work.Synchronize();
        (int start, int end) = work.Share(TransposedPanels<T>.Count(shape.Units));
        TransposedPanels<T>.Write(recurrentWeights, shape.Units, columns, start, end, transposed[..recurrentWeights.Length]);
        work.Synchronize();
        Steps<TCell>(work, in shape, outputGradient, gates, cells, previous, transposed, scratch);

        Work positions = work.PerPosition(shape.Steps);
        Span<T> products = TCell.KeepsProduct ? cells : gates;
        Dense<T>.Backward<Formulas.Identity>(positions, previous, recurrentWeights, products, recurrentWeightGradient, default, default, default);
        if (TCell.KeepsProduct && work.Worker == 0)
            StateBiasGradient(products, columns, shape.Units, biasGradient);
        Dense<T>.Backward<Formulas.Identity>(positions, input, inputWeights, gates, inputWeightGradient, biasGradient[..columns], inputGradient, inputGradient.IsEmpty ? default : transposed[..inputWeights.Length]);
    }

    /// <summary>dz of the worker's rows.</summary>
    private static void Steps<TCell>(Work work, in RecurrentShape shape, Span<T> outputGradient, Span<T> gates, Span<T> cells, ReadOnlySpan<T> previous, Span<T> transposed, Span<T> scratch)
        where TCell : struct, IRecurrentCell
    {
        (int first, int end) = work.OwnRows;
        fixed (T* g = outputGradient[RowShare.Elements(work, outputGradient.Length)], z = gates[RowShare.Elements(work, gates.Length)], c = cells[RowShare.Elements(work, cells.Length)], h = previous[RowShare.Elements(work, previous.Length)], u = transposed, chain = scratch[RowShare.Elements(work, scratch.Length)])
        {
            RecurrentBackwardKernel<T, TCell> kernel = new()
            {
                Shape = shape,
                Rows = end - first,
                OutputGradient = StepRows<T>.Outputs(g, in shape),
                Gates = StepRows<T>.Sequences(z, in shape, TCell.Gates * shape.Units),
                Cells = StepRows<T>.Sequences(c, in shape, TCell.Cells * shape.Units),
                Chain = new(chain, shape.Units, 0),
                State = StepRows<T>.Sequences(h, in shape, shape.Units),
                Transposed = u,
            };
            CoveringWidth.Run<RecurrentBackwardKernel<T, TCell>, T>(ref kernel, shape.Units);
        }
    }

    /// <summary>The gradient of the bias that only the state's product has: Σ of the last columns.</summary>
    private static void StateBiasGradient(ReadOnlySpan<T> products, int columns, int units, Span<T> biasGradient)
    {
        if (products.IsEmpty)
        {
            biasGradient[columns..].Clear();
            return;
        }
        // The sums of columns from some on go to as many elements of their destination.
        DenseBiasGradientKernel<T> kernel = new() { OutputGradient = products, BiasGradient = biasGradient[units..], Outputs = columns, Own = (columns - units, columns) };
        CoveringWidth.Run<DenseBiasGradientKernel<T>, T>(ref kernel, units);
    }
}
