using ActGen.Runtime.Tests.Proofs.Programs;
using Direct = ActGen.Losses;

namespace ActGen.Runtime.Tests.Losses;

/// <summary>Arguments that losses refuse before they write, and that they allocate nothing.</summary>
public sealed class LossArgumentTests
{
    [Fact]
    public void Wrong_arguments_are_named_and_nothing_is_written()
    {
        float[] gradient = [7, 7], x = [1, 2];
        Assert.Contains("targets[1] is 0; Hinge takes −1 or +1", Assert.Throws<ArgumentException>("targets", () => Direct.Hinge(x, [1, 0], gradient)).Message);
        Assert.Contains("targets[0] is 0.5; SoftMargin takes", Assert.Throws<ArgumentException>("targets", () => Direct.SoftMargin(x, [0.5f, 1], gradient)).Message);
        Assert.Throws<ArgumentException>("targets", () => Direct.SquaredHinge(x, [float.NaN, 1], gradient));
        Assert.Throws<ArgumentOutOfRangeException>("beta", () => Direct.SmoothL1(x, x, gradient, -1));
        Assert.Throws<ArgumentOutOfRangeException>("alpha", () => Direct.BinaryFocal(x, x, gradient, alpha: 2));
        Assert.Throws<ArgumentOutOfRangeException>("gamma", () => Direct.Focal(x, [0], gradient, gamma: double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>("q", () => Direct.GeneralizedCrossEntropy(x, [0], gradient, q: 0));
        Assert.Throws<ArgumentOutOfRangeException>("p", () => Direct.MultiMargin(x, [0], gradient, p: 3));
        Assert.Throws<ArgumentOutOfRangeException>("labels", () => Direct.Focal(x, [2], gradient));
        Assert.Contains("2 targets are expected", Assert.Throws<ArgumentException>("outputs", () => Direct.GaussianNLL(x, [1, 2], 1, gradient)).Message);
        Assert.Throws<ArgumentException>("logProbabilities", () => Direct.KLDiv([1, 2, 3], [1, 2, 3], classes: 2));
        Assert.Throws<ArgumentException>("gradient", () => Direct.PoissonNLL(x, gradient, gradient));
        Assert.Throws<ArgumentOutOfRangeException>("margin", () => Direct.HingeEmbedding(x, [1, -1], gradient, 0));
        Assert.Contains("targets[1] is 0; HingeEmbedding takes", Assert.Throws<ArgumentException>("targets", () => Direct.HingeEmbedding(x, [1, 0], gradient)).Message);
        Assert.Throws<ArgumentOutOfRangeException>("width", () => Direct.Dice(x, x, 0, gradient));
        Assert.Throws<ArgumentOutOfRangeException>("classes", () => Direct.MultiLabelMargin(x, x, -1, gradient));
        Assert.Contains("2 elements, which is not a whole number of rows of 3", Assert.Throws<ArgumentException>("outputs", () => Direct.CosineSimilarity(x, x, 3, gradient)).Message);
        Assert.Contains("targets has 1 elements; probabilities has 2", Assert.Throws<ArgumentException>("targets", () => Direct.Tversky(x, [1], 2, gradient)).Message);
        Assert.Throws<ArgumentOutOfRangeException>("beta", () => Direct.Tversky(x, x, 2, gradient, beta: -1));
        Assert.Equal([7, 7], gradient);
    }

    [Fact]
    public void A_gradient_that_overlaps_the_class_weights_is_refused()
    {
        float[] memory = [1, 2, 3, 4, 5];
        Assert.Contains("overlaps classWeights", Assert.Throws<ArgumentException>("gradient", () => Direct.CrossEntropy([1, 2], [0], memory.AsSpan(..2), classWeights: memory.AsSpan(1, 2))).Message);
        Assert.Contains("overlaps classWeights", Assert.Throws<ArgumentException>("gradient", () => Direct.NLL([-1, -2], [0], memory.AsSpan(..2), memory.AsSpan(1, 2))).Message);
        Assert.Contains("overlaps classWeights", Assert.Throws<ArgumentException>("gradient", () => Direct.CrossEntropy([1, 2], [0.5f, 0.5f], 2, memory.AsSpan(..2), classWeights: memory.AsSpan(1, 2))).Message);
        Assert.Contains("overlaps classWeights", Assert.Throws<ArgumentException>("gradient", () => Direct.Focal([1, 2], [0], memory.AsSpan(..2), classWeights: memory.AsSpan(1, 2))).Message);
        Assert.Equal([1, 2, 3, 4, 5], memory);
        // Beside each other they may lie.
        Direct.CrossEntropy([1, 2], [0], memory.AsSpan(..2), classWeights: memory.AsSpan(2, 2));
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        float[] x = new float[9000], t = new float[9000], signs = new float[9000], gradient = new float[9000];
        int[] labels = new int[3000];
        Array.Fill(signs, 1);
        void Run()
        {
            Direct.SmoothL1(x, t, gradient);
            Direct.LogCosh(x, t, gradient);
            Direct.MAPE(x, t, gradient);
            Direct.MSLE(x, t, gradient);
            Direct.BinaryFocal(x, t, gradient);
            Direct.Hinge(x, signs, gradient);
            Direct.HingeEmbedding(x, signs, gradient);
            Direct.CosineSimilarity(x, t, 3, gradient);
            Direct.Dice(x, t, 9000, gradient);
            Direct.Tversky(x, t, 30, gradient);
            Direct.MultiLabelMargin(x, t, 3, gradient);
            Direct.KLDiv(x, t, gradient);
            Direct.PoissonNLL(x, t, gradient, full: true);
            Direct.GaussianNLL(x, t.AsSpan(..4500), 3, gradient);
            Direct.Focal(x, labels, gradient);
            Direct.GeneralizedCrossEntropy(x, labels, gradient);
            Direct.MultiMargin(x, labels, gradient);
            Direct.CategoricalHinge(x, labels, gradient);
            Direct.NLL(x, labels, gradient);
        }

        Assert.Equal(0, AllocationMeter.OfCall(Run));
    }
}
