namespace ActGen.Analyzers;

/// <summary>The smallest loss that is left when an activation is applied twice, in nats.</summary>
internal static class LossFloor
{
    /// <summary>Cross-entropy that gets softmax instead of logits: the best input is one-hot, softmax of it gives the right
    /// class e/(e + K − 1), so the loss is at least ln(1 + (K − 1)/e).</summary>
    /// <param name="classes">K, at least 1.</param>
    public static double CrossEntropyOfSoftmax(int classes) => Math.Log(1 + ((classes - 1) / Math.E));
}
