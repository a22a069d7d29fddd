namespace ActGen.CompilerServices;

/// <summary>Sizes of a convolution. Images lie channels-last; the weights are [kernel rows, kernel columns, channels / groups, filters].</summary>
/// <param name="Rows">The vertical axis; <see cref="ConvolutionAxis.One"/> of a 1-D convolution.</param>
/// <param name="Columns">The horizontal axis.</param>
/// <param name="Channels">Channels of the input.</param>
/// <param name="Filters">Channels of the output.</param>
/// <param name="Groups">Into how many parts both are cut; filters read the channels of their own part only.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct ConvolutionShape(ConvolutionAxis Rows, ConvolutionAxis Columns, int Channels, int Filters, int Groups = 1)
{
    /// <summary>Channels that a filter reads.</summary>
    internal int GroupChannels => Groups == 1 ? Channels : Channels / Groups;

    /// <summary>Filters of a group.</summary>
    internal int GroupFilters => Groups == 1 ? Filters : Filters / Groups;

    /// <summary>Taps of the kernel.</summary>
    internal int Taps => Rows.Kernel * Columns.Kernel;

    /// <summary>Weights of a filter: the steps of the chain of an output.</summary>
    internal int Steps => Taps * GroupChannels;

    /// <summary>Elements of the weights.</summary>
    internal int Weights => Steps * Filters;

    /// <summary>Elements of an input image.</summary>
    internal int Input => Rows.Input * Columns.Input * Channels;

    /// <summary>Positions of an output image.</summary>
    internal int Positions => Rows.Output * Columns.Output;

    /// <summary>Elements of an output image.</summary>
    internal int Output => Positions * Filters;

    /// <summary>Whether cells outside the image are read, so that a padded copy is made. Depthwise kernels need none.</summary>
    internal bool Pads => !IsDepthwise && (Rows.Pads || Columns.Pads);

    /// <summary>Elements of the image that all positions read, padding included.</summary>
    internal int Padded => Rows.Padded * Columns.Padded * Channels;

    /// <summary>Whether the input gradient reads cells outside the output's gradient, so that a padded copy is made. Depthwise kernels need none.</summary>
    internal bool PadsGradient => !IsDepthwise && (Rows.PadsGradient || Columns.PadsGradient);

    /// <summary>Elements of the output's gradient as the input gradient reads it.</summary>
    internal int PaddedGradient => Rows.PaddedGradient * Columns.PaddedGradient * Filters;

    /// <summary>Whether each filter reads one channel and each channel has one filter: then the lanes are channels, also of the input.</summary>
    internal bool IsDepthwise => Groups == Channels && Filters == Channels && Channels > 1;

    /// <summary>Whether the input gradient has positions as lanes.</summary>
    /// <param name="lanes">Lanes of a vector.</param>
    internal bool IsGradientPlanar(int lanes) => MayBePlanar && PlanarShape.Back(in this).Takes(lanes);

    /// <summary>Whether positions may be lanes: neighbours read neighbours, and all channels of their group.</summary>
    internal bool MayBePlanar => Rows.Stride == 1 && Columns.Stride == 1 && !IsDepthwise;
}
