namespace ActGen.CompilerServices;

public static partial class LossKernels<T>
{
    /// <summary>A loss of whole rows.</summary>
    /// <param name="work">Rows and share.</param>
    /// <param name="outputs">rows × outputs.</param>
    /// <param name="targets">rows × outputs.</param>
    /// <param name="rowLosses">One per row.</param>
    /// <param name="gradient">rows × outputs, or empty; may not overlap the outputs.</param>
    /// <param name="setting">The loss's first setting.</param>
    /// <param name="other">Its second one.</param>
    /// <typeparam name="TLoss">The loss.</typeparam>
    /// <returns>The number of rows.</returns>
    public static double Rows<TLoss>(Work work, ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, Span<T> rowLosses, Span<T> gradient, double setting = 0, double other = 0)
        where TLoss : IRowLoss
    {
        (int start, int end) = work.OwnRows;
        Range own = RowShare.Elements(work, outputs.Length);
        WholeRows<TLoss>(outputs[own], targets[own], rowLosses[start..end], gradient.IsEmpty ? gradient : gradient[own], RowShare.Width(work, outputs.Length), setting, other, work.Rows);
        return work.Rows;
    }

    /// <summary>A loss of whole rows, all those given, with a divisor that comes from elsewhere.</summary>
    internal static void WholeRows<TLoss>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, Span<T> rowLosses, Span<T> gradient, int width, double setting, double other, double divisor)
        where TLoss : IRowLoss
    {
        RowLossKernel<T, TLoss> kernel = new()
        {
            Outputs = outputs,
            Targets = targets,
            RowLosses = rowLosses,
            Gradient = gradient,
            Width = width,
            Setting = setting,
            Other = other,
            Divisor = divisor,
        };
        VectorWidth.Run<RowLossKernel<T, TLoss>, T>(ref kernel);
    }
}
