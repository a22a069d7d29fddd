using System.Runtime.CompilerServices;
using ActGen.CompilerServices;

namespace ActGen.Runtime.Tests.Networks;

public class PredictorTests
{
    private const int Rows = 700;

    private static readonly float[] Inputs = Samples.Numbers(Rows * LinearClassifier.InputSize, 3);

    [Fact]
    public void Scratch_that_no_buffer_holds_is_refused_with_its_size()
    {
        NetworkPlan plan = new(NetworkCode.Of<LinearClassifier>().Plan.Definition with { Inference = new BufferSizes(100, 0) { PerWorker = 1_000_000_000 } });
        Assert.Equal(2_000_000_100, plan.InferenceElements(1, workers: 2));
        ArgumentOutOfRangeException exception = Assert.Throws<ArgumentOutOfRangeException>(() => plan.InferenceElements(1, workers: 3));
        Assert.StartsWith("LinearClassifier takes 3,000,000,100 elements of scratch for 3 workers, one buffer holds 2,147,483,", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Callers_at_the_same_time_all_get_their_predictions()
    {
        var network = new LinearClassifier(seed: 4);
        using Predictor<LinearClassifier> predictor = Shared(network, workers: 3);
        float[] expected = network.Predict(Inputs);
        const int callers = 4;
        using var together = new Barrier(callers);
        var wrong = new int[callers];
        Thread[] threads = [.. Enumerable.Range(0, callers).Select(caller => new Thread(() =>
        {
            var predictions = new float[expected.Length];
            together.SignalAndWait();
            for (int repeat = 0; repeat < 200; repeat++)
            {
                Array.Clear(predictions);
                // Every caller has a batch of its own.
                predictor.Predict(Inputs.AsSpan(caller * LinearClassifier.InputSize), predictions.AsSpan(caller * LinearClassifier.OutputSize));
                if (!predictions.AsSpan(caller * LinearClassifier.OutputSize).SequenceEqual(expected.AsSpan(caller * LinearClassifier.OutputSize)))
                    wrong[caller]++;
            }
        }))];
        foreach (Thread thread in threads)
            thread.Start();
        foreach (Thread thread in threads)
            thread.Join();
        Assert.All(wrong, count => Assert.Equal(0, count));
    }

    [Fact]
    public void Raw_outputs_and_new_arrays_are_those_of_the_network()
    {
        var network = new LinearClassifier(seed: 4);
        using Predictor<LinearClassifier> predictor = Shared(network, workers: 2);
        float[] expected = new float[Rows * LinearClassifier.OutputSize], actual = new float[Rows * LinearClassifier.OutputSize];
        network.Forward(Inputs, expected);
        predictor.Forward(Inputs, actual);
        Assert.Equal(expected, actual);
        Assert.Equal(network.Predict(Inputs), predictor.Predict(Inputs));
        Assert.Same(network, predictor.Network);
    }

    [Fact]
    public void Weights_that_were_replaced_are_seen()
    {
        var network = new LinearClassifier(seed: 4);
        using Predictor<LinearClassifier> predictor = Shared(network, workers: 2);
        predictor.Predict(Inputs);
        network.Parameters.Fill(0.25f);
        Assert.Equal(network.Predict(Inputs), predictor.Predict(Inputs));
    }

    [Fact]
    public void What_does_not_fit_is_refused_before_anything_is_written()
    {
        using Predictor<LinearClassifier> predictor = Shared(new LinearClassifier(), workers: 2);
        float[] outputs = [7, 7, 7, 7];
        Assert.Contains("5 elements", Assert.Throws<ArgumentException>("inputs", () => predictor.Predict(new float[6], outputs)).Message);
        Assert.Contains("3 elements", Assert.Throws<ArgumentException>("predictions", () => predictor.Predict(new float[5], outputs)).Message);
        Assert.Throws<ArgumentException>("outputs", () => predictor.Forward(new float[5], outputs));
        Assert.Throws<ArgumentException>("inputs", () => predictor.Predict([]));
        Assert.All(outputs, value => Assert.Equal(7, value));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(1000)]
    public void Workers_are_at_most_those_allowed_and_the_processors(int most)
    {
        using Predictor<LinearClassifier> predictor = new LinearClassifier().CreatePredictor(new PredictorOptions { MaxDegreeOfParallelism = most });
        Assert.Equal(most is 1 or 2 ? Math.Min(most, Environment.ProcessorCount) : Environment.ProcessorCount, predictor.Workers);
    }

    [Fact]
    public void Fewer_than_no_threads_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new PredictorOptions { MaxDegreeOfParallelism = -1 });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_disposed_predictor_says_so_and_the_network_goes_on(int workers)
    {
        var network = new LinearClassifier();
        Predictor<LinearClassifier> predictor = Shared(network, workers);
        predictor.Dispose();
        predictor.Dispose();
        Assert.Throws<ObjectDisposedException>(() => predictor.Predict(Inputs));
        Assert.Equal(Rows * LinearClassifier.OutputSize, network.Predict(Inputs).Length);
    }

    [Fact]
    public void Disposal_ends_calls_that_follow_each_other_without_a_gap()
    {
        var network = new LinearClassifier(seed: 4);
        float[] expected = network.Predict(Inputs);
        for (int repeat = 0; repeat < 20; repeat++)
        {
            Predictor<LinearClassifier> predictor = Shared(network, workers: 3);
            int wrong = 0, ended = 0;
            using var started = new CountdownEvent(3);
            Thread[] callers = [.. Enumerable.Range(0, 3).Select(_ => new Thread(() =>
            {
                var predictions = new float[expected.Length];
                started.Signal();
                try
                {
                    while (true)
                    {
                        predictor.Predict(Inputs, predictions);
                        if (!predictions.AsSpan().SequenceEqual(expected))
                            Interlocked.Increment(ref wrong);
                    }
                }
                catch (ObjectDisposedException)
                {
                    Interlocked.Increment(ref ended);
                }
            }) { IsBackground = true })];
            foreach (Thread caller in callers)
                caller.Start();
            started.Wait();
            var disposing = new Thread(predictor.Dispose) { IsBackground = true };
            disposing.Start();
            Assert.True(disposing.Join(TimeSpan.FromSeconds(60)), "The disposal waits forever.");
            Assert.All(callers, caller => Assert.True(caller.Join(TimeSpan.FromSeconds(60))));
            Assert.Equal((0, 3), (wrong, ended));
        }
    }

    [Fact]
    public void A_forgotten_predictor_can_be_collected()
    {
        WeakReference forgotten = Forget();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.False(forgotten.IsAlive);
    }

    // A method of its own: in its caller the predictor could stay reachable from the stack.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Forget()
    {
        Predictor<LinearClassifier> predictor = Shared(new LinearClassifier(), workers: 2);
        predictor.Predict(Inputs);
        return new WeakReference(predictor);
    }

    private static Predictor<LinearClassifier> Shared(LinearClassifier network, int workers) => network.CreatePredictor(new PredictorOptions { Workers = workers });
}
