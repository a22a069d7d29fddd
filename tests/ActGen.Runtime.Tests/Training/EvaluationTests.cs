using ActGen.CompilerServices;
using ActGen.Runtime.Tests.Networks;

namespace ActGen.Runtime.Tests.Training;

public class EvaluationTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(1023)]
    [InlineData(1024)]
    [InlineData(2500)]
    public void Loss_accuracy_and_confusion_equal_their_definitions(int rows)
    {
        var network = new LinearClassifier(seed: 1);
        (float[] inputs, int[] labels) = Samples.Classes(rows, seed: 2);
        Evaluation evaluation = network.Evaluate(Dataset.FromArrays(inputs, labels));
        var decided = new int[rows];
        network.Classify(inputs, decided);
        double loss = 0;
        var confusion = new long[3, 3];
        for (int row = 0; row < rows; row++)
        {
            loss -= Math.Log(network.Predict(inputs.AsSpan(row * 5, 5))[labels[row]]);
            confusion[labels[row], decided[row]]++;
        }
        Assert.Equal(rows, evaluation.Count);
        Assert.Equal(loss / rows, evaluation.Loss, 1e-6);
        Assert.Equal((double)(confusion[0, 0] + confusion[1, 1] + confusion[2, 2]) / rows, evaluation.Accuracy);
        for (int actual = 0; actual < 3; actual++)
        {
            for (int predicted = 0; predicted < 3; predicted++)
                Assert.Equal(confusion[actual, predicted], evaluation.ConfusionMatrix![actual, predicted]);
        }
        Assert.Null(evaluation.MAE);
        Assert.Null(evaluation.R2);
    }

    [Fact]
    public void A_batch_without_a_row_that_counts_leaves_the_mean_alone()
    {
        var network = new LinearClassifier(seed: 1);
        network.Parameters.Clear();
        (float[] inputs, int[] labels) = Samples.Classes(2048, seed: 2);
        Array.Fill(labels, -100, 1024, 1024);
        Assert.Equal(Math.Log(3), network.Evaluate(Dataset.FromArrays(inputs, labels)).Loss, 1e-6);
        Array.Fill(labels, -100);
        Evaluation nothing = network.Evaluate(Dataset.FromArrays(inputs, labels));
        Assert.Equal(0, nothing.Loss);
        Assert.Null(nothing.Accuracy);
    }

    [Fact]
    public void More_than_4096_classes_have_no_confusion_matrix()
    {
        Assert.Equal(4096, ConfusionMatrix.For(Choice(4096), 4096, [])!.Classes);
        Assert.Null(ConfusionMatrix.For(Choice(4097), 4097, []));
        Assert.Null(ConfusionMatrix.For(Choice(50_000), 50_000, []));

        static LossDefinition Choice(int classes) => new("CrossEntropyLoss", TargetKind.Labels, DecisionKind.LargestOutput, classes, -100);
    }

    [Fact]
    public void Validation_makes_no_confusion_matrix()
    {
        (float[] inputs, int[] labels) = Samples.Classes(8, seed: 2);
        var evaluator = new Evaluator<LinearClassifier>(Dataset.FromArrays(inputs, labels), "data");
        var network = new LinearClassifier(seed: 1);
        Evaluation validation = evaluator.Evaluate(network.Parameters, withConfusion: false), whole = evaluator.Evaluate(network.Parameters);
        Assert.Null(validation.ConfusionMatrix);
        Assert.NotNull(whole.ConfusionMatrix);
        Assert.Equal((whole.Loss, whole.Accuracy), (validation.Loss, validation.Accuracy));
    }

    [Fact]
    public void Errors_of_a_regression_equal_their_definitions()
    {
        var network = new LinearRegressor(seed: 1);
        float[] inputs = Samples.Numbers(4 * 50, 1), targets = Samples.Numbers(2 * 50, 2);
        Evaluation evaluation = network.Evaluate(Dataset.FromArrays(inputs, targets, count: 50));
        var outputs = new float[100];
        network.Forward(inputs, outputs);
        double[] errors = [.. outputs.Zip(targets, (y, t) => (double)y - t)];
        Assert.Equal(errors.Average(Math.Abs), evaluation.MAE!.Value, 1e-6);
        Assert.Equal(Math.Sqrt(errors.Average(e => e * e)), evaluation.RMSE!.Value, 1e-6);
        Assert.Equal(errors.Average(e => e * e), evaluation.Loss, 1e-6);
        double r2 = Enumerable.Range(0, 2).Average(output =>
        {
            double[] column = [.. targets.Where((_, i) => i % 2 == output).Select(t => (double)t)];
            double residual = errors.Where((_, i) => i % 2 == output).Sum(e => e * e);
            return 1 - (residual / column.Sum(t => (t - column.Average()) * (t - column.Average())));
        });
        Assert.Equal(r2, evaluation.R2!.Value, 1e-6);
        Assert.Null(evaluation.Accuracy);
        Assert.Null(evaluation.ConfusionMatrix);
    }

    [Fact]
    public void Soft_targets_have_a_loss_and_no_accuracy()
    {
        float[] inputs = Samples.Numbers(10, 1);
        Evaluation evaluation = new LinearClassifier(seed: 1).Evaluate(Dataset.FromArrays(inputs, [0.5f, 0.5f, 0, 0, 0, 1], count: 2));
        Assert.True(evaluation.Loss > 0);
        Assert.Null(evaluation.Accuracy);
        Assert.Null(evaluation.ConfusionMatrix);
    }

    [Fact]
    public void A_constant_target_has_a_defined_R2()
    {
        var errors = new RegressionErrors(1, 1, 1);
        errors.Add([2, 2], [2, 2]);
        Assert.Equal(1, errors.R2([2, 2]));
        var wrong = new RegressionErrors(1, 1, 1);
        wrong.Add([2, 3], [2, 2]);
        Assert.Equal(0, wrong.R2([2, 2]));
    }

    [Fact]
    public void The_confusion_matrix_reads_as_a_table()
    {
        var matrix = new ConfusionMatrix(3, ["ape", "bear", "cat"]);
        for (int i = 0; i < 12; i++)
            matrix.Count(0, 0);
        matrix.Count(0, 2);
        matrix.Count(1, 1);
        Assert.Equal(
            """
            actual │  ape bear  cat ← predicted
            ───────┼───────────────
            ape    │   12    ·    1   92.3 %
            bear   │    ·    1    ·  100.0 %
            cat    │    ·    ·    ·
            """.ReplaceLineEndings("\n"),
            matrix.ToString());
        Assert.Equal(1, matrix.Precision(0));
        Assert.Equal(12 / 13.0, matrix.Recall(0));
        Assert.Throws<ArgumentOutOfRangeException>("predicted", () => matrix[0, 3]);
    }
}
