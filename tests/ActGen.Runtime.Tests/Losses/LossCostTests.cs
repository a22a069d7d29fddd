using ActGen.Frontend.Losses;
using Direct = ActGen.Losses;

namespace ActGen.Runtime.Tests.Losses;

/// <summary>What the analyzers say that an answer costs is what the kernels compute.</summary>
public sealed class LossCostTests
{
    private static readonly float[] Logits = [-6, -1, 0, 0.5f, 3, 9];

    [Fact]
    public void The_costs_of_classes_are_those_of_the_kernels()
    {
        foreach (float x in Logits)
        {
            // Two classes: p = σ(x) for the first.
            Check("CrossEntropyLoss", x, [0], Direct.CrossEntropy([x, 0], (int[])[0]));
            Check("FocalLoss", x, [2], Direct.Focal([x, 0], [0]));
            Check("FocalLoss", x, [0.5], Direct.Focal([x, 0], [0], gamma: 0.5));
            Check("GeneralizedCrossEntropyLoss", x, [0.7], Direct.GeneralizedCrossEntropy([x, 0], [0]));
        }
    }

    [Fact]
    public void The_costs_of_decisions_are_those_of_the_kernels()
    {
        foreach (float x in Logits)
        {
            Check("BCEWithLogitsLoss", x, [3], Direct.BCEWithLogits([x], [1], positiveWeight: 3));
            Check("BCEWithLogitsLoss", x, [3], Direct.BCEWithLogits([-x], [0], positiveWeight: 3), isPositive: false);
            Check("BinaryFocalLoss", x, [2, 0.25], Direct.BinaryFocal([x], [1]));
            Check("BinaryFocalLoss", x, [2, 0.25], Direct.BinaryFocal([-x], [0]), isPositive: false);
            Check("BinaryFocalLoss", x, [1, -1], Direct.BinaryFocal([-x], [0], gamma: 1, alpha: -1), isPositive: false);
            Check("SoftMarginLoss", x, [], Direct.SoftMargin([x], [1]));
            Check("SoftMarginLoss", x, [], Direct.SoftMargin([-x], [-1]), isPositive: false);
        }
    }

    [Fact]
    public void Exactly_the_losses_that_make_probabilities_of_logits_have_a_cost() =>
        Assert.All(LossTypes.All, loss => Assert.Equal(loss.Expects is LossInput.ClassLogits or LossInput.BinaryLogits, loss.Cost is not null));

    private static void Check(string loss, float x, double[] settings, float actual, bool isPositive = true)
    {
        double p = 1 / (1 + Math.Exp(-x)), expected = LossTypes.Find(loss)!.Cost!(p, isPositive, settings);
        Assert.True(Math.Abs(expected - actual) <= 1e-6 * Math.Max(1, expected), $"{loss} at {x}: {expected}, the kernel {actual}");
    }
}
