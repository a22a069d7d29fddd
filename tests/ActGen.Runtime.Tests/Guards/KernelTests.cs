using ActGen.CompilerServices;
using ActGen.Runtime.Tests.Layers;
using ActGen.Runtime.Tests.Optimizers;

namespace ActGen.Runtime.Tests.Guards;

/// <summary>The operators that generated code calls stay within their spans, at every width.</summary>
[Collection(nameof(Widths))]
public sealed class KernelTests
{
    private static readonly int[] Sizes = [1, 2, 3, 7, 8, 9, 15, 16, 17, 31, 32, 33, 48, 63, 65, 130];

    /// <summary>Rows around the heights of tiles, one row, a chunk and one row.</summary>
    private static readonly int[] Rows = [1, 2, 3, 5, 6, 12, 13, 14, 15, 29, 33, 257];

    public static TheoryData<int> WidthsOfVectors => [.. Widths.All];

    public static TheoryData<string> Optimizers => [.. OptimizerCases.Vectors.Keys];

    [LinuxTheory]
    [MemberData(nameof(WidthsOfVectors))]
    public void A_dense_layer(int width)
    {
        using Arena x = new(257 * 130), w = new(130 * 130), b = new(130), y = new(257 * 130), kept = new(257 * 130), g = new(257 * 130), dw = new(130 * 130), db = new(130), dx = new(257 * 130), transposed = new(130 * 130);
        Widths.Force(width, () =>
        {
            foreach (int inputs in Sizes)
            {
                foreach (int outputs in Sizes)
                {
                    foreach (int rows in Rows.Where(rows => rows * inputs * outputs < 200_000))
                        Run(rows, inputs, outputs, atEnd: (rows + inputs + outputs) % 4 != 0);
                }
            }
        });

        void Run(int rows, int inputs, int outputs, bool atEnd)
        {
            float[] parameters = [0.5f, 1.5f];
            Span<float> input = x.Next(rows * inputs, atEnd), weights = w.Next(inputs * outputs, atEnd), bias = b.Next(outputs, atEnd), output = y.Next(rows * outputs, atEnd), operand = kept.Next(rows * outputs, atEnd);
            // Mostly zeros, so that single rows take the path that skips them too.
            if (outputs % 2 == 0)
                input[1..].Clear();
            Dense<float>.Forward<TestLeaky>(new Work(rows), input, weights, bias, output, parameters.AsSpan(0, 1), ActivationOperand.Output);
            Dense<float>.Forward<TestQuadratic>(new Work(rows), input, weights, bias, output, parameters, ActivationOperand.Derivative, operand);
            Workers.Run(rows, rows == 1 ? 2 : 1, work => Dense<float>.Forward<TestQuadratic>(work, x.Last, w.Last, b.Last, y.Last, parameters));
            Dense<float>.Backward<TestQuadratic>(
                new Work(rows), input, weights, g.Next(rows * outputs, atEnd), dw.Next(inputs * outputs, atEnd), db.Next(outputs, atEnd), dx.Next(rows * inputs, atEnd), transposed.Next(inputs * outputs, atEnd), ActivationOperand.Derivative, operand, parameters);
        }
    }

    [LinuxTheory]
    [MemberData(nameof(WidthsOfVectors))]
    public void A_convolution(int width)
    {
        float[] parameters = [0.5f, 1.5f];
        foreach (ConvolutionCase layer in ConvolutionCase.All.Values)
        {
            ConvolutionShape shape = layer.Shape;
            using Arena x = new(layer.X.Length), w = new(layer.W.Length), b = new(layer.B.Length), y = new(layer.G.Length), kept = new(layer.G.Length), padded = new(layer.NewPadded().Length), g = new(layer.G.Length);
            using Arena dw = new(layer.W.Length), db = new(layer.B.Length), dx = new(layer.X.Length), flipped = new(layer.W.Length), paddedGradient = new(layer.NewPaddedGradient().Length);
            foreach (bool atEnd in (bool[])[true, false])
            {
                Widths.Force(width, () =>
                {
                    Span<float> input = x.Next(layer.X.Length, atEnd), images = padded.Next(layer.NewPadded().Length, atEnd), operand = kept.Next(layer.G.Length, atEnd);
                    Convolution<float>.Forward<TestQuadratic>(new Work(layer.Images), shape, input, w.Next(layer.W.Length, atEnd), b.Next(layer.B.Length, atEnd), y.Next(layer.G.Length, atEnd), images, parameters, ActivationOperand.Derivative, operand);
                    Convolution<float>.Backward<TestQuadratic>(
                        new Work(layer.Images), shape, shape.Pads ? images : input, w.Last, g.Next(layer.G.Length, atEnd), dw.Next(layer.W.Length, atEnd), db.Next(layer.B.Length, atEnd), dx.Next(layer.X.Length, atEnd),
                        flipped.Next(layer.W.Length, atEnd), paddedGradient.Next(layer.NewPaddedGradient().Length, atEnd), ActivationOperand.Derivative, operand, parameters);
                });
            }
        }
    }

    [LinuxTheory]
    [MemberData(nameof(WidthsOfVectors))]
    public void A_recurrent_layer(int width)
    {
        using Arena x = new(4_000), w = new(20_000), u = new(20_000), b = new(300), y = new(4_000), gates = new(16_000), cells = new(12_000), previous = new(4_000), g = new(4_000);
        using Arena dw = new(20_000), du = new(20_000), db = new(300), dx = new(4_000), transposed = new(20_000), scratch = new(10_000);
        Widths.Force(width, () =>
        {
            foreach (string cell in RecurrentCase.Cells)
            {
                foreach (int units in (int[])[1, 2, 3, 5, 7, 8, 9, 15, 16, 17, 31, 33, 65])
                {
                    foreach (int rows in (int[])[1, 2, 5, 13])
                    {
                        Run(new(cell, rows, new(3, 4, units, ReturnSequences: units % 2 == 0, IsReverse: rows % 2 == 0, IsBidirectional: rows > 4)), atEnd: true);
                        Run(new(cell, rows, new(3, 4, units, ReturnSequences: units % 2 == 1, IsReverse: rows % 2 == 1, IsBidirectional: rows < 4)), atEnd: false);
                    }
                }
            }
        });

        void Run(RecurrentCase layer, bool atEnd)
        {
            int rows = layer.Rows, units = layer.Shape.Units, positions = rows * layer.Shape.Steps;
            Work work = new(rows);
            Span<float> input = x.Next(layer.X.Length, atEnd), weights = w.Next(layer.W.Length, atEnd), recurrent = u.Next(layer.U.Length, atEnd), bias = b.Next(layer.B.Length, atEnd), output = y.Next(rows * layer.OutputWidth, atEnd);
            layer.Infer<float>(work, input, weights, recurrent, bias, output, scratch.Next(rows * layer.Scratch.Infer * units, atEnd));
            Span<float> z = gates.Next(positions * layer.Columns, atEnd), c = cells.Next(positions * layer.CellWidth, atEnd), h = previous.Next(positions * units, atEnd);
            layer.Forward<float>(work, input, weights, recurrent, bias, output, z, c, h, scratch.Next(rows * layer.Scratch.Forward * units, atEnd));
            layer.Backward<float>(
                work, input, weights, recurrent, g.Next(output.Length, atEnd), dw.Next(weights.Length, atEnd), du.Next(recurrent.Length, atEnd), db.Next(bias.Length, atEnd), dx.Next(input.Length, atEnd), z, c, h,
                transposed.Next(layer.Columns * Math.Max(units, layer.Shape.Inputs), atEnd), scratch.Next(rows * units, atEnd));
        }
    }

    [LinuxTheory]
    [MemberData(nameof(WidthsOfVectors))]
    public void Activations_rows_gates_and_dropout(int width)
    {
        using Arena x = new(514), y = new(514), kept = new(514), g = new(514), dx = new(514), sums = new(514);
        float[] parameters = [0.5f, 1.5f];
        Widths.Force(width, () =>
        {
            for (int length = 1; length <= 257; length++)
            {
                foreach (bool atEnd in new[] { true, false })
                {
                    Work work = new(1);
                    Span<float> input = x.Next(length, atEnd), output = y.Next(length, atEnd), operand = kept.Next(length, atEnd), gradient = g.Next(length, atEnd);
                    Elementwise<float>.Forward<TestQuadratic>(work, input, output, parameters, ActivationOperand.Derivative, operand);
                    Elementwise<float>.Backward<TestQuadratic>(work, gradient, ActivationOperand.Derivative, operand, parameters);
                    Elementwise<float>.Backward<TestQuadratic>(work, gradient, ActivationOperand.Input, input, parameters, sums.Next(2, atEnd), dx.Next(2, atEnd));
                    RandomStream random = new(1, 2, 3);
                    Dropout<float>.Forward(work, random, 0.5, input, output);
                    foreach (Action<Span<float>, Span<float>, Span<float>> run in (Action<Span<float>, Span<float>, Span<float>>[])[Both<Softmax>, Both<LogSoftmax>, Both<Softmin>, Both<Sparsemax>])
                        run(input, output, dx.Next(length, atEnd));
                    Randomized<float>.Forward<TestLeaky>(work, random, 0.125, 0.5, input, output, operand);
                    PerChannel<float>.Forward<TestQuadratic>(work, parameters, 0b10, sums.Next(length, atEnd), input, output);
                    PerChannel<float>.Backward<TestQuadratic>(work, parameters, 0b10, sums.Last, g.Next(length, atEnd), input, dx.Next(length, atEnd));
                    LayerNorm<float>.Forward(work, 1e-5f, input, output, sums.Last, dx.Next(length, atEnd), kept.Next(2, atEnd));
                    LayerNorm<float>.Backward(work, g.Next(length, atEnd), input, kept.Last, sums.Last, dx.Last, output);
                    RMSNorm<float>.Forward(work, 1e-5f, input, output, sums.Last, kept.Next(1, atEnd));
                    RMSNorm<float>.Backward(work, g.Last, input, kept.Last, sums.Last, dx.Last);
                    Span<float> twice = x.Next(2 * length, atEnd);
                    Rowwise<float>.Forward<CReLU>(work, output, kept.Next(2 * length, atEnd));
                    Rowwise<float>.Backward<CReLU>(work, kept.Last, g.Next(2 * length, atEnd), dx.Next(length, atEnd));
                    Rowwise<float>.Forward<Maxout>(work, twice, output, kept.Next(2 * length, atEnd));
                    Rowwise<float>.Backward<Maxout>(work, kept.Last, g.Next(length, atEnd), dx.Next(2 * length, atEnd));
                    Gate<float>.Forward<TestQuadratic>(work, twice, output, parameters, kept.Next(2 * length, atEnd));
                    Gate<float>.Backward<TestQuadratic>(work, kept.Last, g.Next(length, atEnd), dx.Next(2 * length, atEnd), ActivationOperand.Derivative, parameters);

                    void Both<TFunction>(Span<float> source, Span<float> result, Span<float> back)
                        where TFunction : IRowFunction
                    {
                        Rowwise<float>.Forward<TFunction>(work, source, result);
                        Rowwise<float>.Backward<TFunction>(work, result, g.Last, back);
                    }
                }
            }
        });
    }

    [LinuxTheory]
    [MemberData(nameof(Optimizers))]
    public void An_update(string name)
    {
        using Arena parameters = new(257), gradients = new(257);
        foreach (int width in Widths.All)
        {
            Widths.Force(width, () =>
            {
                for (int length = 1; length <= 257; length++)
                {
                    UpdateRule rule = Layouts.Rule(OptimizerCases.Vectors[name], length);
                    foreach (bool atEnd in new[] { true, false })
                    {
                        rule.Begin(atEnd ? 1 : 2, 0.01);
                        rule.Run(new Work(1), parameters.Next(length, atEnd), gradients.Next(length, atEnd));
                    }
                }
            });
        }
    }

    /// <summary>Ordinary numbers between guard pages.</summary>
    private sealed class Arena(int most) : IDisposable
    {
        private readonly GuardedPages _pages = new(most);
        private int _length;
        private bool _atEnd;

        /// <summary>What was asked for last.</summary>
        public Span<float> Last => _pages.Span(_length, _atEnd);

        public Span<float> Next(int length, bool atEnd)
        {
            (_length, _atEnd) = (length, atEnd);
            Span<float> span = Last;
            for (int i = 0; i < length; i++)
                span[i] = (i % 5 - 2) * 0.25f;
            return span;
        }

        public void Dispose() => _pages.Dispose();
    }
}
