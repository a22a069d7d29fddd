namespace ActGen.CompilerServices;

/// <summary>The input cells of one axis that lie at the same place between two output positions: cells first, first + stride, … Their gradients read the same taps, which with a stride are
/// a part of all taps, at neighbouring positions of the output's gradient. So no zeros need be put between them.</summary>
/// <param name="Cells">How many input cells.</param>
/// <param name="Taps">How many taps reach them.</param>
/// <param name="FirstTap">The last of these taps in the kernel, which is the first one of the flipped kernel.</param>
/// <param name="TapStep">Taps from one to the one before it.</param>
/// <param name="Source">Output position, which may lie before the first one, that the first cell reads with the first tap.</param>
/// <param name="SourceStep">Output positions from one tap to the next one.</param>
internal readonly record struct AxisPhase(int Cells, int Taps, int FirstTap, int TapStep, int Source, int SourceStep)
{
    /// <summary>One of the phases of an axis, of which there are as many as its stride.</summary>
    /// <param name="axis">The axis.</param>
    /// <param name="first">The first cell, less than the stride.</param>
    public static AxisPhase Of(ConvolutionAxis axis, int first)
    {
        int taps = 0, firstTap = -1, secondTap = -1;
        for (int tap = axis.Kernel - 1; tap >= 0; tap--)
        {
            if ((first + axis.Padding - (tap * axis.Dilation)) % axis.Stride != 0)
                continue;
            (firstTap, secondTap) = taps switch
            {
                0 => (tap, -1),
                1 => (firstTap, tap),
                _ => (firstTap, secondTap),
            };
            taps++;
        }
        int step = secondTap < 0 ? 0 : firstTap - secondTap;
        return new(
            first < axis.Input ? ((axis.Input - 1 - first) / axis.Stride) + 1 : 0,
            taps, firstTap, step,
            taps == 0 ? 0 : (first + axis.Padding - (firstTap * axis.Dilation)) / axis.Stride,
            step * axis.Dilation / axis.Stride);
    }
}
