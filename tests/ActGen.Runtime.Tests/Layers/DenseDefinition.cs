using System.Numerics;

namespace ActGen.Runtime.Tests.Layers;

/// <summary>The dense layer by its canonical orders, in plain scalar loops that share nothing with the kernels.</summary>
internal static class DenseDefinition
{
    /// <summary>Rows of a chunk.</summary>
    private const int Chunk = 256;

    /// <summary>z = (chain over k + bias) + 0; with at most 64 outputs four chains, three of ⌊K/4⌋ inputs and one of the rest, added in ascending order.</summary>
    public static T[] PreActivation<T>(T[] x, T[] w, T[]? bias, int rows, int inputs, int outputs)
        where T : IBinaryFloatingPointIeee754<T>
    {
        T[] z = new T[rows * outputs];
        for (int b = 0; b < rows; b++)
        {
            for (int n = 0; n < outputs; n++)
            {
                int[] cuts = outputs <= 64 ? [0, inputs / 4, 2 * (inputs / 4), 3 * (inputs / 4), inputs] : [0, inputs];
                T sum = Chain(0);
                for (int segment = 1; segment < cuts.Length - 1; segment++)
                    sum += Chain(segment);
                if (bias is not null)
                    sum += bias[n];
                z[(b * outputs) + n] = sum + T.Zero;

                T Chain(int segment)
                {
                    T chain = T.Zero;
                    for (int k = cuts[segment]; k < cuts[segment + 1]; k++)
                        chain = T.FusedMultiplyAdd(x[(b * inputs) + k], w[(k * outputs) + n], chain);
                    return chain;
                }
            }
        }

        return z;
    }

    /// <summary>dx[b, k] = chain over n.</summary>
    public static T[] InputGradient<T>(T[] dz, T[] w, int rows, int inputs, int outputs)
        where T : IBinaryFloatingPointIeee754<T>
    {
        T[] dx = new T[rows * inputs];
        for (int b = 0; b < rows; b++)
        {
            for (int k = 0; k < inputs; k++)
            {
                T chain = T.Zero;
                for (int n = 0; n < outputs; n++)
                    chain = T.FusedMultiplyAdd(dz[(b * outputs) + n], w[(k * outputs) + n], chain);
                dx[(b * inputs) + k] = chain;
            }
        }

        return dx;
    }

    /// <summary>dW[k, n]: a chain for each chunk of rows, chunks added in ascending order.</summary>
    public static T[] WeightGradient<T>(T[] x, T[] dz, int rows, int inputs, int outputs)
        where T : IBinaryFloatingPointIeee754<T>
    {
        T[] dw = new T[inputs * outputs];
        for (int k = 0; k < inputs; k++)
        {
            for (int n = 0; n < outputs; n++)
            {
                int row = 0;
                dw[(k * outputs) + n] = Chunks(rows, () =>
                {
                    T chain = T.Zero;
                    for (int end = Math.Min(rows, row + Chunk); row < end; row++)
                        chain = T.FusedMultiplyAdd(x[(row * inputs) + k], dz[(row * outputs) + n], chain);
                    return chain;
                });
            }
        }

        return dw;
    }

    /// <summary>Σ over rows by plain additions in chunks.</summary>
    public static T[] ColumnSums<T>(T[] values, int rows, int columns)
        where T : IBinaryFloatingPointIeee754<T>
    {
        T[] sums = new T[columns];
        for (int n = 0; n < columns; n++)
        {
            int row = 0;
            sums[n] = Chunks(rows, () =>
            {
                T sum = T.Zero;
                for (int end = Math.Min(rows, row + Chunk); row < end; row++)
                    sum += values[(row * columns) + n];
                return sum;
            });
        }

        return sums;
    }

    private static T Chunks<T>(int rows, Func<T> next)
        where T : IBinaryFloatingPointIeee754<T>
    {
        T total = next();
        for (int start = Chunk; start < rows; start += Chunk)
            total += next();
        return total;
    }
}
