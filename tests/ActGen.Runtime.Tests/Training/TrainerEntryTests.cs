using System.Reflection;
using ActGen.Runtime.Tests.Networks;

namespace ActGen.Runtime.Tests.Training;

public class TrainerEntryTests
{
    /// <summary>Two threads in one step would write the same buffers: the second is refused, and nothing is changed.</summary>
    [Fact]
    public void A_step_during_a_step_is_refused()
    {
        var network = new LinearClassifier(seed: 1);
        (float[] inputs, int[] labels) = Samples.Classes(8, seed: 2);
        using Trainer<LinearClassifier> trainer = network.CreateTrainer(new SGD(0.5), 8);
        FieldInfo entered = typeof(Trainer<LinearClassifier>).GetField("_isStepping", BindingFlags.Instance | BindingFlags.NonPublic)!;
        float[] before = network.Parameters.ToArray();

        entered.SetValue(trainer, 1);
        Assert.Contains("of LinearClassifier runs already", Assert.Throws<InvalidOperationException>(() => trainer.Step(inputs, labels)).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => trainer.Step(inputs, new float[8 * 3]));
        Assert.Equal(before, network.Parameters.ToArray());
        Assert.Equal(0, trainer.StepCount);

        entered.SetValue(trainer, 0);
        trainer.Step(inputs, labels);
        Assert.Equal(1, trainer.StepCount);
    }

    [Fact]
    public void A_step_that_is_refused_for_its_arguments_leaves_the_trainer_free()
    {
        var network = new LinearClassifier(seed: 1);
        (float[] inputs, int[] labels) = Samples.Classes(8, seed: 2);
        using Trainer<LinearClassifier> trainer = network.CreateTrainer(new SGD(0.5), 8);
        Assert.Throws<ArgumentException>(() => trainer.Step(inputs, labels.AsSpan(1)));
        Assert.Throws<ArgumentException>(() => trainer.Step(inputs, new float[1]));
        trainer.Step(inputs, labels);
    }

    /// <summary>A worker that ended in the middle of a step would leave the others waiting for it forever.</summary>
    [Fact]
    public void Disposal_waits_for_the_step_that_runs()
    {
        var network = new LinearClassifier(seed: 1);
        (float[] inputs, int[] labels) = Samples.Classes(8, seed: 2);
        for (int repeat = 0; repeat < 50; repeat++)
        {
            Trainer<LinearClassifier> trainer = network.CreateTrainer(new SGD(0.5), 8, new TrainerOptions { Workers = 3 });
            using var started = new ManualResetEventSlim();
            Exception? failure = null;
            var stepping = new Thread(() =>
            {
                try
                {
                    while (true)
                    {
                        trainer.Step(inputs, labels);
                        started.Set();
                    }
                }
                catch (InvalidOperationException exception)
                {
                    failure = exception;
                }
            });
            stepping.IsBackground = true;
            stepping.Start();
            started.Wait();
            var disposing = new Thread(trainer.Dispose) { IsBackground = true };
            disposing.Start();
            Assert.True(disposing.Join(TimeSpan.FromSeconds(60)) && stepping.Join(TimeSpan.FromSeconds(60)), "The step and its end wait for each other.");
            Assert.NotNull(failure);
            trainer.Dispose();
            Assert.Throws<ObjectDisposedException>(() => trainer.Step(inputs, labels));
        }
    }

    [Fact]
    public void Several_threads_at_once_are_refused_or_take_turns()
    {
        var network = new LinearClassifier(seed: 1);
        (float[] inputs, int[] labels) = Samples.Classes(64, seed: 2);
        using Trainer<LinearClassifier> trainer = network.CreateTrainer(new SGD(0.5), 64);
        int done = 0;
        Parallel.For(0, 400, _ =>
        {
            try
            {
                trainer.Step(inputs, labels);
                Interlocked.Increment(ref done);
            }
            catch (InvalidOperationException)
            {
            }
        });
        Assert.Equal(done, trainer.StepCount);
    }
}
