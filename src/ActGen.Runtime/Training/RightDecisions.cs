using ActGen.CompilerServices;

namespace ActGen;

/// <summary>Counts right decisions, batch by batch.</summary>
internal sealed class RightDecisions(NetworkPlan plan, LossDefinition loss, int rows)
{
    private readonly int[] _decided = new int[rows * plan.DecisionsPerRow];
    private long _right;
    private long _counted;

    /// <summary>Share of right decisions, or null when nothing was decided.</summary>
    public double? Share => _counted == 0 ? null : (double)_right / _counted;

    /// <summary>Counts a batch.</summary>
    /// <param name="outputs">Raw outputs.</param>
    /// <param name="batch">What is right.</param>
    /// <param name="confusion">Counts (actual, decided) as well, or null.</param>
    public void Add(ReadOnlySpan<float> outputs, BatchBuffers batch, ConfusionMatrix? confusion = null)
    {
        if (plan.DecisionsPerRow == 0)
            return;
        Span<int> decided = _decided.AsSpan(0, outputs.Length / plan.OutputSize * plan.DecisionsPerRow);
        Decisions.Take(loss, outputs, decided);
        // Soft targets for a choice among classes name no right class.
        if (batch.Labels.IsEmpty && loss.Decision == DecisionKind.LargestOutput)
            return;
        for (int i = 0; i < decided.Length; i++)
        {
            int actual = batch.Labels.IsEmpty ? batch.Targets[i] >= 0.5f ? 1 : 0 : batch.Labels[i];
            if (actual == loss.IgnoreIndex)
                continue;
            _counted++;
            _right += actual == decided[i] ? 1 : 0;
            confusion?.Count(actual, decided[i]);
        }
    }
}
