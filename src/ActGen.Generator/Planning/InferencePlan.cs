namespace ActGen.Generator.Planning;

/// <summary>Where values lie during inference: two buffers in turn, and in place wherever the step allows it.</summary>
/// <param name="Steps">The steps that do something at inference, with the places of their values.</param>
/// <param name="PerRow">Elements of workspace per row.</param>
internal sealed record InferencePlan(IReadOnlyList<InferenceStep> Steps, int PerRow)
{
    public static InferencePlan Of(IReadOnlyList<Stage> stages)
    {
        Stage[] active = [.. stages.Where(stage => !stage.IsDropout && !stage.IsReshape)];
        var outputs = new Slot[active.Length];
        Slot next = Slot.Output(active[active.Length - 1].OutputWidth);
        var turns = new PingPong();
        for (int i = active.Length - 1; i >= 0; i--)
        {
            outputs[i] = next;
            // The first step must leave the caller's input alone.
            if (i > 0 && !active[i].WorksInPlace)
                next = turns.Take("H" + active[i - 1].Suffix, active[i].InputWidth);
        }
        outputs = [.. outputs.Select(slot => turns.PlaceFrom(slot, 0))];
        return new(
            [.. active.Select((stage, i) => new InferenceStep(stage, i == 0 ? Slot.Input(stage.InputWidth) : outputs[i - 1], outputs[i]))],
            turns.Size);
    }
}

/// <summary>A step of inference.</summary>
/// <param name="Stage">What runs.</param>
/// <param name="Input">Where it reads.</param>
/// <param name="Output">Where it writes; the input's place when it works in place.</param>
internal sealed record InferenceStep(Stage Stage, Slot Input, Slot Output);
