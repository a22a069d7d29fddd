using System.Numerics;
using ActGen.CompilerServices;

namespace ActGen.Runtime.Tests.Layers;

/// <summary>The convolution by its canonical orders, in plain scalar loops that share nothing with the kernels. Images lie channels-last.</summary>
internal sealed class ConvolutionDefinition(ConvolutionShape shape, int images)
{
    private const int Chunk = 256;

    private int GroupChannels => shape.Channels / shape.Groups;

    private int GroupFilters => shape.Filters / shape.Groups;

    /// <summary>z = (chain over kernel row, kernel column, channel + bias) + 0.</summary>
    public T[] PreActivation<T>(T[] x, T[] w, T[]? bias)
        where T : IBinaryFloatingPointIeee754<T>
    {
        T[] z = new T[images * shape.Output];
        ForEachOutput((image, row, column, filter, index) =>
        {
            T chain = T.Zero;
            for (int u = 0; u < shape.Rows.Kernel; u++)
            {
                for (int v = 0; v < shape.Columns.Kernel; v++)
                {
                    for (int channel = 0; channel < GroupChannels; channel++)
                        chain = T.FusedMultiplyAdd(Cell(x, image, row, column, u, v, channel + (filter / GroupFilters * GroupChannels)), w[Weight(u, v, channel, filter)], chain);
                }
            }
            z[index] = chain + (bias is null ? T.Zero : bias[filter]) + T.Zero;
        });
        return z;
    }

    /// <summary>dx = chain over row, column and output channel of the flipped kernel; outside the output dz is +0.</summary>
    public float[] InputGradient(float[] dz, float[] w)
    {
        float[] dx = new float[images * shape.Input];
        for (int index = 0; index < dx.Length; index++)
        {
            int channel = index % shape.Channels, column = index / shape.Channels % shape.Columns.Input, row = index / shape.Channels / shape.Columns.Input % shape.Rows.Input, image = index / shape.Input;
            int group = channel / GroupChannels;
            float chain = 0f;
            for (int u = shape.Rows.Kernel - 1; u >= 0; u--)
            {
                for (int v = shape.Columns.Kernel - 1; v >= 0; v--)
                {
                    if (!Reaches(shape.Rows, row, u, out int y) || !Reaches(shape.Columns, column, v, out int x))
                        continue;
                    bool isPosition = y >= 0 && y < shape.Rows.Output && x >= 0 && x < shape.Columns.Output;
                    for (int filter = group * GroupFilters; filter < (group + 1) * GroupFilters; filter++)
                        chain = MathF.FusedMultiplyAdd(isPosition ? dz[Output(image, y, x, filter)] : 0f, w[Weight(u, v, channel % GroupChannels, filter)], chain);
                }
            }
            dx[index] = chain;
        }
        return dx;

        static bool Reaches(ConvolutionAxis axis, int cell, int tap, out int position)
        {
            (position, int rest) = Math.DivRem(cell + axis.Padding - (tap * axis.Dilation), axis.Stride);
            return rest == 0;
        }
    }

    /// <summary>dW: a chain for each chunk of positions, chunks added in ascending order.</summary>
    public float[] WeightGradient(float[] x, float[] dz)
    {
        float[] dw = new float[shape.Steps * shape.Filters];
        for (int u = 0; u < shape.Rows.Kernel; u++)
        {
            for (int v = 0; v < shape.Columns.Kernel; v++)
            {
                for (int channel = 0; channel < GroupChannels; channel++)
                {
                    for (int filter = 0; filter < shape.Filters; filter++)
                    {
                        float total = 0f, chain = 0f;
                        for (int position = 0; position < images * shape.Positions; position++)
                        {
                            int column = position % shape.Columns.Output, row = position / shape.Columns.Output % shape.Rows.Output, image = position / shape.Positions;
                            chain = MathF.FusedMultiplyAdd(Cell(x, image, row, column, u, v, channel + (filter / GroupFilters * GroupChannels)), dz[(position * shape.Filters) + filter], chain);
                            if ((position + 1) % Chunk != 0 && position + 1 != images * shape.Positions)
                                continue;
                            total = position < Chunk ? chain : total + chain;
                            chain = 0f;
                        }
                        dw[Weight(u, v, channel, filter)] = total;
                    }
                }
            }
        }
        return dw;
    }

    private void ForEachOutput(Action<int, int, int, int, int> visit)
    {
        for (int index = 0; index < images * shape.Output; index++)
        {
            int filter = index % shape.Filters, position = index / shape.Filters;
            visit(index / shape.Output, position / shape.Columns.Output % shape.Rows.Output, position % shape.Columns.Output, filter, index);
        }
    }

    private T Cell<T>(T[] x, int image, int row, int column, int u, int v, int channel)
        where T : IBinaryFloatingPointIeee754<T>
    {
        int y = (row * shape.Rows.Stride) - shape.Rows.Padding + (u * shape.Rows.Dilation), at = (column * shape.Columns.Stride) - shape.Columns.Padding + (v * shape.Columns.Dilation);
        return y < 0 || y >= shape.Rows.Input || at < 0 || at >= shape.Columns.Input ? T.Zero : x[(((((image * shape.Rows.Input) + y) * shape.Columns.Input) + at) * shape.Channels) + channel];
    }

    private int Weight(int u, int v, int channel, int filter) => (((((u * shape.Columns.Kernel) + v) * GroupChannels) + channel) * shape.Filters) + filter;

    private int Output(int image, int row, int column, int filter) => (((((image * shape.Rows.Output) + row) * shape.Columns.Output) + column) * shape.Filters) + filter;
}
