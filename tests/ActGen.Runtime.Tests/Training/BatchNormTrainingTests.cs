using ActGen.CompilerServices;
using ActGen.Probe;
using ActGen.Runtime.Tests.Proofs.Programs;
using ActGen.Runtime.Tests.Proofs.Specs;

namespace ActGen.Runtime.Tests.Training;

/// <summary>Running averages: kept with the weights, seen by nobody who trains; batches that have no variance.</summary>
public sealed class BatchNormTrainingTests
{
    /// <summary>Of a row of <see cref="ObservedBatches"/>, and of its running averages.</summary>
    private const int Features = 6, Statistics = 8;

    private static readonly NetworkSpec Spec = new([3], [new DenseSpec(4, Bias: false), new BatchNormSpec(), new DenseSpec(2)], new MSESpec());

    private static readonly IFloatNetwork Network = NetworkFactory.CompileFloat([Spec])[0];

    [Fact]
    public void A_new_network_has_averages_of_0_and_1_behind_its_parameters()
    {
        float[] state = Network.NewParameters(seed: 1);
        ParameterInfo[] statistics = [.. Network.Table.Where(tensor => tensor.Kind == ParameterKind.Statistic)];

        Assert.Equal(["layer2.running_mean", "layer2.running_var"], statistics.Select(tensor => tensor.Name));
        Assert.Equal([0f, 0, 0, 0, 1, 1, 1, 1], state[statistics[0].Offset..]);
        Assert.Equal(statistics[0].Offset + 8, state.Length);
    }

    [Fact]
    public void A_step_of_one_row_is_refused_and_nothing_is_changed()
    {
        float[] state = Network.NewParameters(seed: 1);
        ArgumentException refused = Assert.Throws<ArgumentException>("inputs", () => Network.Step(state, [1, 2, 3], null, [0, 0], new TrainerOptions()));

        Assert.Contains("needs at least 2 rows: batch normalisation takes the variance of each feature over them, and one row has none", refused.Message);
    }

    [Fact]
    public void Averages_take_a_tenth_of_the_batch_and_of_its_unbiased_variance()
    {
        float[] state = Network.NewParameters(seed: 1), inputs = [1, 0, 0, 3, 0, 0, 5, 0, 0];
        FloatStep step = Network.Step(state, inputs, null, [0, 0, 0, 0, 0, 0], new TrainerOptions());
        for (int unit = 0; unit < 4; unit++)
        {
            // x is w, 3w and 5w: mean 3w, unbiased variance 4w².
            double w = state[unit];
            Assert.Equal(0.3 * w, step.Statistics[unit], 1e-6 * Math.Abs(w));
            Assert.Equal(0.9 + (0.4 * w * w), step.Statistics[4 + unit], 1e-6);
        }
    }

    [Theory]
    [InlineData(9, 2)]
    [InlineData(10, 3)]
    [InlineData(4, 1)]
    [InlineData(5, 1)]
    public void Fit_leaves_out_a_last_batch_of_one_row(int rows, int steps)
    {
        (Dataset data, _) = Data(rows, seed: 1);
        var byFit = new ObservedBatches(seed: 1);
        byFit.Fit(data, options: new FitOptions { Epochs = 1, BatchSize = 4, Optimizer = new SGD(0.1), Shuffle = false });

        var byHand = new ObservedBatches(seed: 1);
        using Trainer<ObservedBatches> trainer = byHand.CreateTrainer(new SGD(0.1), 4);
        for (int step = 0; step < steps; step++)
        {
            int count = Math.Min(4, rows - (4 * step));
            trainer.Step(data.AllFeatures.Slice(step * 4 * Features, count * Features), data.AllLabels.Slice(step * 4, count));
        }
        Assert.Equal(State(byHand), State(byFit));
    }

    [Fact]
    public void Fit_refuses_batches_of_one_row()
    {
        (Dataset data, _) = Data(8, seed: 1);
        var network = new ObservedBatches(seed: 1);
        float[] before = State(network);

        Assert.Contains("at least 2 rows in each training step", Assert.Throws<ArgumentException>("options", () => network.Fit(data, options: new FitOptions { BatchSize = 1 })).Message);
        Assert.Contains("the batches would have 1", Assert.Throws<ArgumentException>("train", () => network.Fit(Data(1, seed: 1).Train)).Message);
        Assert.Equal(before, State(network));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Averages_of_the_weights_take_the_running_statistics_with_them(int workers)
    {
        (Dataset data, _) = Data(24, seed: 2);
        var network = new ObservedBatches(seed: 1);
        using Trainer<ObservedBatches> trainer = network.CreateTrainer(new SGD(0.1), 8, new TrainerOptions { Average = new ExponentialAverage(0.5), Workers = workers });
        float[]? average = null;
        for (int step = 0; step < 3; step++)
        {
            trainer.Step(data.AllFeatures.Slice(step * 8 * Features, 8 * Features), data.AllLabels.Slice(step * 8, 8));
            float[] state = State(network);
            average = average is null ? state : [.. average.Zip(state, (a, θ) => a + (0.5f * (θ - a)))];
        }
        Assert.NotEqual(State(network)[^Statistics..], average![^Statistics..]);
        Assert.Equal(average, trainer.AveragedState.ToArray());

        var fitted = new ObservedBatches(seed: 1);
        fitted.Fit(data, options: new FitOptions { Epochs = 1, BatchSize = 8, Optimizer = new SGD(0.1), Shuffle = false, Average = new ExponentialAverage(0.5), Workers = workers });
        Assert.Equal(average, State(fitted));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_best_weights_come_back_with_their_running_statistics(bool averages)
    {
        // Labels that have nothing to do with the inputs: what is learned by heart makes the validation loss worse.
        (Dataset train, Dataset validation) = Data(40, seed: 3);
        var options = new FitOptions { Epochs = 12, BatchSize = 4, Optimizer = new SGD(0.5), Average = averages ? new ExponentialAverage(0.5) : null };
        var network = new ObservedBatches(seed: 1);
        TrainingHistory history = network.Fit(train, validation, options);
        Assert.InRange(history.BestEpoch!.Value, 1, 11);

        var stopped = new ObservedBatches(seed: 1);
        stopped.Fit(train, validation, options with { Epochs = history.BestEpoch.Value, RestoreBestWeights = false });
        Assert.Equal(State(stopped), State(network));
        Assert.Equal(history.BestValidationLoss, network.Evaluate(validation).Loss);
    }

    private static (Dataset Train, Dataset Validation) Data(int rows, int seed)
    {
        var random = new Random(seed);
        return (Some(rows), Some(20));

        Dataset Some(int count) => Dataset.FromArrays([.. Enumerable.Range(0, count * Features).Select(_ => random.NextSingle())], [.. Enumerable.Range(0, count).Select(_ => random.Next(3))], classes: 3);
    }

    /// <summary>Parameters, then running statistics.</summary>
    private static float[] State<TNet>(TNet network)
        where TNet : INetwork<TNet> => network.State.Buffer.Span.ToArray();
}
