namespace ActGen.CompilerServices;

/// <summary>Sizes of a recurrent layer in one direction. Rows of the input are steps × inputs.</summary>
/// <param name="Steps">Steps of a sequence, at least 1.</param>
/// <param name="Inputs">Features of a step.</param>
/// <param name="Units">Units: elements of the state h.</param>
/// <param name="ReturnSequences">Whether the state of every step is an output; otherwise that of the last step read.</param>
/// <param name="IsReverse">Whether the sequence is read from its end to its beginning.</param>
/// <param name="IsBidirectional">Whether the output has room for two directions side by side, the forward one first; otherwise for one.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct RecurrentShape(int Steps, int Inputs, int Units, bool ReturnSequences = false, bool IsReverse = false, bool IsBidirectional = false)
{
    /// <summary>Features of a position of the output.</summary>
    internal int OutputFeatures => IsBidirectional ? 2 * Units : Units;

    /// <summary>Elements of a row of the output.</summary>
    internal int Output => ReturnSequences ? Steps * OutputFeatures : OutputFeatures;

    /// <summary>Column of a position of the output at which this direction's units begin.</summary>
    internal int OutputColumn => IsReverse && IsBidirectional ? Units : 0;
}
