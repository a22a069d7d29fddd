using ActGen.Runtime.Tests.Networks;

namespace ActGen.Runtime.Tests.Training;

public class BinaryDecisionTests
{
    [Fact]
    public void Rows_of_two_classes_train_a_network_with_one_logit()
    {
        float[] features = Samples.Numbers(200, 1);
        int[] labels = [.. Enumerable.Range(0, 100).Select(row => features[2 * row] > features[(2 * row) + 1] ? 1 : 0)];
        var byLabels = new LogisticDetector();
        var byValues = new LogisticDetector();
        var options = new FitOptions { Epochs = 40, Optimizer = new Adam(0.1), MaxDegreeOfParallelism = 1 };
        Dataset data = Dataset.FromArrays(features, labels);
        byLabels.Fit(data, options: options);
        TrainingHistory history = byValues.Fit(Dataset.FromArrays(features, [.. labels.Select(label => (float)label)]), options: options);
        Assert.Equal(byValues.Parameters.ToArray(), byLabels.Parameters.ToArray());

        Evaluation evaluation = byLabels.Evaluate(data);
        int right = Enumerable.Range(0, 100).Count(row => byLabels.Classify(data.Features(row)) == labels[row]);
        Assert.Equal(right / 100.0, evaluation.Accuracy);
        Assert.True(evaluation.Accuracy > 0.95, $"{evaluation}");
        Assert.Equal(2, evaluation.ConfusionMatrix!.Classes);
        Assert.Equal(labels.Count(label => label == 1), evaluation.ConfusionMatrix[1, 0] + evaluation.ConfusionMatrix[1, 1]);
        Assert.NotNull(history.Epochs[0].TrainingAccuracy);
        Assert.Null(evaluation.R2);
    }

    [Fact]
    public void A_third_class_is_refused()
    {
        var failure = Assert.Throws<ArgumentException>("train", () => new LogisticDetector().Fit(Dataset.FromArrays(new float[6], [0, 1, 2])));
        Assert.Contains("Label 2 of row 2", failure.Message);
    }

    [Fact]
    public void A_step_takes_values_and_says_so()
    {
        using Trainer<LogisticDetector> trainer = new LogisticDetector().CreateTrainer(new SGD(), 1);
        Assert.Contains("BCEWithLogitsLoss", Assert.Throws<ArgumentException>("labels", () => trainer.Step([1, 2], [1])).Message);
    }

    [Fact]
    public void Zero_decides_for_one()
    {
        var network = new LogisticDetector();
        Assert.Equal(1, network.Classify([0, 0]));
        network.Parameters[0] = -1;
        Assert.Equal(0, network.Classify([1, 0]));
    }
}
