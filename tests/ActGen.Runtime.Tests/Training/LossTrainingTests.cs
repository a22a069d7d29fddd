using ActGen.Probe;

namespace ActGen.Runtime.Tests.Training;

/// <summary>Losses whose targets are not simply one real number for each output, from data set to prediction.</summary>
public sealed class LossTrainingTests
{
    private const int Rows = 256;

    [Fact]
    public void A_gaussian_learns_means_and_variances_from_half_as_many_targets()
    {
        Random random = new(1);
        float[] inputs = [.. Enumerable.Range(0, Rows * 3).Select(_ => (random.NextSingle() * 2) - 1)], targets = new float[Rows * 2];
        for (int row = 0; row < Rows; row++)
        {
            float noise = (random.NextSingle() * 2) - 1;
            targets[2 * row] = inputs[3 * row];
            // Uniform noise of variance 1/3 in the second target only.
            targets[(2 * row) + 1] = inputs[(3 * row) + 1] + noise;
        }
        var net = new Uncertain(1);
        Dataset data = Dataset.FromArrays(inputs, targets, Rows);
        net.Fit(data, options: new FitOptions { Epochs = 60, Optimizer = new Adam(0.01) });
        float[] predictions = net.Predict(inputs);
        Assert.Equal(Rows * 4, predictions.Length);
        Assert.InRange(Enumerable.Range(0, Rows).Average(row => predictions[(4 * row) + 2]), 0, 0.1);
        Assert.InRange(Enumerable.Range(0, Rows).Average(row => predictions[(4 * row) + 3]), 0.2, 0.5);
        // The errors are of the means alone.
        Evaluation evaluation = net.Evaluate(data);
        double expected = Math.Sqrt(Enumerable.Range(0, Rows * 2).Average(i => Math.Pow(predictions[(i / 2 * 4) + (i % 2)] - targets[i], 2)));
        Assert.Equal(expected, evaluation.RMSE!.Value, 1e-5);
        using Trainer<Uncertain> trainer = net.CreateTrainer(new Adam(), 4);
        Assert.Contains("takes 2 targets for each of the 1 rows: 2 are expected, 4 were given", Assert.Throws<ArgumentException>("targets", () => trainer.Step(inputs.AsSpan(..3), targets.AsSpan(..4))).Message);
        Assert.Contains("takes 2 targets for each row; the rows have 4", Assert.Throws<ArgumentException>("train", () => net.Fit(Dataset.FromArrays(inputs[..6], new float[8], 2))).Message);
    }

    [Fact]
    public void Rates_are_predicted_and_judged_as_rates()
    {
        float[] inputs = [0, 1, 1, 0, 1, 1, 0, 0], targets = [2, 8, 16, 1];
        var net = new Counter(1);
        Dataset data = Dataset.FromArrays(inputs, targets, 4);
        net.Fit(data, options: new FitOptions { Epochs = 400, BatchSize = 4, Optimizer = new Adam(0.05) });
        float[] rates = net.Predict(inputs);
        Assert.All(rates, (rate, i) => Assert.Equal(targets[i], rate, 0.5f));
        Assert.Equal(rates.Zip(targets, (rate, t) => Math.Abs(rate - t)).Average(), net.Evaluate(data).MAE!.Value, 1e-4);
    }

    [Fact]
    public void A_hinge_takes_labels_as_signs_and_refuses_other_targets()
    {
        float[] inputs = [2, 1, 1, 2, -1, -2, -2, -1];
        var net = new Margin(1);
        Dataset data = Dataset.FromArrays(inputs, (int[])[1, 1, 0, 0]);
        net.Fit(data, options: new FitOptions { Epochs = 200, Optimizer = new SGD(0.1) });
        Assert.Equal(1, net.Evaluate(data).Accuracy);
        Assert.Equal(0, net.Evaluate(data).Loss, 1e-3);
        Assert.Equal((1, 0), (net.Classify(inputs.AsSpan(..2)), net.Classify(inputs.AsSpan(4..6))));
        using Trainer<Margin> trainer = net.CreateTrainer(new SGD(0.1), 2);
        float[] before = [.. net.Parameters];
        Assert.Contains("targets[1] is 0; HingeLoss takes −1 or +1", Assert.Throws<ArgumentException>("targets", () => trainer.Step(inputs.AsSpan(..4), (float[])[1f, 0f])).Message);
        Assert.Contains("train[0] is 0.5; HingeLoss", Assert.Throws<ArgumentException>("train", () => net.Fit(Dataset.FromArrays(inputs, (float[])[0.5f, 1, 1, 1], 4))).Message);
        Assert.Equal(before, net.Parameters.ToArray());
    }
}
