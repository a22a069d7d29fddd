namespace ActGen.CompilerServices;

public sealed partial class NetworkState
{
    /// <summary>Raw outputs; see <see cref="INetwork{TSelf}.Forward"/>.</summary>
    /// <param name="inputs">Rows × input size.</param>
    /// <param name="outputs">Rows × output size.</param>
    /// <exception cref="ArgumentException">The batch is empty, a length does not fit, or the spans overlap.</exception>
    [SkipLocalsInit]
    public void Forward(ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        NetworkPlan plan = _code.Plan;
        if (inputs.Length == plan.SmallInput && outputs.Length == plan.OutputSize && !inputs.Overlaps(outputs))
            RunRow(inputs, outputs, transform: false);
        else
            Run(Validate(plan, inputs, outputs, nameof(outputs)), inputs, outputs, _parameters, transform: false);
    }

    // One row of a small network, which takes less time than a few questions about it. Whether its scratch is cleared, which took a quarter of that time, the attribute of the method decides
    // into which it is inlined: Forward and Predict say so too.
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private unsafe void RunRow(ReadOnlySpan<float> inputs, Span<float> outputs, bool transform)
    {
        Unsafe.SkipInit(out RowScratch memory);
        // A layer's outputs are whole cache lines for the next layer, which loads them before they have left the store queue.
        Span<float> scratch = new(AlignedBuffer.FirstAligned(&memory), NetworkPlan.RowElements);
        InferencePass<float> pass = new(new Work(1), 1, inputs, outputs, _parameters.Span, scratch, IsFrozen);
        RunTile(in pass, transform);
    }

    /// <summary>Predictions; see <see cref="INetwork{TSelf}.Predict"/>.</summary>
    /// <param name="inputs">Rows × input size.</param>
    /// <param name="predictions">Rows × output size.</param>
    /// <exception cref="ArgumentException">The batch is empty, a length does not fit, or the spans overlap.</exception>
    [SkipLocalsInit]
    public void Predict(ReadOnlySpan<float> inputs, Span<float> predictions)
    {
        NetworkPlan plan = _code.Plan;
        if (inputs.Length == plan.SmallInput && predictions.Length == plan.OutputSize && !inputs.Overlaps(predictions))
            RunRow(inputs, predictions, transform: true);
        else
            Run(Validate(plan, inputs, predictions, nameof(predictions)), inputs, predictions, _parameters, transform: true);
    }

    /// <summary>Predictions in a new array.</summary>
    /// <param name="inputs">Rows × input size.</param>
    /// <returns>Rows × output size.</returns>
    /// <exception cref="ArgumentException">The batch is empty, or its length is not a whole number of rows.</exception>
    public float[] Predict(ReadOnlySpan<float> inputs)
    {
        NetworkPlan plan = _code.Plan;
        int rows = plan.RowsOf(inputs);
        var predictions = new float[checked(rows * plan.OutputSize)];
        Run(rows, inputs, predictions, _parameters, transform: true);
        return predictions;
    }

    /// <summary>The rows, once everything fits.</summary>
    internal static int Validate(NetworkPlan plan, ReadOnlySpan<float> inputs, Span<float> outputs, string name)
    {
        int rows = plan.RowsOf(inputs);
        long expected = (long)rows * plan.OutputSize;
        if (outputs.Length != expected)
            throw new ArgumentException($"{plan.Definition.Name} writes {plan.OutputSize} elements for each of the {rows} rows: {expected} elements are expected, {outputs.Length} were given.", name);
        if (inputs.Overlaps(outputs))
            throw new ArgumentException("The buffer overlaps the inputs.", name);
        return rows;
    }

    /// <summary>The whole batch in tiles of rows that stay in cache. The caller reads the parameter buffer once for all its rows.</summary>
    internal void Run(int rows, ReadOnlySpan<float> inputs, Span<float> outputs, AlignedBuffer buffer, bool transform)
    {
        NetworkPlan plan = _code.Plan;
        ReadOnlySpan<float> parameters = buffer.Span;
        if (rows <= plan.TileRows && plan.InferenceElements(rows) <= NetworkPlan.StackElements)
        {
            RunOnStack(rows, inputs, outputs, parameters, transform);
            return;
        }
        Workspace workspace = _workspaces.Take(plan.InferenceElements(plan.TileRows));
        try
        {
            for (int first = 0; first < rows; first += plan.TileRows)
            {
                int count = Math.Min(plan.TileRows, rows - first);
                RunTile(
                    new InferencePass<float>(
                        new Work(count),
                        plan.TileRows,
                        inputs.Slice(first * plan.InputSize, count * plan.InputSize),
                        outputs.Slice(first * plan.OutputSize, count * plan.OutputSize),
                        parameters,
                        workspace.Span,
                        IsFrozen),
                    transform);
            }
        }
        finally
        {
            workspace.Release();
        }
    }

    // Scratch is written before it is read, so the stack need not be cleared.
    [SkipLocalsInit]
    private void RunOnStack(int rows, ReadOnlySpan<float> inputs, Span<float> outputs, ReadOnlySpan<float> parameters, bool transform)
    {
        Span<float> scratch = stackalloc float[NetworkPlan.StackElements];
        RunTile(new InferencePass<float>(new Work(rows), rows, inputs, outputs, parameters, scratch, IsFrozen), transform);
    }

    /// <summary>Rows that fit the workspace of the pass, or one worker's share of them.</summary>
    internal void RunTile(in InferencePass<float> pass, bool transform)
    {
        _code.Infer(in pass);
        if (transform)
            _code.Transform(in pass);
    }

    /// <summary>Scratch of one row of a small network.</summary>
    [InlineArray(NetworkPlan.RowElements + AlignedBuffer.MaximumPadding)]
    private struct RowScratch
    {
        private float _first;
    }
}
