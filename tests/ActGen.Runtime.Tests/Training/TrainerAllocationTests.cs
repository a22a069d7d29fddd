using ActGen.Runtime.Tests.Layers;
using ActGen.Runtime.Tests.Networks;
using ActGen.Runtime.Tests.Proofs.Programs;

namespace ActGen.Runtime.Tests.Training;

/// <summary>Allocations of all threads are counted: nothing else may run meanwhile.</summary>
[Collection(nameof(Widths))]
public sealed class TrainerAllocationTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_step_allocates_nothing_on_any_thread(int threads)
    {
        var network = new LinearClassifier(seed: 1);
        (float[] inputs, int[] labels) = Samples.Classes(8, seed: 2);
        var targets = new float[24];
        using Trainer<LinearClassifier> trainer = network.CreateTrainer(
            new Adam(), 8, new TrainerOptions { Workers = threads, ClipNorm = 1, ClipValue = 1, AccumulationSteps = 2, CheckFinite = true, Average = new ExponentialAverage() });
        Assert.Equal(0, AllocationMeter.OfThread(StepBoth));
        Assert.Equal(0, AllocationMeter.OfProcess(StepBoth));

        void StepBoth()
        {
            trainer.Step(inputs, labels);
            trainer.Step(inputs, targets);
        }
    }
}
