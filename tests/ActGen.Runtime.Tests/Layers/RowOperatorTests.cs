using ActGen.CompilerServices;

namespace ActGen.Runtime.Tests.Layers;

/// <summary>Functions of rows and gates have the bits of their definitions at every width and for any number of workers.</summary>
[Collection(nameof(Widths))]
public sealed class RowOperatorTests
{
    public static TheoryData<int, int> Sizes
    {
        get
        {
            TheoryData<int, int> sizes = [];
            foreach (int width in new[] { 1, 2, 7, 15, 16, 17, 31, 33, 4097 })
                sizes.Add(width == 4097 ? 2 : 5, width);
            return sizes;
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Softmin(int rows, int width) => Check<Softmin>(rows, width, RowOperatorDefinition.Softmin, null, RowOperatorDefinition.SoftminGradient);

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Sparsemax(int rows, int width) => Check<Sparsemax>(rows, width, RowOperatorDefinition.Sparsemax, null, RowOperatorDefinition.SparsemaxGradient);

    [Theory]
    [MemberData(nameof(Sizes))]
    public void CReLU(int rows, int width) => Check<CReLU>(rows, width, RowOperatorDefinition.CReLU, null, RowOperatorDefinition.CReLUGradient);

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Maxout(int rows, int width)
    {
        foreach (int pieces in new[] { 1, 2, 3, 5 })
        {
            Check<Maxout>(rows, width * pieces, x => RowOperatorDefinition.Maxout(x, pieces), x => RowOperatorDefinition.MaxoutDerivative(x, pieces),
                (derivative, g) => [.. derivative.Select((d, i) => g[i % g.Length] * d)]);
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Gates_keep_their_derivatives_in_place(int rows, int width)
    {
        float[] parameters = [0.5f, 1.5f], x = Numbers.Mixed(2 * rows * width, seed: 3), g = Numbers.Mixed(rows * width, seed: 4);
        float[] y = PerRow(x, 2 * width, RowOperatorDefinition.Gate), kept = PerRow(x, 2 * width, RowOperatorDefinition.GateDerivatives);
        float[] dx = PerRow(kept, 2 * width, g, width, RowOperatorDefinition.GateGradient);
        float[] learned = PerRow(x, 2 * width, g, width, RowOperatorDefinition.LearnedGateGradient);
        float[] shares = PerRow(x, 2 * width, g, width, RowOperatorDefinition.LearnedGateSums);
        float[] sums = DenseDefinition.ColumnSums(shares, rows, 2);
        EveryWay((workers, what) =>
        {
            float[] output = new float[rows * width], inPlace = [.. x], gradient = new float[x.Length], rowSums = new float[2 * rows], ofParameters = new float[2];
            Workers.Run(rows, workers, work => Gate<float>.Forward<TestQuadratic>(work, x, output, parameters));
            Numbers.AssertSameBits(y, output, what + "inference");
            Workers.Run(rows, workers, work => Gate<float>.Forward<TestQuadratic>(work, inPlace, output, parameters, inPlace));
            Numbers.AssertSameBits(y, output, what + "y");
            Numbers.AssertSameBits(kept, inPlace, what + "kept");
            Workers.Run(rows, workers, work => Gate<float>.Backward<TestQuadratic>(work, inPlace, g, inPlace, ActivationOperand.Derivative));
            Numbers.AssertSameBits(dx, inPlace, what + "dx");
            Workers.Run(rows, workers, work => Gate<float>.Backward<TestQuadratic>(work, x, g, gradient, ActivationOperand.Input, parameters, ofParameters, rowSums));
            Numbers.AssertSameBits(learned, gradient, what + "dx with learned parameters");
            Numbers.AssertSameBits(sums, ofParameters, what + "learned parameters");
        });
    }

    private static void Check<TFunction>(int rows, int width, Func<float[], float[]> forward, Func<float[], float[]>? derivative, Func<float[], float[], float[]> backward)
        where TFunction : IRowFunction
    {
        float[] x = Numbers.Mixed(rows * width, seed: 5), y = PerRow(x, width, forward);
        int outputs = y.Length / rows;
        float[] g = Numbers.Mixed(y.Length, seed: 6), kept = derivative is null ? y : PerRow(x, width, derivative);
        float[] dx = PerRow(kept, kept.Length / rows, g, outputs, backward);
        EveryWay((workers, what) =>
        {
            float[] output = new float[y.Length], gradient = new float[x.Length], place = [.. x];
            Workers.Run(rows, workers, work => Rowwise<float>.Forward<TFunction>(work, x, output));
            Numbers.AssertSameBits(y, output, what + "inference");
            if (derivative is null)
            {
                Workers.Run(rows, workers, work => Rowwise<float>.Backward<TFunction>(work, output, g, gradient));
                Numbers.AssertSameBits(dx, gradient, what + "dx");
                return;
            }

            Workers.Run(rows, workers, work => Rowwise<float>.Forward<TFunction>(work, place, output, place));
            Numbers.AssertSameBits(y, output, what + "y");
            Numbers.AssertSameBits(kept, place, what + "kept in place");
            Workers.Run(rows, workers, work => Rowwise<float>.Backward<TFunction>(work, place, g, place));
            Numbers.AssertSameBits(dx, place, what + "dx in place");
        });
    }

    private static void EveryWay(Action<int, string> check)
    {
        foreach (int lanes in Widths.All)
        {
            Widths.Force(lanes, () =>
            {
                foreach (int workers in (int[])[1, 3])
                    check(workers, $"width {lanes}, {workers} workers: ");
            });
        }
    }

    private static float[] PerRow(float[] x, int width, Func<float[], float[]> map) => [.. x.Chunk(width).SelectMany(map)];

    private static float[] PerRow(float[] x, int width, float[] g, int outputs, Func<float[], float[], float[]> map) =>
        [.. x.Chunk(width).Zip(g.Chunk(outputs), map).SelectMany(static row => row)];
}
