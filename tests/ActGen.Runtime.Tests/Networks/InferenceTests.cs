using ActGen.Runtime.Tests.Proofs.Programs;

namespace ActGen.Runtime.Tests.Networks;

public class InferenceTests
{
    [Fact]
    public void Forward_gives_logits_and_Predict_probabilities()
    {
        var network = new LinearClassifier(seed: 1);
        float[] inputs = Samples.Numbers(2 * LinearClassifier.InputSize, 1);
        var logits = new float[6];
        var probabilities = new float[6];
        network.Forward(inputs, logits);
        network.Predict(inputs, probabilities);
        Assert.Equal(1, probabilities[0] + probabilities[1] + probabilities[2], 1e-6);
        Assert.Equal(logits[0] - logits[1], MathF.Log(probabilities[0] / probabilities[1]), 1e-5);
        Assert.Equal(probabilities, network.Predict(inputs));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(300)]
    [InlineData(20_000)]
    public void A_row_alone_equals_the_row_in_a_batch(int rows)
    {
        var network = new LinearClassifier(seed: 2);
        float[] inputs = Samples.Numbers(rows * LinearClassifier.InputSize, rows);
        var together = new float[rows * LinearClassifier.OutputSize];
        network.Forward(inputs, together);
        var labels = new int[rows];
        network.Classify(inputs, labels);
        var alone = new float[LinearClassifier.OutputSize];
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<float> input = inputs.AsSpan(row * LinearClassifier.InputSize, LinearClassifier.InputSize);
            network.Forward(input, alone);
            Assert.Equal(alone, together.AsSpan(row * LinearClassifier.OutputSize, LinearClassifier.OutputSize).ToArray());
            Assert.Equal(labels[row], network.Classify(input));
            Assert.Equal(labels[row], alone.AsSpan().IndexOf(alone.Max()));
        }
    }

    [Fact]
    public void Decisions_of_one_call_come_from_one_set_of_weights()
    {
        // Raw outputs of 5,461 rows of 3 classes are held at once.
        var network = new ReplacedClassifier();
        var labels = new int[12_000];
        network.Load(label: 1);
        network.Classify(new float[labels.Length], labels, loadedMeanwhile: 2);
        Assert.All(labels, label => Assert.Equal(1, label));
        network.Classify(new float[labels.Length], labels, loadedMeanwhile: 0);
        Assert.All(labels, label => Assert.Equal(2, label));
    }

    [Fact]
    public void Wrong_lengths_name_argument_expected_and_actual_and_write_nothing()
    {
        var network = new LinearClassifier();
        float[] outputs = [7, 7, 7];
        var notWhole = Assert.Throws<ArgumentException>("inputs", () => network.Forward(new float[6], outputs));
        Assert.Contains("5", notWhole.Message);
        Assert.Contains("6", notWhole.Message);
        Assert.Throws<ArgumentException>("inputs", () => network.Forward([], outputs));
        var tooShort = Assert.Throws<ArgumentException>("outputs", () => network.Forward(new float[10], outputs));
        Assert.Contains("6 elements are expected, 3 were given", tooShort.Message);
        Assert.Throws<ArgumentException>("predictions", () => network.Predict(new float[10], outputs));
        Assert.Throws<ArgumentException>("labels", () => network.Classify(new float[10], new int[3]));
        Assert.Throws<ArgumentException>("input", () => network.Classify(new float[10]));
        Assert.Throws<ArgumentException>("inputs", () => network.Predict(new float[4]));
        Assert.Equal([7f, 7f, 7f], outputs);
    }

    [Fact]
    public void Overlapping_buffers_are_rejected()
    {
        var network = new LinearClassifier();
        var buffer = new float[7];
        Assert.Throws<ArgumentException>("outputs", () => network.Forward(buffer.AsSpan(0, 5), buffer.AsSpan(4, 3)));
        network.Forward(buffer.AsSpan(0, 5), new float[3]);
    }

    [Fact]
    public void A_regression_does_not_classify()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => new LinearRegressor().Classify(new float[4]));
        Assert.Contains("MSELoss", failure.Message);
    }

    [Fact]
    public void Inference_allocates_nothing_after_the_first_calls()
    {
        var network = new LinearClassifier();
        float[] inputs = Samples.Numbers(3000 * LinearClassifier.InputSize, 3);
        var outputs = new float[3000 * LinearClassifier.OutputSize];
        var labels = new int[3000];
        Assert.Equal(0, AllocationMeter.OfCall(UseAll));

        void UseAll()
        {
            network.Forward(inputs, outputs);
            network.Predict(inputs, outputs);
            network.Predict(inputs.AsSpan(0, 5), outputs.AsSpan(0, 3));
            network.Classify(inputs, labels);
            network.Classify(inputs.AsSpan(0, 5));
        }
    }

    [Fact]
    public void There_are_as_many_workspaces_as_callers_at_once()
    {
        var network = new LinearClassifier();
        ActGen.CompilerServices.NetworkState state = State(network);
        const int callers = 4, rows = 2000;
        using var together = new Barrier(callers);
        float[] inputs = Samples.Numbers(rows * LinearClassifier.InputSize, 4);
        var expected = new float[rows * LinearClassifier.OutputSize];
        network.Forward(inputs, expected);
        var threads = new Thread[callers];
        var results = new float[callers][];
        for (int i = 0; i < callers; i++)
        {
            int caller = i;
            results[caller] = new float[rows * LinearClassifier.OutputSize];
            threads[caller] = new Thread(() =>
            {
                together.SignalAndWait();
                for (int repeat = 0; repeat < 50; repeat++)
                    network.Forward(inputs, results[caller]);
            });
            threads[caller].Start();
        }
        foreach (Thread thread in threads)
            thread.Join();
        Assert.All(results, result => Assert.Equal(expected, result));
        Assert.InRange(state.WorkspaceCount, 1, callers);

        static ActGen.CompilerServices.NetworkState State<TNet>(TNet network)
            where TNet : INetworkCore<TNet> => network.State;
    }
}
