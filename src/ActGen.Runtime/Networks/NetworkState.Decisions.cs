namespace ActGen.CompilerServices;

public sealed partial class NetworkState
{
    /// <summary>Elements of raw outputs that <see cref="Classify(ReadOnlySpan{float}, Span{int})"/> holds at once; their memory is one workspace.</summary>
    private const int DecisionElements = 16 * 1024;

    private readonly WorkspaceList _decisionOutputs = new();

    /// <summary>The class of one row.</summary>
    /// <param name="input">One row.</param>
    /// <returns>The class; 0 or 1 for a network with one output that decides between two.</returns>
    /// <exception cref="ArgumentException">The length is not the input size.</exception>
    /// <exception cref="InvalidOperationException">The network is a regression, or takes several decisions for a row.</exception>
    public int Classify(ReadOnlySpan<float> input)
    {
        NetworkPlan plan = _code.Plan;
        RequireDecision(plan);
        if (plan.DecisionsPerRow != 1)
            throw new InvalidOperationException($"{plan.Definition.Name} takes {plan.DecisionsPerRow} decisions for each row; give a buffer for them: Classify(inputs, labels).");
        if (input.Length != plan.InputSize)
            throw new ArgumentException($"{plan.Definition.Name} reads a row of {plan.InputSize} elements; {input.Length} were given.", nameof(input));
        int label = 0;
        Decide(plan, 1, input, new Span<int>(ref label));
        return label;
    }

    /// <summary>The classes of a batch of rows.</summary>
    /// <param name="inputs">Rows × input size.</param>
    /// <param name="labels">One label for each decision: rows × positions, or rows × outputs for a multi-label network.</param>
    /// <exception cref="ArgumentException">The batch is empty, or a length does not fit.</exception>
    /// <exception cref="InvalidOperationException">The network is a regression.</exception>
    public void Classify(ReadOnlySpan<float> inputs, Span<int> labels)
    {
        NetworkPlan plan = _code.Plan;
        RequireDecision(plan);
        int rows = plan.RowsOf(inputs);
        long expected = (long)rows * plan.DecisionsPerRow;
        if (labels.Length != expected)
            throw new ArgumentException($"{plan.Definition.Name} takes {plan.DecisionsPerRow} decisions for each of the {rows} rows: {expected} labels are expected, {labels.Length} were given.", nameof(labels));
        Decide(plan, rows, inputs, labels);
    }

    private static void RequireDecision(NetworkPlan plan)
    {
        if (plan.DecisionsPerRow == 0)
        {
            string reason = plan.Definition.Loss is { } loss ? $"its loss {loss.Name} is about values, not classes" : "it declares no loss";
            throw new InvalidOperationException($"{plan.Definition.Name} does not classify: {reason}.");
        }
    }

    [SkipLocalsInit]
    private void Decide(NetworkPlan plan, int rows, ReadOnlySpan<float> inputs, Span<int> labels)
    {
        AlignedBuffer parameters = _parameters;
        if (rows * (long)plan.OutputSize <= NetworkPlan.StackElements)
        {
            Span<float> outputs = (stackalloc float[NetworkPlan.StackElements])[..(rows * plan.OutputSize)];
            Run(rows, inputs, outputs, parameters, transform: false);
            Decisions.Take(plan.Definition.Loss!, outputs, labels);
            return;
        }
        int tile = Math.Max(1, DecisionElements / plan.OutputSize);
        Workspace workspace = _decisionOutputs.Take(checked(tile * plan.OutputSize));
        try
        {
            for (int first = 0; first < rows; first += tile)
            {
                int count = Math.Min(tile, rows - first);
                Span<float> outputs = workspace.Span[..(count * plan.OutputSize)];
                Run(count, inputs.Slice(first * plan.InputSize, count * plan.InputSize), outputs, parameters, transform: false);
                Decisions.Take(plan.Definition.Loss!, outputs, labels.Slice(first * plan.DecisionsPerRow, count * plan.DecisionsPerRow));
            }
        }
        finally
        {
            workspace.Release();
        }
    }
}
