using System.Text.Json;
using ActGen.Runtime.Tests.Optimizers;
using Direct = ActGen.Losses;

namespace ActGen.Runtime.Tests.Losses;

/// <summary>Values and gradients against PyTorch, computed there in double; Golden/make_losses.py made them.</summary>
public sealed class GoldenLossTests
{
    private const int Classes = 4;
    private static readonly float[] Weights = [0.5f, 2, 1.25f, 1];

    private delegate float WithTargets(ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets, Span<float> gradient);

    private delegate float WithLabels(ReadOnlySpan<float> outputs, ReadOnlySpan<int> labels, Span<float> gradient);

    private static readonly Dictionary<string, WithTargets> Values = new()
    {
        ["mse"] = (x, t, g) => Direct.MSE(x, t, g),
        ["l1"] = (x, t, g) => Direct.L1(x, t, g),
        ["huber"] = (x, t, g) => Direct.Huber(x, t, g, 0.5),
        ["smoothl1"] = (x, t, g) => Direct.SmoothL1(x, t, g),
        ["smoothl1_beta"] = (x, t, g) => Direct.SmoothL1(x, t, g, 0.3),
        ["bcewithlogits"] = (x, t, g) => Direct.BCEWithLogits(x, t, g),
        ["softmargin"] = (x, t, g) => Direct.SoftMargin(x, t, g),
        ["crossentropy_soft"] = (x, t, g) => Direct.CrossEntropy(x, t, Classes, g),
        ["poisson"] = (x, t, g) => Direct.PoissonNLL(x, t, g),
        ["bce"] = (x, t, g) => Direct.BCE(x, t, g),
        ["kldiv"] = (x, t, g) => Direct.KLDiv(x, t, g),
        ["kldiv_onehot"] = (x, t, g) => Direct.KLDiv(x, t, g),
        ["kldiv_batch"] = (x, t, g) => Direct.KLDiv(x, t, g, classes: Classes),
        ["kldiv_log"] = (x, t, g) => Direct.KLDiv(x, t, g, logTarget: true),
        ["poisson_full"] = (x, t, g) => Direct.PoissonNLL(x, t, g, full: true),
        ["poisson_rates"] = (x, t, g) => Direct.PoissonNLL(x, t, g, logInput: false),
        ["hingeembedding"] = (x, t, g) => Direct.HingeEmbedding(x, t, g),
        ["hingeembedding_margin"] = (x, t, g) => Direct.HingeEmbedding(x, t, g, 0.3),
        ["multilabelmargin"] = (x, t, g) => Direct.MultiLabelMargin(x, t, Classes, g),
        ["cosine"] = (x, t, g) => Direct.CosineSimilarity(x, t, Classes, g),
        ["dice"] = (x, t, g) => Direct.Dice(x, t, Classes, g),
        ["tversky"] = (x, t, g) => Direct.Tversky(x, t, Classes, g, 0.3, 0.7),
        ["gaussian"] = (x, t, g) => Direct.GaussianNLL(x, t, Classes / 2, g),
        ["gaussian_full"] = (x, t, g) => Direct.GaussianNLL(x, t, Classes / 2, g, full: true),
    };

    private static readonly Dictionary<string, WithLabels> Labels = new()
    {
        ["crossentropy"] = (x, t, g) => Direct.CrossEntropy(x, t, g),
        ["crossentropy_weights"] = (x, t, g) => Direct.CrossEntropy(x, t, g, 0.1, Weights),
        ["multimargin"] = (x, t, g) => Direct.MultiMargin(x, t, g),
        ["multimargin_weights"] = (x, t, g) => Direct.MultiMargin(x, t, g, p: 2, margin: 0.5, classWeights: Weights),
        ["nll"] = (x, t, g) => Direct.NLL(x, t, g),
        ["nll_weights"] = (x, t, g) => Direct.NLL(x, t, g, Weights, ignoreIndex: 2),
    };

    public static TheoryData<string> Names => [.. Cases.EnumerateObject().Select(item => item.Name)];

    private static JsonElement Cases => GoldenFile.Read("losses.json").GetProperty("cases");

    [Theory]
    [MemberData(nameof(Names))]
    public void Equals_PyTorch(string name)
    {
        JsonElement golden = Cases.GetProperty(name);
        string loss = name.Replace("_large", "", StringComparison.Ordinal);
        float[] outputs = GoldenFile.Floats(golden.GetProperty("outputs")), gradient = new float[outputs.Length];
        float actual = golden.TryGetProperty("labels", out JsonElement labels)
            ? Labels[loss](outputs, [.. labels.EnumerateArray().Select(label => label.GetInt32())], gradient)
            : Values[loss](outputs, GoldenFile.Floats(golden.GetProperty("targets")), gradient);
        double expected = golden.GetProperty("loss").GetDouble();
        double[] slopes = [.. golden.GetProperty("gradient").EnumerateArray().Select(item => item.GetDouble())];
        Assert.Equal(expected, actual, 4e-7 * Math.Max(1, Math.Abs(expected)));
        // The promise is about gradients before their division.
        double divisor = Math.Max(1, 1 / slopes.Where(slope => slope != 0).Select(Math.Abs).DefaultIfEmpty(1).Max());
        for (int i = 0; i < slopes.Length; i++)
            Assert.Equal(slopes[i], gradient[i], 4e-7 * Math.Max(1 / divisor, Math.Abs(slopes[i])));
    }
}
