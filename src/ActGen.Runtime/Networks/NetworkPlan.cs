using System.Globalization;

namespace ActGen.CompilerServices;

/// <summary>A network's definition with the sizes that running it needs.</summary>
internal sealed class NetworkPlan
{
    /// <summary>Elements of activations that stay in the second-level cache beside the weights: 512 KiB of the 1 MiB that server and desktop cores have.</summary>
    private const int TileElements = 128 * 1024;

    /// <summary>Elements of scratch that fit on the stack: 4 KB.</summary>
    public const int StackElements = 1024;

    /// <summary>Elements of scratch of one row that a small network has at most: 1 KB.</summary>
    public const int RowElements = 256;

    private readonly BufferSizes _inference;

    public NetworkPlan(NetworkDefinition definition)
    {
        Definition = definition;
        _inference = definition.Inference;
        InputSize = definition.InputSize;
        OutputSize = definition.OutputSize;
        TargetSize = OutputSize / definition.OutputShape[^1] * TargetWidth;
        for (int i = 0; i < definition.Parameters.Count; i++)
        {
            StateCount = checked(StateCount + definition.Parameters[i].Length);
            ParameterCount += definition.Parameters[i].Kind == ParameterKind.Statistic ? 0 : definition.Parameters[i].Length;
        }
        DecisionsPerRow = definition.Loss switch
        {
            null or { Decision: DecisionKind.None } => 0,
            { Decision: DecisionKind.LargestOutput, Classes: int classes } => OutputSize / classes,
            _ => OutputSize,
        };
        LossesPerRow = OutputSize / (definition.Loss is { Decision: DecisionKind.LargestOutput } loss ? loss.Classes : definition.OutputShape[^1]);
        for (int i = 0; i < definition.Layers.Count; i++)
            MultiplyAdds += definition.Layers[i].MultiplyAdds;
        long elementsPerRow = Math.Max(1, (long)definition.Inference.PerRow + InputSize + OutputSize);
        int rows = (int)Math.Max(1, TileElements / elementsPerRow);
        TileRows = rows > 16 ? rows & ~15 : rows;
        SmallInput = InferenceElements(1) <= RowElements ? InputSize : -1;
    }

    public NetworkDefinition Definition { get; }

    public int InputSize { get; }

    /// <summary>Elements of one input row of a small network, whose scratch for one row is at most <see cref="RowElements"/>; −1 for any other.</summary>
    public int SmallInput { get; }

    public int OutputSize { get; }

    /// <summary>Real targets of one row.</summary>
    public int TargetSize { get; }

    /// <summary>Real targets of one position of a row.</summary>
    public int TargetWidth => Definition.Loss is { TargetWidth: > 0 } loss ? loss.TargetWidth : Definition.OutputShape[^1];

    /// <summary>Trained parameters: the beginning of the flat buffer.</summary>
    public int ParameterCount { get; }

    /// <summary>Elements of the flat buffer, running statistics included.</summary>
    public int StateCount { get; }

    /// <summary>Multiply-adds of one row, forward.</summary>
    public long MultiplyAdds { get; }

    /// <summary>Labels that go with one row: 1, the positions of a sequence, the outputs of a multi-label network; 0 for a regression.</summary>
    public int DecisionsPerRow { get; }

    /// <summary>Room for row losses of one row: a class loss has one for each label, any other at most one for each position.</summary>
    public int LossesPerRow { get; }

    /// <summary>Rows that inference takes at once.</summary>
    public int TileRows { get; }

    /// <summary>Elements of a workspace for inference on <paramref name="rows"/> rows.</summary>
    /// <param name="rows">Rows.</param>
    /// <param name="workers">Workers who share them.</param>
    /// <exception cref="ArgumentOutOfRangeException">They are more than one buffer holds. One row of one worker always fits: the compiler sees to it.</exception>
    public int InferenceElements(int rows, int workers = 1)
    {
        long most = Array.MaxLength - AlignedBuffer.MaximumPadding, elements = _inference.Elements(rows, workers);
        return elements <= most ? (int)elements : throw new ArgumentOutOfRangeException(nameof(workers), workers, string.Create(
            CultureInfo.InvariantCulture, $"{Definition.Name} takes {elements:N0} elements of scratch for {workers} workers, one buffer holds {most:N0}: choose fewer workers (MaxDegreeOfParallelism)."));
    }

    /// <summary>The loss.</summary>
    /// <exception cref="InvalidOperationException">The network declares none.</exception>
    public LossDefinition RequireLoss() => Definition.Loss ?? throw new InvalidOperationException(
        $"{Definition.Name} declares no loss, so it can neither be trained nor evaluated. End its attributes with one, for example [CrossEntropyLoss].");

    /// <summary>The rows of a batch.</summary>
    /// <exception cref="ArgumentException">The length is not one or more whole rows.</exception>
    public int RowsOf(ReadOnlySpan<float> inputs, string name = "inputs")
    {
        if (inputs.Length == InputSize)
            return 1;
        if (inputs.IsEmpty)
            throw new ArgumentException($"The batch is empty; {Definition.Name} reads rows of {InputSize} elements.", name);
        if (inputs.Length % InputSize != 0)
            throw new ArgumentException($"{Definition.Name} reads rows of {InputSize} elements; {inputs.Length} elements are not a whole number of rows.", name);
        return inputs.Length / InputSize;
    }
}
