using System.Globalization;

namespace ActGen.Runtime.Tests.Proofs.Specs;

/// <summary>The largest, or the mean, of each channel in a window over an image, or over (channels, length).</summary>
/// <param name="Axes">1 or 2; 0 for a window over all positions.</param>
/// <param name="IsMaximum">Whether it is the largest.</param>
/// <param name="Size">Cells along each axis.</param>
/// <param name="Stride">From one position to the next; null: the size.</param>
/// <param name="Padding">Cells added on each side: they are not there for the largest, 0 for the mean.</param>
internal sealed record PoolSpec(int Axes, bool IsMaximum, int Size = 1, int? Stride = null, int Padding = 0) : ImageSpec
{
    public override string Attribute => Axes == 0 ? (IsMaximum ? "GlobalMaxPool" : "GlobalAveragePool") : string.Create(CultureInfo.InvariantCulture,
        $"{(IsMaximum ? "Max" : "Average")}Pool{Axes}D({Size}{(Stride is { } stride ? $", Stride = {stride}" : "")}{(Padding == 0 ? "" : $", Padding = {Padding}")})");

    public override SpecOrder Reads => Axes == 1 ? SpecOrder.Channels : SpecOrder.Features;

    private int Step => Stride ?? Size;

    public override bool Fits(SpecShape input) => Axes == 0 ? input.Sizes.Length > 1 : input.Sizes.Length == Axes + 1 && input.Sizes[1..].All(cells => cells + (2 * Padding) >= Size);

    public override SpecShape OutputShape(SpecShape input) => Axes == 0
        ? new([input.Features])
        : input with { Sizes = [input.Features, .. input.Sizes[1..].Select(cells => ((cells + (2 * Padding) - Size) / Step) + 1)] };

    public override double[][] Forward(SpecShape shape, double[][] x, double[][] parameters, Run run) =>
        [.. x.Select(row => Windows(shape).Select(window => IsMaximum ? window.Max(cell => row[cell]) : window.Sum(cell => row[cell]) / Cells(shape)).ToArray())];

    public override double[][] Backward(SpecShape shape, double[][] x, double[][] y, double[][] g, double[][] parameters, double[][] gradients, Run run)
    {
        double[][] dx = [.. x.Select(row => new double[row.Length])];
        for (int b = 0; b < x.Length; b++)
        {
            foreach ((int output, int[] window) in Windows(shape).Index())
            {
                if (IsMaximum)
                    dx[b][window.First(cell => x[b][cell] == y[b][output])] += g[b][output];
                else
                    Array.ForEach(window, cell => dx[b][cell] += g[b][output] / Cells(shape));
            }
        }
        return dx;
    }

    /// <summary>Equal ones got there by a clamp and stay equal.</summary>
    public override double DistanceToKink(SpecShape shape, double[][] x, double[][] parameters) => !IsMaximum ? double.PositiveInfinity
        : x.SelectMany(row => Windows(shape).SelectMany(window => window.Select(cell => window.Max(other => row[other]) - row[cell]))).Where(distance => distance > 0).DefaultIfEmpty(double.PositiveInfinity).Min();

    private int Cells(SpecShape shape) => Axes == 0 ? shape.Positions : Axes == 1 ? Size : Size * Size;

    /// <summary>For each output, channel after channel, the places of the cells that it reads.</summary>
    private IEnumerable<int[]> Windows(SpecShape shape)
    {
        if (Axes == 0)
            return Enumerable.Range(0, shape.Features).Select(channel => Enumerable.Range(0, shape.Positions).Select(p => shape.IsChannelsFirst ? (channel * shape.Positions) + p : (p * shape.Features) + channel).ToArray());
        int height = Axes == 1 ? 1 : shape.Sizes[1], width = shape.Last;
        return from channel in Enumerable.Range(0, shape.Features)
               from rows in Axes == 1 ? [[0]] : Positions(height)
               from columns in Positions(width)
               select rows.SelectMany(row => columns.Select(column => (((channel * height) + row) * width) + column)).ToArray();
    }

    /// <summary>For each position of the window along an axis the cells of the image that it covers.</summary>
    private IEnumerable<int[]> Positions(int cells)
    {
        for (int start = -Padding; start + Size <= cells + Padding; start += Step)
            yield return [.. Enumerable.Range(start, Size).Where(cell => cell >= 0 && cell < cells)];
    }
}
