namespace ActGen.CompilerServices;

/// <summary>Where the rows of a buffer lie at each step: the first row at the step that is read first, and from there to the next row and to the next step read, which of a sequence
/// that is read from its end lies before it.</summary>
/// <param name="first">The first row at the first step read.</param>
/// <param name="row">From a row to the next one.</param>
/// <param name="step">From a step to the next one read; 0 where all steps use the same place.</param>
internal readonly unsafe struct StepRows<T>(T* first, nint row, nint step)
    where T : unmanaged
{
    /// <summary>From a row to the next one.</summary>
    public readonly nint Row = row;

    /// <summary>From a step to the next one read.</summary>
    public readonly nint Step = step;

    private readonly T* _first = first;

    /// <summary>Rows of sequences.</summary>
    /// <param name="memory">rows × steps × width.</param>
    /// <param name="shape">Which end is read first.</param>
    /// <param name="width">Elements of a step.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static StepRows<T> Sequences(T* memory, in RecurrentShape shape, nint width) =>
        shape.IsReverse
            ? new(memory + ((shape.Steps - 1) * width), shape.Steps * width, -width)
            : new(memory, shape.Steps * width, width);

    /// <summary>Where a direction's states lie in the output.</summary>
    /// <param name="output">y.</param>
    /// <param name="shape">Sizes and direction.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static StepRows<T> Outputs(T* output, in RecurrentShape shape) =>
        shape.ReturnSequences
            ? Sequences(output + shape.OutputColumn, in shape, shape.OutputFeatures)
            : new(output + shape.OutputColumn, shape.Output, 0);

    /// <summary>A row at a step.</summary>
    /// <param name="row">Which row.</param>
    /// <param name="step">Which step, counted as they are read.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T* At(nint row, nint step) => _first + (row * Row) + (step * Step);
}
