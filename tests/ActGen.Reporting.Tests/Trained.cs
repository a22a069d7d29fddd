namespace ActGen.Reporting.Tests;

/// <summary>Runs to report on: trained for a few epochs on drawn data, the same at every call but for the time they took.</summary>
internal static class Trained
{
    public static Dataset Images { get; } = Labelled(60, 16, [1, 4, 4], seed: 1).WithClassNames("cats & <dogs>", "\"birds\"", "fish's");

    public static Dataset Numbers { get; } = Regression(40);

    public static (Observed Network, TrainingHistory History) Classifier(int epochs = 4, IProgress<FitProgress>? progress = null)
    {
        var network = new Observed(seed: 1);
        return (network, network.Fit(Images, Images, new FitOptions { Epochs = epochs, Optimizer = new Adam(0.01) }, progress));
    }

    public static ReportRun Run(string name = "a <run> & \"more\"")
    {
        (Observed network, TrainingHistory history) = Classifier();
        return ReportRun.Of(name, network, history, Images);
    }

    public static ReportRun PlainRun()
    {
        var network = new Plain(seed: 1);
        TrainingHistory history = network.Fit(Numbers, options: new FitOptions { Epochs = 3 });
        return ReportRun.Of("plain", network, history, Numbers);
    }

    private static Dataset Labelled(int rows, int width, int[] shape, int seed)
    {
        var random = new Random(seed);
        float[] inputs = [.. Enumerable.Range(0, rows * width).Select(_ => random.NextSingle())];
        return Dataset.FromArrays(inputs, [.. Enumerable.Range(0, rows).Select(row => row % 3)], shape);
    }

    private static Dataset Regression(int rows)
    {
        var random = new Random(2);
        float[] inputs = [.. Enumerable.Range(0, rows * 5).Select(_ => random.NextSingle())];
        return Dataset.FromArrays(inputs, (float[])[.. Enumerable.Range(0, rows).Select(row => inputs[row * 5] - inputs[(row * 5) + 1])], rows);
    }
}
