using ActGen.Frontend.Calculus;

namespace ActGen.Frontend.Model;

/// <summary>The largest or the mean of the cells of a window, channel by channel.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Window">Over the positions of the input; one row of them where the input is no image on two axes.</param>
/// <param name="IsMaximum">Whether it takes the largest value.</param>
internal sealed record PlannedPool(LayerPlace Place, Window Window, bool IsMaximum) : PlannedLayer(Place)
{
    /// <summary>Rows and columns of the input's positions.</summary>
    public (int Height, int Width) Image => Input is { Rank: 3, IsChannelsFirst: true } && Output.Rank == 3 ? Window.Extent(Input) : (1, Input.Positions);

    public override bool WorksInPlace => false;

    /// <summary>The largest cell is found again; a mean reads nothing.</summary>
    public override Operand Keeps => IsMaximum ? Operand.Input : Operand.None;

    public override bool ReadsOutput => IsMaximum;
}
