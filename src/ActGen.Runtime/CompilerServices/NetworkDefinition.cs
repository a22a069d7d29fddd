namespace ActGen.CompilerServices;

/// <summary>What the compiler knows about a network, as data.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record NetworkDefinition
{
    /// <summary>Version of the contract between generated code and this library.</summary>
    public const int CurrentContract = 1;

    /// <summary>Name of the class.</summary>
    public required string Name { get; init; }

    /// <summary>Contract version that the generator wrote for; see <see cref="CurrentContract"/>.</summary>
    public required int Contract { get; init; }

    /// <summary>Shape of one input row.</summary>
    public required IReadOnlyList<int> InputShape { get; init; }

    /// <summary>Shape of one output row.</summary>
    public required IReadOnlyList<int> OutputShape { get; init; }

    /// <summary>The parameter tensors, in the order of the flat buffer: those that are trained, then running statistics.</summary>
    public required IReadOnlyList<ParameterInfo> Parameters { get; init; }

    /// <summary>The batch normalisations that a frozen network has folded into the products before them.</summary>
    public IReadOnlyList<FoldedNormalization> Folded { get; init; } = [];

    /// <summary>The rows of the summary.</summary>
    public required IReadOnlyList<LayerSummary> Layers { get; init; }

    /// <summary>The layers that a training step records; empty without <c>Telemetry = true</c>.</summary>
    public IReadOnlyList<RecordedLayer> Telemetry { get; init; } = [];

    /// <summary>Root mean square of the inputs as declared; null where it was not predicted.</summary>
    public PredictedRms? InputSignal { get; init; }

    /// <summary>Predicted root mean square of the gradient by the inputs, relative to that at the output.</summary>
    public PredictedRms? InputGradient { get; init; }

    /// <summary>Estimated share of new networks that pass no gradient; null where it was not estimated.</summary>
    public double? BornDead { get; init; }

    /// <summary>The loss, or null for a network that only maps.</summary>
    public LossDefinition? Loss { get; init; }

    /// <summary>Rows that a training step must have: 2 where batch statistics are taken over the rows alone.</summary>
    public int LeastTrainingRows { get; init; } = 1;

    /// <summary>Buffers of inference.</summary>
    public required BufferSizes Inference { get; init; }

    /// <summary>Buffers of training.</summary>
    public required BufferSizes Training { get; init; }

    /// <summary>Elements of one input row.</summary>
    public int InputSize => ShapeSize.Of(InputShape);

    /// <summary>Elements of one output row.</summary>
    public int OutputSize => ShapeSize.Of(OutputShape);
}

/// <summary>Elements that a workspace needs.</summary>
/// <param name="PerRow">Elements for each row.</param>
/// <param name="Fixed">Elements that do not depend on the rows.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct BufferSizes(int PerRow, int Fixed)
{
    /// <summary>Elements of scratch for each worker.</summary>
    public int PerWorker { get; init; }

    /// <summary>Elements for that many rows and workers.</summary>
    public long Elements(int rows, int workers) => ((long)PerRow * rows) + Fixed + ((long)PerWorker * workers);
}

/// <summary>The loss of a network, as far as running it needs to know.</summary>
/// <param name="Name">As declared, <c>CrossEntropyLoss</c>.</param>
/// <param name="Targets">Which targets a training step takes.</param>
/// <param name="Decision">How <c>Classify</c> decides on raw outputs.</param>
/// <param name="Classes">Number of classes where the targets may be labels; 0 otherwise.</param>
/// <param name="IgnoreIndex">Label that takes a row out of the loss, or null.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record LossDefinition(string Name, TargetKind Targets, DecisionKind Decision, int Classes, int? IgnoreIndex)
{
    /// <summary>Real targets that go with one position of the outputs, where they are not as many as the outputs; 0 where they are.</summary>
    public int TargetWidth { get; init; }

    /// <summary>Whether targets are −1 and +1.</summary>
    public bool IsSigned { get; init; }
}

/// <summary>Which targets a loss takes.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[Flags]
public enum TargetKind
{
    /// <summary>Integer class labels.</summary>
    Labels = 1,

    /// <summary>Real values: one per output.</summary>
    Values = 2,
}

/// <summary>How a class decision is taken from raw outputs.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum DecisionKind
{
    /// <summary>No classes: a regression.</summary>
    None,

    /// <summary>The class with the largest output, the first of equals.</summary>
    LargestOutput,

    /// <summary>1 where the logit is at least 0.</summary>
    LogitAtLeastZero,

    /// <summary>1 where the probability is at least ½.</summary>
    ProbabilityAtLeastHalf,
}
