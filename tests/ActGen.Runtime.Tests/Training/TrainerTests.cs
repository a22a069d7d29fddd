using ActGen.Runtime.Tests.Networks;

namespace ActGen.Runtime.Tests.Training;

public class TrainerTests
{
    [Fact]
    public void A_step_returns_the_mean_loss_and_descends()
    {
        var network = new LinearClassifier(seed: 1);
        (float[] inputs, int[] labels) = Samples.Classes(20, seed: 2);
        double expected = Enumerable.Range(0, 20).Average(row => -Math.Log(network.Predict(inputs.AsSpan(row * 5, 5))[labels[row]]));
        using Trainer<LinearClassifier> trainer = network.CreateTrainer(new SGD(0.5), 20);
        float first = trainer.Step(inputs, labels);
        Assert.Equal(expected, first, 1e-6);
        float last = first;
        for (int step = 0; step < 200; step++)
            last = trainer.Step(inputs, labels);
        Assert.True(last < first / 2, $"{first} → {last}");
        Assert.Equal(201, trainer.StepCount);
    }

    [Fact]
    public void Gradients_and_input_gradients_are_derivatives_of_the_loss()
    {
        var network = new LinearClassifier(seed: 3);
        (float[] inputs, int[] labels) = Samples.Classes(4, seed: 4);
        using Trainer<LinearClassifier> trainer = network.CreateTrainer(new SGD(0), 7);
        Assert.True(trainer.InputGradients.IsEmpty);
        trainer.Step(inputs, labels);
        float[] gradients = trainer.Gradients.ToArray(), inputGradients = trainer.InputGradients.ToArray();
        Assert.Equal(LinearClassifier.ParameterCount, gradients.Length);
        Assert.Equal(inputs.Length, inputGradients.Length);
        for (int i = 0; i < gradients.Length; i++)
            Assert.Equal(Difference(ref network.Parameters[i]), gradients[i], 2e-3);
        for (int i = 0; i < inputs.Length; i++)
            Assert.Equal(Difference(ref inputs[i]), inputGradients[i], 2e-3);

        double Difference(ref float value)
        {
            const float step = 0.01f;
            float old = value;
            value = old + step;
            double above = trainer.Step(inputs, labels);
            value = old - step;
            double below = trainer.Step(inputs, labels);
            value = old;
            return (above - below) / (2 * step);
        }
    }

    [Fact]
    public void Soft_targets_that_are_labels_give_the_same_step()
    {
        (float[] inputs, int[] labels) = Samples.Classes(9, seed: 5);
        var soft = new float[27];
        for (int row = 0; row < 9; row++)
            soft[(row * 3) + labels[row]] = 1;
        var one = new LinearClassifier(seed: 6);
        var other = new LinearClassifier(seed: 6);
        using Trainer<LinearClassifier> byLabels = one.CreateTrainer(new SGD(0.1), 9);
        using Trainer<LinearClassifier> bySoft = other.CreateTrainer(new SGD(0.1), 9);
        Assert.Equal(byLabels.Step(inputs, labels), bySoft.Step(inputs, soft));
        Assert.Equal(one.Parameters.ToArray(), other.Parameters.ToArray());
    }

    [Fact]
    public void Ignored_rows_do_not_count_and_all_ignored_is_no_loss()
    {
        var network = new LinearClassifier(seed: 1);
        (float[] inputs, int[] labels) = Samples.Classes(4, seed: 2);
        using Trainer<LinearClassifier> trainer = network.CreateTrainer(new SGD(0), 4);
        labels[2] = labels[3] = -100;
        float part = trainer.Step(inputs, labels);
        Assert.Equal(trainer.Step(inputs.AsSpan(0, 10), labels.AsSpan(0, 2)), part, 1e-6);
        labels.AsSpan().Fill(-100);
        Assert.Equal(0f, trainer.Step(inputs, labels));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(8)]
    public void Any_number_of_threads_gives_the_same_bits(int threads)
    {
        Assert.Equal(Train(1), Train(threads));

        static float[] Train(int threads)
        {
            var network = new LinearClassifier(seed: 1);
            (float[] inputs, int[] labels) = Samples.Classes(64, seed: 2);
            using Trainer<LinearClassifier> trainer = network.CreateTrainer(
                new AdamW(0.01), 64, new TrainerOptions { Workers = threads, ClipNorm = 0.1 });
            Assert.Equal(threads, trainer.Workers);
            var losses = new float[300];
            for (int step = 0; step < losses.Length; step++)
                losses[step] = trainer.Step(inputs.AsSpan(0, 5 * (1 + (step % 64))), labels.AsSpan(0, 1 + (step % 64)));
            return [.. network.Parameters, .. losses, .. trainer.Gradients, .. trainer.InputGradients];
        }
    }

    [Fact]
    public void Accumulated_parts_equal_the_whole_batch()
    {
        (float[] inputs, int[] labels) = Samples.Classes(12, seed: 7);
        var whole = new LinearClassifier(seed: 8);
        var parts = new LinearClassifier(seed: 8);
        float[] start = parts.Parameters.ToArray();
        using Trainer<LinearClassifier> atOnce = whole.CreateTrainer(new SGD(0.1), 12);
        using Trainer<LinearClassifier> inParts = parts.CreateTrainer(new SGD(0.1), 4, new TrainerOptions { AccumulationSteps = 3 });
        atOnce.Step(inputs, labels);
        for (int part = 0; part < 3; part++)
        {
            Assert.Equal(start, parts.Parameters.ToArray());
            inParts.Step(inputs.AsSpan(part * 20, 20), labels.AsSpan(part * 4, 4));
        }
        for (int i = 0; i < start.Length; i++)
            Assert.Equal(whole.Parameters[i], parts.Parameters[i], 1e-6f);
        Assert.NotEqual(start, parts.Parameters.ToArray());
    }

    [Fact]
    public void Clipping_by_norm_scales_all_gradients_alike()
    {
        var network = new LinearClassifier(seed: 1);
        (float[] inputs, int[] labels) = Samples.Classes(6, seed: 2);
        using Trainer<LinearClassifier> free = network.CreateTrainer(new SGD(0), 6);
        using Trainer<LinearClassifier> clipped = network.CreateTrainer(new SGD(0), 6, new TrainerOptions { ClipNorm = 0.01 });
        using Trainer<LinearClassifier> loose = network.CreateTrainer(new SGD(0), 6, new TrainerOptions { ClipNorm = 100 });
        free.Step(inputs, labels);
        clipped.Step(inputs, labels);
        loose.Step(inputs, labels);
        double norm = Math.Sqrt(free.Gradients.ToArray().Sum(g => (double)g * g));
        for (int i = 0; i < free.Gradients.Length; i++)
            Assert.Equal(free.Gradients[i] * 0.01 / (norm + 1e-6), clipped.Gradients[i], 1e-8);
        Assert.Equal(free.Gradients.ToArray(), loose.Gradients.ToArray());
    }

    [Fact]
    public void Clipping_by_value_clamps()
    {
        var network = new LinearClassifier(seed: 1);
        (float[] inputs, int[] labels) = Samples.Classes(6, seed: 2);
        using Trainer<LinearClassifier> free = network.CreateTrainer(new SGD(0), 6);
        using Trainer<LinearClassifier> clipped = network.CreateTrainer(new SGD(0), 6, new TrainerOptions { ClipValue = 0.05 });
        free.Step(inputs, labels);
        clipped.Step(inputs, labels);
        Assert.Contains(free.Gradients.ToArray(), g => Math.Abs(g) > 0.05f);
        Assert.Equal(free.Gradients.ToArray().Select(g => Math.Clamp(g, -0.05f, 0.05f)), clipped.Gradients.ToArray());
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5000)]
    [InlineData(8193)]
    public void The_norm_does_not_overflow(int count)
    {
        float[] gradients = [.. Enumerable.Repeat(1e20f, count)];
        var sums = new double[GradientNorm.Blocks(count)];
        GradientNorm.SumBlocks(gradients, 0, count, sums);
        double exact = 1e20f * Math.Sqrt(count);
        Assert.InRange(GradientNorm.OfBlocks(sums), exact * (1 - 1e-12), exact * (1 + 1e-12));
    }

    [Fact]
    public void The_wrong_kind_of_target_names_the_loss()
    {
        using Trainer<LinearRegressor> trainer = new LinearRegressor().CreateTrainer(new SGD(), 2);
        var failure = Assert.Throws<ArgumentException>("labels", () => trainer.Step(new float[4], [1]));
        Assert.Contains("MSELoss", failure.Message);
    }

    [Fact]
    public void Wrong_arguments_change_nothing()
    {
        var network = new LinearClassifier(seed: 1);
        Trainer<LinearClassifier> trainer = network.CreateTrainer(new Adam(), 2, new TrainerOptions { CheckFinite = true });
        float[] before = network.Parameters.ToArray();
        Assert.Throws<ArgumentException>("inputs", () => trainer.Step([], new int[1]));
        Assert.Throws<ArgumentException>("inputs", () => trainer.Step(new float[6], new int[1]));
        Assert.Contains("3 rows", Assert.Throws<ArgumentException>("inputs", () => trainer.Step(new float[15], new int[3])).Message);
        Assert.Throws<ArgumentException>("labels", () => trainer.Step(new float[10], new int[1]));
        var label = Assert.Throws<ArgumentOutOfRangeException>("labels", () => trainer.Step(new float[10], [0, 3]));
        Assert.Contains("labels[1] is 3", label.Message);
        Assert.Contains("0 to 2", label.Message);
        Assert.Throws<ArgumentOutOfRangeException>("labels", () => trainer.Step(new float[10], [0, -1]));
        Assert.Throws<ArgumentException>("targets", () => trainer.Step(new float[10], new float[5]));
        Assert.Contains("Element 2 of row 1", Assert.Throws<ArgumentException>("inputs", () => trainer.Step([0, 0, 0, 0, 0, 0, 0, float.NaN, 0, 0], [0, 0])).Message);
        Assert.Throws<ArgumentException>("targets", () => trainer.Step(new float[5], [0, float.PositiveInfinity, 0]));
        Assert.Throws<ArgumentOutOfRangeException>("LearningRate", () => trainer.LearningRate = -1);
        trainer.Dispose();
        Assert.Throws<ObjectDisposedException>(() => trainer.Step(new float[5], new int[1]));
        Assert.Equal(before, network.Parameters.ToArray());
        Assert.Equal(0, trainer.StepCount);
        Assert.Throws<ArgumentOutOfRangeException>("batchSize", () => network.CreateTrainer(new Adam(), 0));
        Assert.Throws<ArgumentOutOfRangeException>("batchSize", () => network.CreateTrainer(new Adam(), int.MaxValue));
        Assert.Throws<ArgumentNullException>("optimizer", () => network.CreateTrainer(null!, 1));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void A_worker_that_fails_ends_the_step_and_not_the_trainer(int threads)
    {
        var network = new LinearRegressor(seed: 1);
        using Trainer<LinearRegressor> trainer = network.CreateTrainer(new SGD(0.1), 16, new TrainerOptions { Workers = threads, InputGradients = false });
        float[] inputs = Samples.Numbers(64, 1), targets = Samples.Numbers(32, 2);
        float[] before = network.Parameters.ToArray();
        for (int poisoned = 0; poisoned < 16; poisoned++)
        {
            float kept = inputs[poisoned * 4];
            inputs[poisoned * 4] = LinearRegressor.Poison;
            Assert.Equal("poisoned row", Assert.Throws<InvalidDataException>(() => trainer.Step(inputs, targets)).Message);
            inputs[poisoned * 4] = kept;
        }
        Assert.Equal(before, network.Parameters.ToArray());
        float first = trainer.Step(inputs, targets);
        Assert.True(trainer.Step(inputs, targets) < first);
    }

    [Fact]
    public void Learning_rate_can_change_between_steps()
    {
        var network = new LinearClassifier(seed: 1);
        (float[] inputs, int[] labels) = Samples.Classes(4, seed: 2);
        using Trainer<LinearClassifier> trainer = network.CreateTrainer(new SGD(0.1), 4);
        Assert.Equal(0.1, trainer.LearningRate);
        trainer.LearningRate = 0;
        float[] before = network.Parameters.ToArray();
        trainer.Step(inputs, labels);
        Assert.Equal(before, network.Parameters.ToArray());
    }

    [Fact]
    public void Input_gradients_can_be_switched_off()
    {
        using Trainer<LinearClassifier> trainer = new LinearClassifier().CreateTrainer(new SGD(), 4, new TrainerOptions { InputGradients = false });
        trainer.Step(new float[5], new int[1]);
        Assert.Throws<InvalidOperationException>(() => trainer.InputGradients.Length);
    }
}
