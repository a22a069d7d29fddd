namespace ActGen.Reporting.Drawing;

/// <summary>A line of a chart: a value for each epoch.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Colour">Its place in the palette.</param>
/// <param name="Values">From epoch 1 on; NaN where there is none.</param>
internal sealed record Series(string Name, int Colour, IReadOnlyList<double> Values)
{
    /// <summary>Whether it is drawn thin and dashed, as something beside the main thing.</summary>
    public bool IsThin { get; init; }
}
