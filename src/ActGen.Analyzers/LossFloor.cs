namespace ActGen.Analyzers;

/// <summary>The smallest loss that is left when an activation is applied twice, in nats. Dropout in between scales what it keeps by
/// s = 1/(1 − rate) and lowers the floor while training: then the largest input of the loss is s and not 1.</summary>
internal static class LossFloor
{
    /// <summary>Cross-entropy that gets softmax instead of logits: the best input is one-hot, softmax of it gives the right
    /// class e/(e + K − 1), so the loss is at least ln(1 + (K − 1)/e).</summary>
    /// <param name="classes">K, at least 1.</param>
    /// <param name="scale">s, at least 1: ln(1 + (K − 1)·e⁻ˢ).</param>
    public static double CrossEntropyOfSoftmax(int classes, double scale = 1) => Math.Log(1 + ((classes - 1) * Math.Exp(-scale)));

    /// <summary>The largest probability of the right class, e/(e + K − 1).</summary>
    /// <param name="classes">K, at least 1.</param>
    /// <param name="scale">s, at least 1.</param>
    public static double ProbabilityAfterSoftmax(int classes, double scale) => 1 / (1 + ((classes - 1) * Math.Exp(-scale)));

    /// <summary>Binary cross-entropy that gets a probability instead of a logit: σ of [0, 1] is [½, 0.7311], so the loss is at
    /// least −ln 0.7311 for target 1 and −ln ½ for target 0.</summary>
    /// <param name="target">0 or 1.</param>
    /// <param name="scale">s, at least 1: for target 1 then −ln σ(s).</param>
    public static double BinaryOfProbability(int target, double scale) => target == 1 ? Math.Log(1 + Math.Exp(-scale)) : Math.Log(2);
}
