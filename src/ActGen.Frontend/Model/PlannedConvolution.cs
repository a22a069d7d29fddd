namespace ActGen.Frontend.Model;

/// <summary>y = x ∗ W + b over the positions of an image.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Weights">W, [kernel rows, kernel columns, channels / groups, filters]; of a 1-D convolution without kernel rows.</param>
/// <param name="Bias">b, or null.</param>
/// <param name="Rows">The vertical axis; of a 1-D convolution one cell.</param>
/// <param name="Columns">The horizontal axis.</param>
/// <param name="Groups">Into how many parts channels and filters are cut.</param>
internal sealed record PlannedConvolution(LayerPlace Place, ParameterTensor Weights, ParameterTensor? Bias, ConvolutionAxis Rows, ConvolutionAxis Columns, int Groups) : PlannedProduct(Place, Weights, Bias)
{
    /// <summary>Whether it works along one axis.</summary>
    public bool IsLine => Input.Rank == 2;

    /// <summary>Whether each filter reads one channel and each channel has one filter: its kernels read images where they lie, without a padded copy.</summary>
    public bool IsDepthwise => IsDepthwiseOf(Groups, Input.Features, Output.Features);

    public override long MultiplyAdds => (long)Weights.Length * Output.Positions;

    /// <summary>Elements of a row's padded copy, which backward reads in place of the input; 0 where none is made.</summary>
    public override int CopiedInput => !IsDepthwise && (Rows.Pads || Columns.Pads) ? checked((int)(Rows.Padded * Columns.Padded * Input.Features)) : 0;

    public override int InferenceScratch => CopiedInput;

    public override int TrainingScratch => !IsDepthwise && (Rows.PadsGradient || Columns.PadsGradient) ? checked((int)(Rows.PaddedGradient * Columns.PaddedGradient * Output.Features)) : 0;

    /// <summary>The same of one that is not planned yet.</summary>
    public static bool IsDepthwiseOf(int groups, int channels, int filters) => groups > 1 && groups == channels && groups == filters;
}
