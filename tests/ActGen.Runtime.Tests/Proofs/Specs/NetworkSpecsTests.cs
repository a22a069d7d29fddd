using FsCheck;
using FsCheck.Fluent;

namespace ActGen.Runtime.Tests.Proofs.Specs;

/// <summary>Random networks are networks, they cover what there is, and shrinking them ends.</summary>
public sealed class NetworkSpecsTests
{
    private static readonly NetworkSpec[] Sample = [.. NetworkSpecs.Generator.Sample(700, new Rnd(1), 10), .. NetworkSpecs.GroupNormalized.Sample(100, new Rnd(2), 10)];

    [Fact]
    public void Every_sample_can_be_run()
    {
        Run run = new(Training: true, Seed: 1);
        foreach ((NetworkSpec spec, int i) in Sample.Select((spec, i) => (spec, i)))
        {
            Batch batch = Batch.Draw(spec, rows: 1 + (i % 4), seed: i, run);
            double[][] outputs = new Interpreter(spec).Forward(batch.Tensors, batch.Inputs, run).Outputs;
            Assert.True(double.IsFinite(spec.Loss!.Evaluate(outputs, batch.Targets!).Mean), spec.ToString());
        }
    }

    [Fact]
    public void Every_kind_of_layer_and_every_loss_is_drawn()
    {
        Assert.Equal(LossSpecs.All.Count, Sample.Select(spec => spec.Loss).Distinct().Count());
        Assert.Equal(21, Sample.SelectMany(spec => spec.Layers).Select(layer => layer.GetType()).Distinct().Count());
        Assert.Equal(NetworkCorpus.Activations.Count, Sample.SelectMany(spec => spec.Layers).OfType<ActivationSpec>().Where(activation => !activation.PerChannel).Distinct().Count());
        Assert.Contains(Sample, spec => spec.Positions > 1);
    }

    [Fact]
    public void Shrinking_ends_at_a_network_that_is_simple()
    {
        foreach (NetworkSpec spec in Sample.Take(50))
        {
            NetworkSpec current = spec;
            // Each step takes a layer, units, a bias, parameters, a dimension or the loss's options away: never more than a few hundred.
            for (int step = 0; NetworkSpecs.Shrink(current).FirstOrDefault() is { } simpler; step++)
            {
                Assert.True(step < 1000, $"Shrinking does not end for\n{spec}");
                current = simpler;
            }
            Assert.True(current.Layers.Count <= 2, $"Shrinking stops early at\n{current}");
        }
    }
}
