namespace ActGen.Generator.Planning;

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

    /// <summary>Where forward leaves the copy of its input that backward reads, with zeros around the image; null where it reads the input itself.</summary>
    public Slot? CopiedInput { get; init; }

    /// <summary>Where forward leaves which cell of its window each pooled value came from; null without a pool.</summary>
    public Slot? Places { get; init; }

    /// <summary>Scratch for the transposed weights of a product.</summary>
    public FixedSlot? Transposed { get; init; }

    /// <summary>Scratch for the gradients of an activation's parameters when only some are learned.</summary>
    public FixedSlot? MixedGradient { get; init; }

    /// <summary>Scratch for each row's share of the gradients of an activation's parameters.</summary>
    public Slot? RowSums { get; init; }

    /// <summary>Where a normalisation keeps what it subtracted and multiplied by.</summary>
    public Slot? Statistics { get; init; }

    /// <summary>The same of a normalisation over the batch.</summary>
    public FixedSlot? BatchStatistics { get; init; }

    /// <summary>What a recurrent layer keeps, and what it needs for a moment; null for other steps.</summary>
    public RecurrentSlots? Recurrent { get; init; }

    /// <summary>What the end of a residual block adds; null for other steps.</summary>
    public Slot? Skip { get; init; }

    /// <summary>Where the end of a residual block leaves the gradient for its beginning; null for other steps.</summary>
    public Slot? SkipGradient { get; init; }
}
