namespace ActGen.Runtime.Tests.Proofs.Specs;

/// <summary>y[f, p] = b[f] + Σ x[c, p·stride − padding + t·dilation]·w[t, c, f], cells outside the image 0: one or two axes.</summary>
internal sealed record ConvolutionSpec(int Axes, int Filters, int KernelHeight, int KernelWidth) : ImageSpec
{
    /// <summary>As declared.</summary>
    public int Stride { get; init; } = 1;

    /// <summary>As declared; −1 leaves the image its size.</summary>
    public int Padding { get; init; }

    /// <summary>As declared.</summary>
    public int Dilation { get; init; } = 1;

    /// <summary>As declared.</summary>
    public int Groups { get; init; } = 1;

    /// <summary>As declared.</summary>
    public bool Bias { get; init; } = true;

    public override string Attribute
    {
        get
        {
            string kernel = Axes == 1 || KernelHeight == KernelWidth ? $"{KernelWidth}" : $"{KernelHeight}, {KernelWidth}";
            string[] options = [.. new[] { ("Stride", Stride, 1), ("Padding", Padding, 0), ("Dilation", Dilation, 1), ("Groups", Groups, 1) }.Where(o => o.Item2 != o.Item3).Select(o => $", {o.Item1} = {o.Item2}")];
            return $"Conv{Axes}D({Filters}, {kernel}{string.Concat(options)}{(Bias ? "" : ", Bias = false")})";
        }
    }

    private Axis Rows(SpecShape shape) => Axes == 1 ? new(1, 1, 1, 1, 0, 1) : AxisOf(shape.Sizes[1], KernelHeight);

    private Axis Columns(SpecShape shape) => AxisOf(shape.Sizes[^1], KernelWidth);

    private Axis AxisOf(int cells, int kernel)
    {
        int extent = ((kernel - 1) * Dilation) + 1;
        return Padding < 0
            ? new(cells, cells, kernel, 1, (extent - 1) / 2, Dilation)
            : new(cells, cells + (2 * Padding) < extent ? 0 : ((cells + (2 * Padding) - extent) / Stride) + 1, kernel, Stride, Padding, Dilation);
    }

    public override SpecOrder Reads => Axes == 1 ? SpecOrder.Channels : SpecOrder.Features;

    public override int OutputWidth(int inputWidth) => Filters;

    public override bool Fits(SpecShape input) =>
        input.Sizes.Length == Axes + 1 && input.Features % Groups == 0 && Filters % Groups == 0 && Rows(input).Output > 0 && Columns(input).Output > 0;

    public override SpecShape OutputShape(SpecShape input) => input with { Sizes = Axes == 1 ? [Filters, Columns(input).Output] : [Filters, Rows(input).Output, Columns(input).Output] };

    public override IReadOnlyList<int[]> TensorShapes(int inputWidth)
    {
        int[] weights = [KernelWidth, inputWidth / Groups, Filters];
        return [Axes == 1 ? weights : [KernelHeight, .. weights], .. Bias ? new int[][] { [Filters] } : []];
    }

    public override (double Start, double Scale) Distribution(int tensor, int[] shape) => tensor == 0 ? (0, 1.2 / Math.Sqrt(shape[..^1].Aggregate(1, (a, b) => a * b))) : (0, 0.3);

    public override double[][] Forward(SpecShape shape, double[][] x, double[][] parameters, Run run)
    {
        double[][] y = [.. x.Select(_ => new double[OutputShape(shape).Size])];
        for (int i = 0; i < y.Length; i++)
        {
            for (int j = 0; Bias && j < y[i].Length; j++)
                y[i][j] = parameters[1][j / (y[i].Length / Filters)];
            ForEachTap(shape, (from, to, weight) => y[i][to] += x[i][from] * parameters[0][weight]);
        }
        return y;
    }

    public override double[][] Backward(SpecShape shape, double[][] x, double[][] y, double[][] g, double[][] parameters, double[][] gradients, Run run)
    {
        double[][] dx = [.. x.Select(row => new double[row.Length])];
        for (int i = 0; i < x.Length; i++)
        {
            for (int j = 0; Bias && j < g[i].Length; j++)
                gradients[1][j / (g[i].Length / Filters)] += g[i][j];
            ForEachTap(shape, (from, to, weight) =>
            {
                dx[i][from] += g[i][to] * parameters[0][weight];
                gradients[0][weight] += g[i][to] * x[i][from];
            });
        }
        return dx;
    }

    /// <summary>Every product of an element of x with a weight: indices of x, y and w in a row.</summary>
    private void ForEachTap(SpecShape shape, Action<int, int, int> visit)
    {
        Axis rows = Rows(shape), columns = Columns(shape);
        int channels = shape.Features / Groups;
        for (int filter = 0; filter < Filters; filter++)
        {
            for (int row = 0; row < rows.Output; row++)
            {
                for (int column = 0; column < columns.Output; column++)
                {
                    for (int u = 0; u < rows.Kernel; u++)
                    {
                        for (int v = 0; v < columns.Kernel; v++)
                        {
                            int top = rows.Cell(row, u), left = columns.Cell(column, v);
                            if (top < 0 || top >= rows.Input || left < 0 || left >= columns.Input)
                                continue;
                            for (int channel = 0; channel < channels; channel++)
                            {
                                int source = (filter / (Filters / Groups) * channels) + channel;
                                visit((((source * rows.Input) + top) * columns.Input) + left, (((filter * rows.Output) + row) * columns.Output) + column, (((((u * columns.Kernel) + v) * channels) + channel) * Filters) + filter);
                            }
                        }
                    }
                }
            }
        }
    }

    private readonly record struct Axis(int Input, int Output, int Kernel, int Stride, int Padding, int Dilation)
    {
        public int Cell(int position, int tap) => (position * Stride) - Padding + (tap * Dilation);
    }
}
