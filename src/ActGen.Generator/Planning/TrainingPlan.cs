using ActGen.Frontend.Calculus;

namespace ActGen.Generator.Planning;

/// <summary>Where values and gradients lie during a training step.</summary>
/// <param name="Steps">All steps, with the places of what they read and write.</param>
/// <param name="PerRow">Elements of workspace per row.</param>
/// <param name="Fixed">Elements of workspace whatever the rows: transposed weights and gradients of mixed parameters.</param>
/// <param name="GuardedSteps">The first steps that train nothing: backward runs them only when the input gradient is asked for.</param>
/// <param name="CopiesInputGradient">Whether the input gradient is made elsewhere and copied at the end.</param>
internal sealed record TrainingPlan(IReadOnlyList<TrainingStep> Steps, int PerRow, int Fixed, int GuardedSteps, bool CopiesInputGradient)
{
    public static TrainingPlan Of(IReadOnlyList<Stage> stages)
    {
        int perRow = 0;
        Slot[] values = Values(stages, ref perRow);
        Slot?[] kept = [.. stages.Select((stage, i) => Kept(stage, values[i], values[i + 1], ref perRow))];

        int guarded = stages.TakeWhile(stage => !stage.HasParameters).Count();
        bool copies = guarded == stages.Count || !stages[guarded].IsDense;
        Slot[] gradients = Gradients(stages, copies, ref perRow);

        int fixedSize = 0;
        FixedSlot?[] transposed = Transposed(stages, ref fixedSize);
        var steps = new List<TrainingStep>();
        for (int i = 0; i < stages.Count; i++)
        {
            FixedSlot? mixed = stages[i].HasLearnedActivation && stages[i].Activation!.Parameters.Items.Any(parameter => parameter.Learned is null)
                ? Take("P" + stages[i].Layer.Number, stages[i].Activation!.Parameters.Count, ref fixedSize)
                : null;
            steps.Add(new(stages[i], values[i], values[i + 1], kept[i], gradients[i], gradients[i + 1], transposed[i], mixed));
        }
        return new(steps, perRow, fixedSize, guarded, copies);
    }

    /// <summary>The value before step 0, behind it, behind step 1, …: a new buffer for each that backward reads, in place otherwise.</summary>
    private static Slot[] Values(IReadOnlyList<Stage> stages, ref int perRow)
    {
        var values = new Slot?[stages.Count + 1];
        values[0] = Slot.Input(stages[0].InputWidth);
        values[stages.Count] = Slot.Output(stages[stages.Count - 1].OutputWidth);
        for (int i = 1; i < stages.Count; i++)
        {
            if (stages[i].KeepsInput || stages[i - 1].KeepsOutput)
            {
                // Named for the first value that it holds.
                int first = i;
                while (first > 1 && !stages[first - 1].KeepsInput && !stages[first - 2].KeepsOutput)
                    first--;
                values[i] = new(Place.Buffer, "Y" + stages[first - 1].Suffix, perRow, stages[i].InputWidth);
                perRow += stages[i].InputWidth;
            }
        }
        // All else works in place: it lies where the next value lies.
        for (int i = stages.Count - 1; i > 0; i--)
            values[i] ??= values[i + 1];
        return values!;
    }

    private static Slot? Kept(Stage stage, Slot input, Slot output, ref int perRow)
    {
        if (stage.KeepsExtra)
        {
            var slot = new Slot(Place.Buffer, (stage.Keeps == Operand.Derivative ? "D" : "Z") + stage.Layer.Number, perRow, stage.OutputWidth);
            perRow += stage.OutputWidth;
            return slot;
        }
        return stage.KeepsOutput ? output : stage.Keeps == Operand.Input ? input : null;
    }

    /// <summary>The gradients of the values, in their order: a matrix product writes into the other of two buffers, all else works in place.</summary>
    private static Slot[] Gradients(IReadOnlyList<Stage> stages, bool copies, ref int perRow)
    {
        var gradients = new Slot[stages.Count + 1];
        var turns = new PingPong();
        Slot current = gradients[stages.Count] = Slot.OutputGradient(stages[stages.Count - 1].OutputWidth);
        int firstDense = Enumerable.Range(0, stages.Count).FirstOrDefault(i => stages[i].IsDense);
        for (int i = stages.Count - 1; i >= 0; i--)
        {
            if (stages[i].IsDense)
                current = i == firstDense && !copies
                    ? Slot.InputGradient(stages[i].InputWidth)
                    : turns.Take("G" + (i == 0 ? "Input" : stages[i - 1].Suffix.Replace("Dropped", "")), stages[i].InputWidth);
            gradients[i] = current;
        }
        int start = perRow;
        perRow += turns.Size;
        return [.. gradients.Select(slot => turns.PlaceFrom(slot, start))];
    }

    /// <summary>Wᵀ of each dense layer, in two scratch areas in turn: a worker that has finished a layer fills the next one's
    /// while others still read this one's; the barrier inside that layer keeps them from being two layers apart.</summary>
    private static FixedSlot?[] Transposed(IReadOnlyList<Stage> stages, ref int fixedSize)
    {
        var turns = new PingPong();
        Slot?[] slots = [.. stages.Select(stage => stage.IsDense ? turns.Take("T" + stage.Layer.Number, stage.Layer.Input.Last * stage.Layer.Output.Last) : null)];
        fixedSize += turns.Size;
        return [.. slots.Select(slot => slot is null ? null : new FixedSlot(slot.Name, turns.Place(slot).Offset, slot.Width))];
    }

    private static FixedSlot Take(string name, int length, ref int fixedSize)
    {
        var slot = new FixedSlot(name, fixedSize, length);
        fixedSize += length;
        return slot;
    }
}

/// <summary>A step of training.</summary>
/// <param name="Stage">What runs.</param>
/// <param name="Input">Where forward reads.</param>
/// <param name="Output">Where forward writes.</param>
/// <param name="Kept">What backward reads for the activation or softmax: f′, the pre-activation, the output or the input; null for nothing.</param>
/// <param name="InputGradient">Where backward writes.</param>
/// <param name="OutputGradient">Where backward reads; the same place when it works in place.</param>
/// <param name="Transposed">Scratch for Wᵀ of a dense layer.</param>
/// <param name="MixedGradient">Scratch for the gradients of an activation's parameters when only some are learned.</param>
internal sealed record TrainingStep(
    Stage Stage, Slot Input, Slot Output, Slot? Kept, Slot InputGradient, Slot OutputGradient, FixedSlot? Transposed, FixedSlot? MixedGradient);

/// <summary>A buffer whose size does not depend on the rows.</summary>
/// <param name="Name">The constant that holds its offset.</param>
/// <param name="Offset">Elements before it.</param>
/// <param name="Length">Elements.</param>
internal sealed record FixedSlot(string Name, int Offset, int Length);
