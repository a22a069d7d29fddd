using ActGen.Frontend.Model;
using ActGen.Generator.Planning;
using ActGen.Runtime.Tests.Proofs.Programs;
using ActGen.Runtime.Tests.Proofs.Specs;

namespace ActGen.Runtime.Tests.Proofs;

/// <summary>Where values lie is right for workers who run at different speeds, which a run shows only at times.</summary>
public sealed class TrainingPlanTests
{
    /// <summary>Behind a product's last meeting one worker is still busy with its own rows of the gradient that the product reads, while another one has gone on
    /// to the steps before the product, up to the next meeting: what those write lies elsewhere.</summary>
    [Fact]
    public void Nobody_overwrites_a_gradient_that_a_slower_worker_still_reads()
    {
        NetworkSpec[] specs = [.. DeterministicNetworks.Specs, .. NetworkCorpus.RowPlaces, .. NetworkCorpus.Layers, .. NetworkCorpus.Recurrents];
        int written = 0;
        foreach ((NetworkSpec spec, TrainingPlan plan) in specs.Zip(NetworkFactory.TrainingPlans(specs)))
        {
            for (int product = plan.Steps.Count - 1; product > 0; product--)
            {
                if (!Meets(plan.Steps[product]))
                    continue;
                foreach (Slot read in (plan.Steps[product].Recurrent?.Directions.SelectMany(direction => direction.Kept) ?? []).Append(plan.Steps[product].OutputGradient))
                {
                    for (int i = product - 1; i >= 0 && !Meets(plan.Steps[i]); i--)
                    {
                        Slot gradient = plan.Steps[i].InputGradient;
                        written++;
                        Assert.False(gradient.Place == Place.Buffer && read.Place == Place.Buffer && gradient.Offset < read.Offset + read.Width && read.Offset < gradient.Offset + gradient.Width, $"step {i} writes its gradient over what step {product} reads, in\n{spec}");
                    }
                }
            }
        }
        Assert.True(written > 0);
    }

    /// <summary>The front end refuses a network by what its layers say that they may hold: no plan holds more, even where nothing took the place of anything else.</summary>
    [Fact]
    public void No_plan_holds_more_than_its_layers_say()
    {
        NetworkSpec[] specs = [.. DeterministicNetworks.Specs, .. NetworkCorpus.RowPlaces, .. NetworkCorpus.Layers, .. NetworkCorpus.Recurrents];
        foreach ((NetworkSpec spec, TrainingPlan plan) in specs.Zip(NetworkFactory.TrainingPlans(specs)))
        {
            PlannedLayer[] layers = [.. plan.Steps.SelectMany(step => new[] { step.Stage.Layer, step.Stage.IsProduct ? step.Stage.Activation : null, step.Stage.Pool }).OfType<PlannedLayer>()];
            long values = plan.Steps.SelectMany(Buffers).OfType<Slot>().Where(slot => slot.Place == Place.Buffer).DistinctBy(slot => slot.Name).Sum(slot => (long)slot.Width);
            Assert.True(values <= layers.Select((layer, i) => layer.ValuesPerRow(i == 0 ? null : layers[i - 1])).Sum(), $"{values} values of a row in\n{spec}");
            long weights = layers.Max(layer => (long)layer.TurnedWeights);
            Assert.True(plan.Fixed <= weights + layers.Sum(layer => layer.ValuesPerBatch), $"{plan.Fixed} values of the batch in\n{spec}");
        }
    }

    /// <summary>Whether workers meet in it and read what others wrote.</summary>
    private static bool Meets(TrainingStep step) => step.Stage.Layer is PlannedProduct or PlannedRecurrent;

    private static IEnumerable<Slot?> Buffers(TrainingStep step) =>
        [step.Output, step.Kept, step.InputGradient, step.OutputGradient, step.CopiedInput, step.RowSums, step.Statistics, step.SkipGradient, step.Places, .. step.Recurrent?.Forward ?? [], .. step.Recurrent?.Backward ?? []];
}
