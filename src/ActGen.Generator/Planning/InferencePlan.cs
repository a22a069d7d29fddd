using ActGen.Frontend.Model;

namespace ActGen.Generator.Planning;

/// <summary>Where values lie during inference: in place wherever the step allows it, and memory that is free again is used again.</summary>
/// <param name="Steps">The steps that do something at inference, with the places of their values.</param>
/// <param name="PerRow">Elements of workspace per row.</param>
/// <param name="Scratch">Elements of scratch for each worker.</param>
internal sealed record InferencePlan(IReadOnlyList<InferenceStep> Steps, int PerRow, int Scratch)
{
    public static InferencePlan Of(IReadOnlyList<Stage> stages)
    {
        Stage[] active = [.. PoolFusion.AtInference([.. stages.Where(stage => !stage.IsDropout && !stage.IsReshape)])];
        var leases = new Leases();
        var values = ValuePlaces.Of(active, leases, "H", isTraining: false);
        Store?[] steps = [.. active.Select((stage, i) => stage.Layer is PlannedRecurrent layer ? new Store(leases.Take("Steps" + stage.Suffix, layer.StepWidth, i)) : null)];
        int perRow = leases.Arrange();
        return new(
            [
                .. active.Select((stage, i) => new InferenceStep(stage, values[i].Slot, values[i + 1].Slot)
                {
                    Skip = stage.IsSum ? values[ValuePlaces.BranchOf(active, i)].Slot : null,
                    Scratch = steps[i]?.Slot,
                }).Where(step => !step.Stage.IsBranch),
            ],
            perRow,
            active.Max(stage => stage.Layer.InferenceScratch));
    }
}

/// <summary>A step of inference.</summary>
/// <param name="Stage">What runs.</param>
/// <param name="Input">Where it reads.</param>
/// <param name="Output">Where it writes; the input's place when it works in place.</param>
internal sealed record InferenceStep(Stage Stage, Slot Input, Slot Output)
{
    /// <summary>What the end of a residual block adds; null for other steps.</summary>
    public Slot? Skip { get; init; }

    /// <summary>Where a recurrent layer has what goes from one step to the next; null for other steps.</summary>
    public Slot? Scratch { get; init; }
}
