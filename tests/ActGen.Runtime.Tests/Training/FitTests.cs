using ActGen.Probe;
using ActGen.Runtime.Tests.Networks;

namespace ActGen.Runtime.Tests.Training;

public class FitTests
{
    [Fact]
    public void Fit_learns_and_tells_the_history()
    {
        (Dataset train, Dataset validation) = Data(rows: 400, seed: 1).Split(0.75, seed: 1);
        var network = new LinearClassifier(seed: 2);
        var reports = new Reports();
        TrainingHistory history = network.Fit(train, validation, new FitOptions { Epochs = 20, BatchSize = 16, Optimizer = new Adam(0.05) }, reports);
        Assert.Equal(StopReason.Completed, history.StopReason);
        Assert.Equal(Enumerable.Range(1, 20), history.Epochs.Select(epoch => epoch.Epoch));
        Assert.Equal(history.Epochs, reports.All.Select(report => report.Result));
        Assert.All(reports.All, report => Assert.Equal(20, report.Epochs));
        Assert.True(history.FinalTrainingLoss < history.Epochs[0].TrainingLoss);
        Assert.Equal(history.Epochs.Min(epoch => epoch.ValidationLoss), history.BestValidationLoss);
        Evaluation evaluation = network.Evaluate(validation);
        Assert.Equal(history.BestValidationLoss, evaluation.Loss);
        Assert.True(evaluation.Accuracy > 0.9, $"{evaluation}");
    }

    [Fact]
    public void Same_seed_same_bits_for_any_number_of_threads_other_seed_other_bits()
    {
        float[] reference = Train(threads: 1, seed: 3);
        Assert.Equal(reference, Train(threads: 2, seed: 3));
        Assert.Equal(reference, Train(threads: 3, seed: 3));
        Assert.NotEqual(reference, Train(threads: 1, seed: 4));

        static float[] Train(int threads, long seed)
        {
            var network = new LinearClassifier(seed: 1);
            network.Fit(Data(50, 1), options: new FitOptions { Epochs = 3, BatchSize = 16, Seed = seed, Workers = threads, Schedule = new CosineSchedule { WarmUp = 0.2 }, ClipNorm = 1 });
            return network.Parameters.ToArray();
        }
    }

    [Fact]
    public void Fit_equals_its_steps_by_hand()
    {
        Dataset data = Data(10, 1);
        var byFit = new LinearClassifier(seed: 1);
        var byHand = new LinearClassifier(seed: 1);
        TrainingHistory history = byFit.Fit(data, options: new FitOptions { Epochs = 2, BatchSize = 4, Optimizer = new SGD(0.1), Shuffle = false, Schedule = new StepSchedule(1, 0.5) });
        using Trainer<LinearClassifier> trainer = byHand.CreateTrainer(new SGD(0.1), 4);
        double loss = 0;
        for (int epoch = 0; epoch < 2; epoch++)
        {
            trainer.LearningRate = epoch == 0 ? 0.1 : 0.05;
            loss = 0;
            for (int first = 0; first < 10; first += 4)
            {
                int rows = Math.Min(4, 10 - first);
                loss += rows * trainer.Step(data.AllFeatures.Slice(first * 5, rows * 5), data.AllLabels.Slice(first, rows));
            }
        }
        Assert.Equal(byHand.Parameters.ToArray(), byFit.Parameters.ToArray());
        Assert.Equal(loss / 10, history.FinalTrainingLoss, 1e-6);
        Assert.Equal(0.05, history.Epochs[1].LearningRate);
    }

    [Fact]
    public void Early_stopping_waits_for_its_patience_and_the_best_weights_return()
    {
        // Labels that have nothing to do with the inputs: what is learned by heart makes the validation loss worse.
        (float[] inputs, int[] labels) = Samples.Classes(60, 5);
        Array.Reverse(labels);
        (Dataset train, Dataset validation) = Dataset.FromArrays(inputs, labels).Split(0.2, seed: 1);
        var options = new FitOptions { Epochs = 500, BatchSize = 4, Optimizer = new Adam(0.1), EarlyStopping = new EarlyStopping(3) };
        var network = new LinearClassifier(seed: 1);
        TrainingHistory history = network.Fit(train, validation, options);
        Assert.Equal(StopReason.EarlyStopping, history.StopReason);
        Assert.Equal(history.BestEpoch + 3, history.Epochs.Count);
        Assert.Equal(history.BestValidationLoss, network.Evaluate(validation).Loss);

        var last = new LinearClassifier(seed: 1);
        TrainingHistory same = last.Fit(train, validation, options with { RestoreBestWeights = false });
        Assert.Equal(history.Epochs.Count, same.Epochs.Count);
        Assert.Equal(same.Epochs[^1].ValidationLoss, last.Evaluate(validation).Loss);
        Assert.NotEqual(network.Parameters.ToArray(), last.Parameters.ToArray());
    }

    [Fact]
    public void A_minimum_improvement_makes_stopping_earlier()
    {
        var options = new FitOptions { Epochs = 50, Optimizer = new SGD(0.01), EarlyStopping = new EarlyStopping(2) { MinimumImprovement = 100 } };
        TrainingHistory history = new LinearClassifier(seed: 1).Fit(Data(60, 5), options: options);
        Assert.Equal(3, history.Epochs.Count);
        Assert.Equal(3, history.BestEpoch);
    }

    [Fact]
    public void NaN_ends_training()
    {
        var network = new LinearRegressor(seed: 1);
        Dataset huge = Dataset.FromArrays([.. Samples.Numbers(40, 1).Select(x => x * 1e18f)], new float[20], count: 10);
        TrainingHistory history = network.Fit(huge, options: new FitOptions { Epochs = 100, Optimizer = new SGD(1e10) });
        Assert.Equal(StopReason.Diverged, history.StopReason);
        Assert.True(history.Epochs.Count < 100);
    }

    [Fact]
    public void Cancellation_stops_between_steps_and_keeps_the_weights_of_the_last_one()
    {
        var network = new LinearClassifier(seed: 1);
        using var source = new CancellationTokenSource();
        var reports = new Reports(report =>
        {
            if (report.Epoch == 2)
                source.Cancel();
        });
        var options = new FitOptions { Epochs = 100, Optimizer = new SGD(0.1) };
        Assert.ThrowsAny<OperationCanceledException>(() => network.Fit(Data(64, 1), null, options, reports, source.Token));
        Assert.Equal(2, reports.All.Count);
        var twoEpochs = new LinearClassifier(seed: 1);
        twoEpochs.Fit(Data(64, 1), options: options with { Epochs = 2 });
        Assert.Equal(twoEpochs.Parameters.ToArray(), network.Parameters.ToArray());
        float[] before = network.Parameters.ToArray();
        Assert.ThrowsAny<OperationCanceledException>(() => network.Fit(Data(64, 1), cancellationToken: new CancellationToken(canceled: true)));
        Assert.Equal(before, network.Parameters.ToArray());
    }

    [Fact]
    public void Data_that_does_not_fit_is_refused_before_anything_changes()
    {
        var network = new LinearClassifier(seed: 1);
        float[] before = network.Parameters.ToArray();
        Assert.Contains("5 features", Assert.Throws<ArgumentException>("train", () => network.Fit(Dataset.FromArrays(new float[4], [0]))).Message);
        Assert.Contains("Label 3 of row 1", Assert.Throws<ArgumentException>("train", () => network.Fit(Dataset.FromArrays(new float[10], [0, 3]))).Message);
        Assert.Throws<ArgumentException>("train", () => network.Fit(Dataset.FromArrays(new float[5], [0f, 1], count: 1)));
        Assert.Throws<ArgumentException>("validation", () => network.Fit(Data(4, 1), Dataset.FromArrays(new float[4], [0])));
        Assert.Throws<ArgumentException>("data", () => network.Evaluate(Dataset.FromArrays(new float[4], [0])));
        Assert.Throws<ArgumentNullException>("train", () => network.Fit(null!));
        Assert.Throws<ArgumentNullException>("data", () => network.Evaluate(null!));
        Assert.Contains("MSELoss", Assert.Throws<ArgumentException>("train", () => new LinearRegressor().Fit(Dataset.FromArrays(new float[4], [1]))).Message);
        Assert.Equal(before, network.Parameters.ToArray());
        Assert.Throws<ArgumentOutOfRangeException>("Epochs", () => new FitOptions { Epochs = 0 });
        Assert.Throws<ArgumentOutOfRangeException>("BatchSize", () => new FitOptions { BatchSize = 0 });
        Assert.Throws<ArgumentOutOfRangeException>("Patience", () => new EarlyStopping(0));
    }

    /// <summary>Rows of the same size under another shape are taken where their values lie in the same order: on one axis, or with axes of 1 more or less. Height and width
    /// swapped, or channels last, would be read as other images.</summary>
    [Theory]
    [InlineData(true, 2, 6, 5)]
    [InlineData(true, 60)]
    [InlineData(true, 1, 2, 6, 5)]
    [InlineData(true, 2, 6, 1, 5)]
    [InlineData(false, 6, 5, 2)]
    [InlineData(false, 2, 5, 6)]
    [InlineData(false, 2, 30)]
    [InlineData(false, 12, 5)]
    public void Rows_of_another_shape_are_refused_unless_their_values_are_in_the_same_order(bool isRead, params int[] shape)
    {
        Dataset data = Dataset.FromArrays(Samples.Numbers(4 * 60, 1), [0, 1, 2, 0], shape: shape);
        var network = new ObservedImages(seed: 1);
        float[] before = network.Parameters.ToArray();
        Exception? refused = Record.Exception(() => network.Fit(data, options: new FitOptions { Epochs = 1 })), judged = Record.Exception(() => network.Evaluate(data));

        Assert.Equal(isRead, refused is null && judged is null);
        Assert.Equal(!isRead, before.SequenceEqual(network.Parameters.ToArray()));
        if (isRead)
            return;
        Assert.StartsWith($"ObservedImages reads rows of shape 2×6×5; those of the data are {string.Join('×', shape)}, as many values, perhaps in another order. Where it is the same, pass shape: [2, 6, 5] to Dataset.FromArrays; else declare [Network({string.Join(", ", shape)})].", refused!.Message);
        Assert.Equal("train", Assert.IsType<ArgumentException>(refused).ParamName);
        Assert.Equal("data", Assert.IsType<ArgumentException>(judged).ParamName);
    }

    [Fact]
    public void Ignored_rows_may_be_in_a_data_set()
    {
        (float[] inputs, int[] labels) = Samples.Classes(20, 1);
        labels[3] = labels[7] = -100;
        Dataset data = Dataset.FromArrays(inputs, labels);
        var network = new LinearClassifier(seed: 1);
        network.Fit(data, options: new FitOptions { Epochs = 1 });
        Evaluation evaluation = network.Evaluate(data);
        Assert.Equal(18, Enumerable.Range(0, 9).Sum(i => evaluation.ConfusionMatrix![i / 3, i % 3]));
        Assert.Equal(20, evaluation.Count);
    }

    [Fact]
    public void Ignored_rows_do_not_count_in_the_training_loss()
    {
        var network = new LinearClassifier(seed: 1);
        network.Parameters.Clear();
        (float[] inputs, _) = Samples.Classes(4, 1);
        var options = new FitOptions { Epochs = 1, BatchSize = 2, Shuffle = false, Optimizer = new SGD(0) };
        Assert.Equal(Math.Log(3), network.Fit(Dataset.FromArrays(inputs, [0, 1, -100, -100], classes: 3), options: options).FinalTrainingLoss, 1e-6);
        Assert.Equal(Math.Log(3), network.Fit(Dataset.FromArrays(inputs, [0, -100, 1, 2], classes: 3), options: options).FinalTrainingLoss, 1e-6);
        Assert.Equal(0, network.Fit(Dataset.FromArrays(inputs, [-100, -100, -100, -100], classes: 3), options: options).FinalTrainingLoss);
    }

    [Fact]
    public void Progress_that_wants_them_is_told_of_each_step()
    {
        var reports = new Steps();
        TrainingHistory history = new LinearClassifier(seed: 2).Fit(Data(rows: 40, seed: 1), options: new FitOptions { Epochs = 2, BatchSize = 16 }, progress: reports);
        Assert.Equal([(1, 1), (1, 2), (1, 3), (2, 1), (2, 2), (2, 3)], reports.All.Select(step => (step.Epoch, step.Step)));
        Assert.All(reports.All, step => Assert.Equal((2, 3), (step.Epochs, step.Steps)));
        Assert.Equal([1 / 6.0, 2 / 6.0, 0.5, 4 / 6.0, 5 / 6.0, 1], reports.All.Select(step => step.Done), (one, other) => Math.Abs(one - other) < 1e-15);
        // The last of an epoch is what the epoch is said to have reached.
        Assert.Equal(history.Epochs.Select(epoch => (epoch.TrainingLoss, epoch.TrainingAccuracy)), reports.All.Where(step => step.Step == 3).Select(step => (step.TrainingLoss, step.TrainingAccuracy)));
    }

    private static Dataset Data(int rows, int seed)
    {
        (float[] inputs, int[] labels) = Samples.Classes(rows, seed);
        return Dataset.FromArrays(inputs, labels);
    }

    private sealed class Reports(Action<FitProgress>? also = null) : IProgress<FitProgress>
    {
        public List<FitProgress> All { get; } = [];

        public void Report(FitProgress value)
        {
            All.Add(value);
            also?.Invoke(value);
        }
    }

    private sealed class Steps : IProgress<FitProgress>, IProgress<StepProgress>
    {
        public List<StepProgress> All { get; } = [];

        public void Report(FitProgress value)
        {
        }

        public void Report(StepProgress value) => All.Add(value);
    }
}
