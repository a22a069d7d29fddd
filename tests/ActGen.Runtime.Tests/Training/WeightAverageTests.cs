using System.Text.Json;
using ActGen.CompilerServices;
using ActGen.Runtime.Tests.Layers;
using ActGen.Runtime.Tests.Networks;
using ActGen.Runtime.Tests.Optimizers;

namespace ActGen.Runtime.Tests.Training;

public class WeightAverageTests
{
    public static TheoryData<string> Cases => ["running", "runningLater", "exponential", "exponentialLater", "asgd"];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Averages_equal_PyTorch(string name)
    {
        WeightAverage average = name switch
        {
            "running" => new RunningAverage(0),
            "runningLater" => new RunningAverage(3) { Interval = 2 },
            "exponential" => new ExponentialAverage(0.9),
            "exponentialLater" => new ExponentialAverage(0.75, Start: 2) { Interval = 3 },
            // t₀ = 3, whose average begins with the weights of update 5.
            _ => new RunningAverage(4),
        };
        Optimizer optimizer = name == "asgd" ? new ASGD(0.1) { Decay = 0.05 } : new SGD(0.1);
        ParameterLayout layout = Layouts.Vector(GoldenFile.Size);
        float[] parameters = GoldenFile.Start();
        var update = new ParameterUpdate(layout.Tensors, layout.Count, statistics: 0, optimizer, new TrainerOptions { Average = average });
        JsonElement golden = GoldenFile.Read("averages.json").GetProperty(name);
        for (int step = 1; step <= golden.GetArrayLength(); step++)
        {
            update.Begin(0.1);
            update.Run(new Work(1), parameters, GoldenFile.Gradient(step));
            update.End();
            float[] expected = GoldenFile.Floats(golden[step - 1]), actual = update.Average is { } taken ? taken.Span.ToArray() : parameters;
            for (int i = 0; i < expected.Length; i++)
                // Up to twelve roundings, PyTorch's form rounds otherwise.
                Assert.Equal(expected[i], actual[i], 1e-6f * Math.Max(1, Math.Abs(expected[i])));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_trainer_averages_after_each_update_of_accumulated_gradients(int threads)
    {
        (float[] inputs, int[] labels) = Samples.Classes(8, seed: 2);
        var network = new LinearClassifier(seed: 1);
        using Trainer<LinearClassifier> trainer = network.CreateTrainer(new SGD(0.5), 8, new TrainerOptions { AccumulationSteps = 2, Average = new RunningAverage(1), Workers = threads });
        List<float[]> weights = [];
        for (int step = 0; step < 8; step++)
        {
            trainer.Step(inputs, labels);
            if (step % 2 == 1)
                weights.Add(network.Parameters.ToArray());
            if (step < 3)
                Assert.Equal(network.Parameters.ToArray(), trainer.AveragedParameters.ToArray());
        }
        // The first update is left out.
        for (int i = 0; i < LinearClassifier.ParameterCount; i++)
            Assert.Equal(weights.Skip(1).Average(one => (double)one[i]), trainer.AveragedParameters[i], 1e-6);
    }

    [Fact]
    public void The_bits_do_not_depend_on_threads()
    {
        Numbers.AssertSameBits(Train(1), Train(2), "2 threads");
        Numbers.AssertSameBits(Train(1), Train(4), "4 threads");

        static float[] Train(int threads)
        {
            (float[] inputs, int[] labels) = Samples.Classes(16, seed: 2);
            using Trainer<LinearClassifier> trainer = new LinearClassifier(seed: 1).CreateTrainer(new LAMB(0.1), 16, new TrainerOptions { Average = new ExponentialAverage(0.5), Workers = threads });
            for (int step = 0; step < 5; step++)
                trainer.Step(inputs, labels);
            return trainer.AveragedParameters.ToArray();
        }
    }

    [Fact]
    public void Fit_validates_the_average_and_ends_with_it()
    {
        (float[] inputs, int[] labels) = Samples.Classes(60, seed: 5);
        (Dataset train, Dataset validation) = Dataset.FromArrays(inputs, labels).Split(0.75, seed: 1);
        var options = new FitOptions { Epochs = 3, BatchSize = 15, Optimizer = new SGD(0.5), Shuffle = false, RestoreBestWeights = false, Average = new ExponentialAverage(0.5) };
        var network = new LinearClassifier(seed: 1);
        TrainingHistory history = network.Fit(train, validation, options);
        Assert.Equal(history.Epochs[^1].ValidationLoss, network.Evaluate(validation).Loss);

        var byHand = new LinearClassifier(seed: 1);
        using Trainer<LinearClassifier> trainer = byHand.CreateTrainer(new SGD(0.5), 15, new TrainerOptions { Average = new ExponentialAverage(0.5) });
        for (int step = 0; step < 9; step++)
            trainer.Step(train.AllFeatures.Slice(step % 3 * 15 * 5, 15 * 5), train.AllLabels.Slice(step % 3 * 15, 15));
        Assert.Equal(trainer.AveragedParameters.ToArray(), network.Parameters.ToArray());
        Assert.NotEqual(byHand.Parameters.ToArray(), network.Parameters.ToArray());

        var best = new LinearClassifier(seed: 1);
        TrainingHistory same = best.Fit(train, validation, options with { RestoreBestWeights = true });
        Assert.Equal(same.BestValidationLoss, best.Evaluate(validation).Loss);
    }

    [Fact]
    public void Fit_tells_a_plateau_the_losses_of_its_epochs()
    {
        // A rate of 0 leaves the loss where it is: a patience of 0 drops after the second epoch, which is the first that does not improve.
        (float[] inputs, int[] labels) = Samples.Classes(20, seed: 5);
        Dataset data = Dataset.FromArrays(inputs, labels);
        List<long> seen = [];
        var watching = new LambdaSchedule(position =>
        {
            seen.Add(position.EpochLosses.Length);
            return 0;
        });
        TrainingHistory history = new LinearClassifier(seed: 1).Fit(data, options: new FitOptions { Epochs = 3, BatchSize = 10, Schedule = watching });
        Assert.Equal([0, 0, 1, 1, 2, 2], seen);
        Assert.Equal(0, history.Epochs[2].LearningRate);

        history = new LinearClassifier(seed: 1).Fit(data, options: new FitOptions { Epochs = 4, BatchSize = 20, Optimizer = new SGD(1e-30), Schedule = new PlateauSchedule(0, 0.5) { LeastDrop = 0 } });
        Assert.Equal([1e-30, 1e-30, 0.5e-30, 0.25e-30], history.Epochs.Select(epoch => epoch.LearningRate));
    }

    [Fact]
    public void Settings_are_checked_and_an_average_that_nobody_keeps_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("Decay", () => new ExponentialAverage(1));
        Assert.Throws<ArgumentOutOfRangeException>("Start", () => new RunningAverage(-1));
        Assert.Throws<ArgumentOutOfRangeException>("Interval", () => new RunningAverage(0) { Interval = 0 });
        using Trainer<LinearClassifier> trainer = new LinearClassifier().CreateTrainer(new SGD(), 1);
        Assert.Contains("without TrainerOptions.Average", Assert.Throws<InvalidOperationException>(() => trainer.AveragedParameters.Length).Message);
    }
}
