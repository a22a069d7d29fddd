namespace ActGen.CompilerServices;

/// <summary>From raw outputs to classes.</summary>
internal static class Decisions
{
    /// <summary>One label for each decision.</summary>
    /// <param name="loss">Says how to decide.</param>
    /// <param name="outputs">Raw outputs.</param>
    /// <param name="labels">outputs / classes labels, or as many as outputs where each output decides for itself.</param>
    public static void Take(LossDefinition loss, ReadOnlySpan<float> outputs, Span<int> labels)
    {
        if (loss.Decision == DecisionKind.LargestOutput)
        {
            for (int i = 0; i < labels.Length; i++)
                labels[i] = IndexOfLargest(outputs.Slice(i * loss.Classes, loss.Classes));
            return;
        }
        float threshold = Threshold(loss.Decision);
        for (int i = 0; i < labels.Length; i++)
            labels[i] = outputs[i] >= threshold ? 1 : 0;
    }

    /// <summary>The least raw output that decides for 1.</summary>
    public static float Threshold(DecisionKind decision) => decision == DecisionKind.LogitAtLeastZero ? 0f : 0.5f;

    /// <summary>The first of the largest; NaN never wins against a number.</summary>
    private static int IndexOfLargest(ReadOnlySpan<float> values)
    {
        int best = 0;
        for (int i = 1; i < values.Length; i++)
        {
            if (values[i] > values[best] || (float.IsNaN(values[best]) && !float.IsNaN(values[i])))
                best = i;
        }
        return best;
    }
}
