using ActGen.Frontend.Calculus;
using ActGen.Frontend.Model;

namespace ActGen.Generator.Planning;

/// <summary>Where values and gradients lie during a training step.</summary>
/// <param name="Steps">All steps, with the places of what they read and write.</param>
/// <param name="PerRow">Elements of workspace per row.</param>
/// <param name="Fixed">Elements of workspace whatever the rows: transposed weights and gradients of mixed parameters.</param>
/// <param name="GuardedSteps">The first steps that train nothing: backward runs them only when the input gradient is asked for.</param>
/// <param name="CopiesInputGradient">Whether the input gradient is made elsewhere and copied at the end.</param>
internal sealed record TrainingPlan(IReadOnlyList<TrainingStep> Steps, int PerRow, int Fixed, int GuardedSteps, bool CopiesInputGradient)
{
    public static TrainingPlan Of(IReadOnlyList<Stage> all)
    {
        Stage[] stages = [.. all.Where(stage => !stage.IsReshape)];
        int perRow = 0;
        Slot[] values = Values(stages, ref perRow);
        Slot?[] kept = [.. stages.Select((_, i) => Kept(stages, i, values[i], values[i + 1], ref perRow))];

        int guarded = stages.TakeWhile(stage => !stage.HasParameters).Count();
        int first = stages.TakeWhile(stage => stage.WorksInPlace).Count();
        // The input gradient is written where it is wanted by the first step that does not work in place, unless a step before it, or it itself, needs
        // the memory also when nobody asks; a dense layer does without.
        bool copies = guarded < first || first == stages.Length || (guarded == first && !stages[first].IsDense);
        Slot[] gradients = Gradients(stages, kept, copies ? -1 : first, ref perRow);

        int fixedSize = 0;
        FixedSlot? transposed = Transposed(stages, ref fixedSize);
        var steps = new List<TrainingStep>();
        for (int i = 0; i < stages.Length; i++)
        {
            PlannedActivation? learned = stages[i].Activation is { IsLearned: true, IsPerChannel: false } one ? one : null;
            FixedSlot? mixed = learned is not null && learned.Parameters.Items.Any(parameter => parameter.Learned is null)
                ? Take("P" + stages[i].Suffix, learned.Parameters.Count, ref fixedSize)
                : null;
            steps.Add(new(stages[i], values[i], values[i + 1], kept[i], gradients[i], gradients[i + 1])
            {
                IsOnDemand = stages[i].IsDense && i == guarded,
                Transposed = stages[i].IsDense ? transposed : null,
                MixedGradient = mixed,
                RowSums = learned is not null ? TakePerRow("S" + stages[i].Suffix, learned.Parameters.Count * stages[i].Layer.Input.Positions, ref perRow) : null,
            });
        }
        return new(steps, perRow, fixedSize, guarded, copies);
    }

    /// <summary>The value before step 0, behind it, behind step 1, …: a new buffer for each that backward reads or that has another width, in place otherwise.</summary>
    private static Slot[] Values(IReadOnlyList<Stage> stages, ref int perRow)
    {
        var values = new Slot?[stages.Count + 1];
        values[0] = Slot.Input(stages[0].InputWidth);
        values[stages.Count] = Slot.Output(stages[stages.Count - 1].OutputWidth);
        for (int i = 1; i < stages.Count; i++)
        {
            if (!IsOwn(i))
                continue;
            // Named for the first value that it holds.
            int first = i;
            while (first > 1 && !IsOwn(first - 1))
                first--;
            values[i] = TakePerRow("Y" + stages[first - 1].Suffix, stages[i].InputWidth, ref perRow);
        }
        // All else works in place: it lies where the next value lies.
        for (int i = stages.Count - 1; i > 0; i--)
            values[i] ??= values[i + 1];
        return values!;

        bool IsOwn(int i) => stages[i].KeepsInput || !stages[i].WorksInPlace || stages[i - 1].KeepsOutput;
    }

    private static Slot? Kept(IReadOnlyList<Stage> stages, int i, Slot input, Slot output, ref int perRow)
    {
        Stage stage = stages[i];
        if (!stage.KeepsExtra)
            return stage.KeepsOutput ? output : stage.Keeps == Operand.Input ? input : null;
        // Derivatives by values that nobody reads any more take their place.
        bool isInputFree = !stage.KeepsInput && !stage.WorksInPlace && input.Place == Place.Buffer && !stages[i - 1].KeepsOutput;
        return isInputFree ? input : TakePerRow((stage.KeepsDerivative ? "D" : "Z") + stage.Suffix, stage.KeptWidth, ref perRow);
    }

    /// <summary>The gradients of the values, in their order. A matrix product writes into the other of two buffers: its workers meet before. What else does
    /// not work in place must not touch memory whose rows begin elsewhere: it overwrites the derivatives that it reads, or has a buffer of its own.</summary>
    private static Slot[] Gradients(IReadOnlyList<Stage> stages, IReadOnlyList<Slot?> kept, int first, ref int perRow)
    {
        var gradients = new Slot[stages.Count + 1];
        var turns = new PingPong();
        Slot current = gradients[stages.Count] = Slot.OutputGradient(stages[stages.Count - 1].OutputWidth);
        for (int i = stages.Count - 1; i >= 0; i--)
        {
            string name = "G" + (i == 0 ? "Input" : stages[i - 1].Suffix.Replace("Dropped", ""));
            if (!stages[i].WorksInPlace)
            {
                current = i == first ? Slot.InputGradient(stages[i].InputWidth)
                    : stages[i].IsDense ? turns.Take(name, stages[i].InputWidth)
                    : stages[i].KeepsDerivative ? kept[i]!
                    : TakePerRow(name, stages[i].InputWidth, ref perRow);
            }
            gradients[i] = current;
        }
        int start = perRow;
        perRow += turns.Size;
        return [.. gradients.Select(slot => turns.PlaceFrom(slot, start))];
    }

    /// <summary>Room for Wᵀ of any dense layer: every worker is done with one layer's when the first comes to write the next one's,
    /// as they meet in between (see the remarks of <c>Dense</c>).</summary>
    private static FixedSlot? Transposed(IReadOnlyList<Stage> stages, ref int fixedSize)
    {
        int largest = stages.Where(stage => stage.IsDense).Select(stage => stage.Layer.Input.Last * stage.Layer.Output.Last).DefaultIfEmpty(0).Max();
        return largest == 0 ? null : Take("Transposed", largest, ref fixedSize);
    }

    private static Slot TakePerRow(string name, int width, ref int perRow)
    {
        var slot = new Slot(Place.Buffer, name, perRow, width);
        perRow += width;
        return slot;
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
/// <param name="Kept">What backward reads besides the input of a product: derivatives, the pre-activation, the output or the input; null for nothing.</param>
/// <param name="InputGradient">Where backward writes.</param>
/// <param name="OutputGradient">Where backward reads; the same place when it works in place.</param>
internal sealed record TrainingStep(Stage Stage, Slot Input, Slot Output, Slot? Kept, Slot InputGradient, Slot OutputGradient)
{
    /// <summary>Whether the input gradient is computed only when somebody asks for that of the network: nothing below trains.</summary>
    public bool IsOnDemand { get; init; }

    /// <summary>Scratch for Wᵀ of a dense layer.</summary>
    public FixedSlot? Transposed { get; init; }

    /// <summary>Scratch for the gradients of an activation's parameters when only some are learned.</summary>
    public FixedSlot? MixedGradient { get; init; }

    /// <summary>Scratch for each row's share of the gradients of an activation's parameters.</summary>
    public Slot? RowSums { get; init; }
}

/// <summary>A buffer whose size does not depend on the rows.</summary>
/// <param name="Name">The constant that holds its offset.</param>
/// <param name="Offset">Elements before it.</param>
/// <param name="Length">Elements.</param>
internal sealed record FixedSlot(string Name, int Offset, int Length);
