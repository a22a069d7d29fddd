using System.Diagnostics.Metrics;
using ActGen.Probe;
using ActGen.Runtime.Tests.Layers;
using ActGen.Runtime.Tests.Networks;
using ActGen.Runtime.Tests.Proofs.Programs;

namespace ActGen.Runtime.Tests.Telemetry;

/// <summary>What a network with telemetry says of its layers, against the same numbers computed in another way.</summary>
[Collection(nameof(Widths))]
public sealed class TelemetryTests
{
    private const int Rows = 37;

    private static readonly float[] Inputs = Samples.Numbers(Rows * Observed.InputSize, seed: 5);
    private static readonly int[] Labels = [.. Enumerable.Range(0, Rows).Select(row => row % 3)];

    [Fact]
    public void The_first_layer_is_what_its_formula_says()
    {
        var network = new Observed(seed: 3);
        // A unit that no row reaches, and one that all reach.
        ParameterInfo bias = Observed.ParameterTable.Single(tensor => tensor.Name == "layer1.bias");
        network.Parameters[bias.Offset] = -100;
        network.Parameters[bias.Offset + 1] = 100;
        double[] outputs = FirstLayer(network.Parameters);
        LayerTelemetry first = Step(network, workers: 1)[0];

        Assert.Equal("Dense 12 + ReLU", first.Layer);
        Assert.Equal(outputs.Average(), first.ActivationMean, 1e-5);
        Assert.Equal(Math.Sqrt(outputs.Average(y => y * y)), first.ActivationRms, 1e-5);
        int dead = Enumerable.Range(0, 12).Count(unit => Enumerable.Range(0, 2 * Rows).All(position => outputs[(position * 12) + unit] == 0));
        Assert.True(dead >= 1);
        Assert.Equal(dead / 12.0, first.DeadShare);
        Assert.Null(first.SaturatedShare);
    }

    [Fact]
    public void Tanh_is_saturated_where_its_slope_is_below_a_hundredth()
    {
        var network = new Observed(seed: 3);
        // tanh′ = 1 − y² < 0.01 where |z| > artanh √0.99 = 2.993: beyond it on either side, and just before.
        Span<float> parameters = network.Parameters;
        Fill(parameters, "layer2.weight", static _ => 0);
        Fill(parameters, "layer2.bias", static unit => unit switch { 0 => 3.0f, 1 => -3.0f, 2 => 2.98f, 3 => 20, _ => 0.5f });
        LayerTelemetry second = Step(network, workers: 1)[1];
        Assert.Equal(3.0 / 17, second.SaturatedShare!.Value, 1e-12);
        Assert.Null(second.DeadShare);
    }

    [Fact]
    public void The_gradient_at_the_output_is_that_of_the_loss()
    {
        var network = new Observed(seed: 3);
        using Trainer<Observed> trainer = network.CreateTrainer(new SGD(0.1), Rows);
        trainer.Step(Inputs, Labels);
        double squares = 0;
        for (int row = 0; row < Rows; row++)
        {
            double[] exponentials = [.. trainer.Outputs.Slice(row * 3, 3).ToArray().Select(z => Math.Exp(z))];
            for (int i = 0; i < 3; i++)
                squares += Math.Pow(((exponentials[i] / exponentials.Sum()) - (Labels[row] == i ? 1 : 0)) / Rows, 2);
        }
        LayerTelemetry last = trainer.Telemetry[^1];
        Assert.Equal(Math.Sqrt(squares / (3 * Rows)), last.GradientRms!.Value, 1e-7);
        Assert.Equal(0, last.GradientMean!.Value, 1e-7);
        Assert.All(trainer.Telemetry, layer => Assert.True(layer.GradientRms > 0));
    }

    [Fact]
    public void The_update_ratio_is_the_change_of_the_weights_without_the_bias()
    {
        var network = new Observed(seed: 3);
        ParameterInfo weights = Observed.ParameterTable.Single(tensor => tensor.Name == "layer3.weight");
        float[] before = network.Parameters.Slice(weights.Offset, weights.Length).ToArray();
        IReadOnlyList<LayerTelemetry> layers = Step(network, workers: 1);
        float[] after = network.Parameters.Slice(weights.Offset, weights.Length).ToArray();
        double expected = Math.Sqrt(before.Zip(after, (x, y) => Math.Pow((double)y - x, 2)).Sum() / before.Sum(x => (double)x * x));
        Assert.Equal(expected, layers[3].UpdateRatio!.Value, 1e-12);
        Assert.Null(layers[2].UpdateRatio);
    }

    [Fact]
    public void The_update_ratio_of_a_recurrent_layer_is_that_of_all_its_directions()
    {
        var network = new ObservedSequences(seed: 3);
        using Trainer<ObservedSequences> trainer = network.CreateTrainer(new SGD(0.1), Rows);
        float[] before = [.. network.Parameters];
        trainer.Step(Samples.Numbers(Rows * ObservedSequences.InputSize, seed: 2), Labels);
        foreach (int layer in (int[])[1, 2])
        {
            ParameterInfo[] weights = [.. ObservedSequences.ParameterTable.Where(tensor => tensor.Name.StartsWith($"layer{layer}.weight_", StringComparison.Ordinal))];
            Assert.Equal(layer == 1 ? 4 : 2, weights.Length);
            double change = 0, size = 0;
            foreach (int i in weights.SelectMany(tensor => Enumerable.Range(tensor.Offset, tensor.Length)))
                (change, size) = (change + Math.Pow((double)network.Parameters[i] - before[i], 2), size + ((double)before[i] * before[i]));
            Assert.Equal(Math.Sqrt(change / size), trainer.Telemetry[layer - 1].UpdateRatio!.Value, 1e-12);
        }
    }

    [Fact]
    public void Steps_that_only_accumulate_update_nothing()
    {
        using Trainer<Observed> trainer = new Observed(seed: 3).CreateTrainer(new SGD(0.1), Rows, new TrainerOptions { AccumulationSteps = 2 });
        trainer.Step(Inputs, Labels);
        Assert.Null(trainer.Telemetry[0].UpdateRatio);
        trainer.Step(Inputs, Labels);
        Assert.True(trainer.Telemetry[0].UpdateRatio > 0);
    }

    [Fact]
    public void Neither_workers_nor_the_width_of_vectors_change_a_bit()
    {
        IReadOnlyList<LayerTelemetry> expected = Step(new Observed(seed: 3), workers: 1);
        Assert.Equal(5, expected.Count);
        foreach (int workers in new[] { 2, 3, 5 })
            Assert.Equal(expected, Step(new Observed(seed: 3), workers));
        foreach (int width in Widths.All)
            Widths.Force(width, () => Assert.Equal(expected, Step(new Observed(seed: 3), workers: 2)));
    }

    [Fact]
    public void Watching_changes_no_weight()
    {
        var observed = new Observed(seed: 3);
        var unobserved = new Unobserved(seed: 3);
        using Trainer<Observed> first = observed.CreateTrainer(new AdamW(0.01), Rows);
        using Trainer<Unobserved> second = unobserved.CreateTrainer(new AdamW(0.01), Rows);
        for (int step = 0; step < 5; step++)
            Assert.Equal(second.Step(Inputs, Labels), first.Step(Inputs, Labels));
        Assert.Equal(unobserved.Parameters, observed.Parameters);
    }

    [Fact]
    public void Running_statistics_are_no_updates()
    {
        var network = new ObservedBatches(seed: 1);
        using Trainer<ObservedBatches> trainer = network.CreateTrainer(new SGD(0.1), Rows);
        trainer.Step(Samples.Numbers(Rows * ObservedBatches.InputSize, seed: 2), Labels);
        Assert.Equal([true, false, true], trainer.Telemetry.Select(layer => layer.UpdateRatio is not null));
        Assert.All(trainer.Telemetry, layer => Assert.True(layer.GradientRms > 0));
    }

    [Fact]
    public void Nothing_is_recorded_where_backward_does_not_go()
    {
        var network = new ObservedRegression(seed: 1);
        float[] inputs = Samples.Numbers(4 * 6, seed: 2), targets = Samples.Numbers(4 * 2, seed: 3);
        using (Trainer<ObservedRegression> trainer = network.CreateTrainer(new SGD(0.1), 4, new TrainerOptions { InputGradients = false }))
        {
            trainer.Step(inputs, targets);
            Assert.Equal([false, false, true], trainer.Telemetry.Select(layer => layer.GradientRms is not null));
        }
        using Trainer<ObservedRegression> asked = network.CreateTrainer(new SGD(0.1), 4);
        asked.Step(inputs, targets);
        Assert.All(asked.Telemetry, layer => Assert.True(layer.GradientRms > 0));
    }

    [Fact]
    public void An_epoch_counts_a_unit_as_dead_only_if_no_step_reached_it()
    {
        // Each row is a batch of its own. The unit reads the first input alone: positive in row 0 only.
        float[] inputs = new float[2 * Observed.InputSize];
        inputs[0] = 1;
        inputs[Observed.InputSize] = -1;
        var network = new Observed(seed: 3);
        Fill(network.Parameters, "layer1.weight", static i => i == 0 ? 1 : 0);
        Fill(network.Parameters, "layer1.bias", static unit => unit == 0 ? 0 : -1);
        TrainingHistory history = network.Fit(Dataset.FromArrays(inputs, [0, 1], [2, 8], classes: 3), options: new FitOptions { Epochs = 2, BatchSize = 1, Shuffle = false, Optimizer = new SGD(1e-6) });
        Assert.All(history.Epochs, epoch => Assert.Equal(11.0 / 12, epoch.Layers[0].DeadShare));
        Assert.All(history.Epochs, epoch => Assert.Equal(5, epoch.Layers.Count));
    }

    [Fact]
    public void A_listener_hears_the_last_step_and_a_deaf_process_pays_no_allocation()
    {
        var network = new Observed(seed: 3);
        using Trainer<Observed> trainer = network.CreateTrainer(new SGD(0.1), Rows);
        Assert.Equal(0, AllocationMeter.OfThread(() => trainer.Step(Inputs, Labels)));

        var heard = new Dictionary<(string, int), double>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == "ActGen")
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) =>
        {
            Assert.Equal("Observed", tags[0].Value);
            heard[(instrument.Name, (int)tags[2].Value!)] = value;
        });
        listener.Start();
        trainer.Step(Inputs, Labels);
        IReadOnlyList<LayerTelemetry> layers = trainer.Telemetry;
        Assert.Equal(layers[0].ActivationRms, heard[("actgen.layer.activation.rms", 0)]);
        Assert.Equal(layers[0].DeadShare, heard[("actgen.layer.dead", 0)]);
        Assert.Equal(layers[1].SaturatedShare, heard[("actgen.layer.saturated", 2)]);
        Assert.Equal(layers[4].GradientRms, heard[("actgen.layer.gradient.rms", 5)]);
        Assert.Equal(layers[4].UpdateRatio, heard[("actgen.layer.update_ratio", 5)]);
        Assert.DoesNotContain(("actgen.layer.dead", 2), heard.Keys);
    }

    [Fact]
    public void Of_an_image_a_unit_is_a_filter()
    {
        var network = new ObservedImages(seed: 2);
        ParameterInfo bias = ObservedImages.ParameterTable.Single(tensor => tensor.Name == "layer1.bias");
        network.Parameters[bias.Offset + 2] = -100;
        float[] inputs = Samples.Numbers(5 * ObservedImages.InputSize, seed: 3);
        IReadOnlyList<LayerTelemetry> expected = Step(1);
        Assert.Equal(["Conv2D 4 3×3 + ReLU", "MaxPool2D 2", "Dense 3"], expected.Select(layer => layer.Layer));
        Assert.Equal(0.25, expected[0].DeadShare);
        Assert.All(expected, layer => Assert.True(layer.GradientRms > 0));
        foreach (int workers in new[] { 2, 3 })
            Assert.Equal(expected, Step(workers));

        IReadOnlyList<LayerTelemetry> Step(int workers)
        {
            using Trainer<ObservedImages> trainer = network.CreateTrainer(new SGD(0), 5, new TrainerOptions { Workers = workers });
            trainer.Step(inputs, [0, 1, 2, 0, 1]);
            return trainer.Telemetry;
        }
    }

    /// <summary>Where nobody looks at the layers one by one a pool is computed with the convolution before it, and steps have the same bits.</summary>
    [Fact]
    public void Pools_are_parts_of_convolutions_where_nobody_looks()
    {
        const int rows = 37;
        float[] inputs = Samples.Numbers(rows * ObservedPools.InputSize, seed: 3);
        int[] labels = [.. Enumerable.Range(0, rows).Select(static row => row % 3)];
        (float[] expected, float[] outputs) = Trained(new ObservedPools(seed: 4), workers: 1);
        foreach (int workers in new[] { 1, 2, 3 })
        {
            (float[] parameters, float[] unobserved) = Trained(new UnobservedPools(seed: 4), workers);
            Layers.Numbers.AssertSameBits(expected, parameters, $"{workers} workers: parameters");
            Layers.Numbers.AssertSameBits(outputs, unobserved, $"{workers} workers: outputs");
        }

        (float[] Parameters, float[] Outputs) Trained<TNet>(TNet network, int workers)
            where TNet : INetwork<TNet>
        {
            using Trainer<TNet> trainer = network.CreateTrainer(new SGD(0.1), rows, new TrainerOptions { Workers = workers });
            List<float> losses = [trainer.Step(inputs, labels), trainer.Step(inputs, labels)];
            Assert.Equal(0, AllocationMeter.OfThread(() => losses[0] = trainer.Step(inputs, labels)));
            float[] outputs = new float[rows * 3];
            network.Forward(inputs, outputs);
            return ([.. network.State.Parameters, .. losses], outputs);
        }
    }

    [Fact]
    public void Activations_are_described_as_functions()
    {
        LayerActivation[] activations = [.. Observed.Summary.Layers.Select(layer => layer.Activation).OfType<LayerActivation>()];
        Assert.Equal(["ReLU", "Tanh", "LeakyReLU(0.2)"], activations.Select(activation => activation.Name));
        var values = new float[2];
        activations[2].Apply([-1, 2], values);
        Assert.Equal([-0.2f, 2], values);
        activations[2].Derivative([-1, 2], values);
        Assert.Equal([0.2f, 1], values);
        Assert.All(Unobserved.Summary.Layers, layer => Assert.Null(layer.Activation));
    }

    [Fact]
    public void Who_records_nothing_says_how_to()
    {
        using Trainer<Unobserved> silent = new Unobserved().CreateTrainer(new SGD(0.1), Rows);
        Assert.Contains("Telemetry = true", Assert.Throws<InvalidOperationException>(() => silent.Telemetry).Message);
        using Trainer<Observed> early = new Observed().CreateTrainer(new SGD(0.1), Rows);
        Assert.Contains("has not taken a step", Assert.Throws<InvalidOperationException>(() => early.Telemetry).Message);
        Assert.Empty(new Unobserved().Fit(Dataset.FromArrays(Inputs, Labels, [2, 8]), options: new FitOptions { Epochs = 1 }).Epochs[0].Layers);
    }

    private static IReadOnlyList<LayerTelemetry> Step(Observed network, int workers)
    {
        using Trainer<Observed> trainer = network.CreateTrainer(new SGD(0.1), Rows, new TrainerOptions { Workers = workers });
        trainer.Step(Inputs, Labels);
        return trainer.Telemetry;
    }

    private static void Fill(Span<float> parameters, string name, Func<int, float> value)
    {
        ParameterInfo tensor = Observed.ParameterTable.Single(tensor => tensor.Name == name);
        for (int i = 0; i < tensor.Length; i++)
            parameters[tensor.Offset + i] = value(i);
    }

    /// <summary>max(0, x·W + b), position by position.</summary>
    private static double[] FirstLayer(ReadOnlySpan<float> parameters)
    {
        var outputs = new double[2 * Rows * 12];
        for (int position = 0; position < 2 * Rows; position++)
        {
            for (int unit = 0; unit < 12; unit++)
            {
                double z = parameters[(8 * 12) + unit];
                for (int k = 0; k < 8; k++)
                    z += (double)Inputs[(position * 8) + k] * parameters[(k * 12) + unit];
                outputs[(position * 12) + unit] = Math.Max(0, z);
            }
        }
        return outputs;
    }
}
