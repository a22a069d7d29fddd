using System.Numerics;
using ActGen.CompilerServices;
using ActGen.Runtime.Tests.Proofs.Programs;

namespace ActGen.Runtime.Tests.Layers;

[Collection(nameof(Widths))]
public sealed class RecurrentTests
{
    private const double Step = 1.0 / 1024;

    private static readonly int[] Units = [1, 2, 3, 5, 7, 15, 16, 17, 31, 33, 64, 67];

    public static TheoryData<string> Cells => [.. RecurrentCase.Cells];

    /// <summary>All units, and with them steps, rows, inputs and directions in turns.</summary>
    private static IEnumerable<RecurrentCase> Cases(string cell)
    {
        int[] steps = [1, 2, 7], inputs = [1, 3, 16, 5, 33];
        int turn = 0;
        foreach (int units in Units)
        {
            foreach (int step in steps)
            {
                bool isReverse = turn % 3 == 1, isBidirectional = turn % 4 >= 2, returnsSequences = turn % 2 == 0;
                yield return new(cell, 1 + (turn * 5 % 13), new(step, inputs[turn % inputs.Length], units, returnsSequences, isReverse, isBidirectional));
                turn++;
            }
        }
        for (int rows = 1; rows <= 13; rows++)
            yield return new(cell, rows, new(3, 4, 6, ReturnSequences: rows % 2 == 0, IsReverse: rows % 3 == 0, IsBidirectional: rows % 3 > 0));
        // More than a panel of rows, more than a chunk of positions; panels of Uᵀ.
        yield return new(cell, 101, new(3, 5, 9, ReturnSequences: true));
        yield return new(cell, 14, new(3, 70, 130));
        // A row alone makes x·W of some steps at a time: several such blocks, from either end.
        yield return new(cell, 1, new(130, 2, 32, ReturnSequences: true));
        yield return new(cell, 1, new(67, 3, 65, IsReverse: true));
        // Gates of more and of fewer columns than one vector at any width.
        yield return new(cell, 6, new(4, 2, 4, IsReverse: true));
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Every_width_and_any_number_of_workers_give_the_bits_of_the_definition(string cell)
    {
        foreach (RecurrentCase layer in Cases(cell))
        {
            RecurrentDefinition<float> definition = new RecurrentDefinition<float>(layer).Run();
            foreach (int width in Widths.All)
            {
                Widths.Force(width, () =>
                {
                    foreach (int workers in (int[])[1, 2, 3, 4])
                        AssertDefinition(layer, definition, workers, $"{layer}, width {width}, {workers} workers: ");
                });
            }
            AssertDefinition(layer, definition, 1, $"{layer}: ");
        }
    }

    /// <summary>States that no bound holds grow to infinity, and from there on to what is no number: everywhere alike.</summary>
    [Fact]
    public void States_that_overflow_are_those_of_the_definition()
    {
        foreach (int units in Units)
        {
            foreach (int rows in (int[])[1, 5])
            {
                RecurrentCase layer = new("ReLU", rows, new(7, 5, units, ReturnSequences: true));
                RecurrentDefinition<float> definition = new(layer);
                Scale(definition.X, 1e15f);
                Scale(definition.U, 1e12f);
                definition.Run();
                Assert.Contains(definition.Y, float.IsFinite);
                Assert.True(units < 5 || definition.Y.Any(float.IsNaN));
                foreach (int width in Widths.All)
                    Widths.Force(width, () => AssertDefinition(layer, definition, 1, $"{layer}, width {width}: "));
                AssertDefinition(layer, definition, 2, $"{layer}: ");
            }
        }

        static void Scale(float[] values, float factor)
        {
            for (int i = 0; i < values.Length; i++)
                values[i] *= factor;
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Double_gives_the_bits_of_the_definition(string cell)
    {
        foreach (RecurrentCase layer in Cases(cell).Where(layer => layer.Rows % 2 == 1))
        {
            RecurrentDefinition<double> definition = new RecurrentDefinition<double>(layer).Run();
            foreach (int width in Widths.All)
            {
                Widths.Force(width, () =>
                {
                    RecurrentBuffers<double> buffers = new(layer, definition);
                    buffers.Infer();
                    AssertOwnColumns(layer, definition.Y, buffers.Y, $"{layer}, width {width}: y");
                    Array.Fill(buffers.Y, double.NaN);
                    buffers.Forward();
                    AssertOwnColumns(layer, definition.Y, buffers.Y, $"{layer}, width {width}: y of training");
                    buffers.Backward();
                    AssertSameBits(definition.InputWeightGradient, buffers.InputWeightGradient, $"{layer}, width {width}: dW");
                    AssertSameBits(definition.RecurrentWeightGradient, buffers.RecurrentWeightGradient, $"{layer}, width {width}: dU");
                    AssertSameBits(definition.BiasGradient, buffers.BiasGradient, $"{layer}, width {width}: db");
                    AssertSameBits(definition.InputGradient, buffers.InputGradient, $"{layer}, width {width}: dx");
                });
            }
        }
    }

    // ReLU has kinks, which differences step over; its gradients have the bits of the definition.
    [Theory]
    [InlineData("LSTM")]
    [InlineData("GRU")]
    [InlineData("tanh")]
    public void Gradients_are_those_of_finite_differences(string cell)
    {
        foreach (RecurrentShape shape in (RecurrentShape[])[new(5, 3, 4), new(4, 2, 5, ReturnSequences: true, IsReverse: true), new(3, 4, 3, ReturnSequences: true, IsReverse: true, IsBidirectional: true)])
        {
            RecurrentCase layer = new(cell, 3, shape);
            RecurrentDefinition<double> data = new(layer);
            RecurrentBuffers<double> buffers = new(layer, data);
            buffers.Forward();
            buffers.Backward();
            AssertDerivatives(data.X, buffers.InputGradient, "dx");
            AssertDerivatives(data.W, buffers.InputWeightGradient, "dW");
            AssertDerivatives(data.U, buffers.RecurrentWeightGradient, "dU");
            AssertDerivatives(data.B, buffers.BiasGradient, "db");

            void AssertDerivatives(double[] values, double[] gradient, string what)
            {
                for (int i = 0; i < values.Length; i++)
                {
                    double value = values[i], expected = ((8 * (At(1) - At(-1))) - At(2) + At(-2)) / (12 * Step);
                    values[i] = value;
                    Assert.True(Math.Abs(expected - gradient[i]) <= (1e-6 * Math.Abs(expected)) + 1e-8, $"{layer.Cell}, {shape}: {what}[{i}] is {gradient[i]}, by differences {expected}.");

                    double At(int steps)
                    {
                        values[i] = value + (steps * Step);
                        RecurrentBuffers<double> moved = new(layer, data);
                        moved.Infer();
                        return moved.Y.Zip(data.G, (y, g) => double.IsNaN(y) ? 0 : y * g).Sum();
                    }
                }
            }
        }
    }

    [Theory]
    [InlineData("LSTM")]
    [InlineData("GRU")]
    [InlineData("tanh")]
    public void Double_is_what_the_equations_say(string cell)
    {
        RecurrentCase layer = new(cell, 1, new(6, 3, 4, ReturnSequences: true));
        RecurrentDefinition<double> data = new(layer);
        RecurrentBuffers<double> buffers = new(layer, data);
        buffers.Infer();
        double[] expected = RecurrentEquations.Run(cell, layer.Shape, data.X, data.W, data.U, data.B);
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], buffers.Y[i], 1e-13);
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void No_rows_give_zero_gradients(string cell)
    {
        foreach (int workers in (int[])[1, 3])
        {
            RecurrentCase layer = new(cell, 0, new(3, 2, 5));
            RecurrentBuffers<float> buffers = new(layer, new RecurrentDefinition<float>(layer));
            buffers.Infer(workers);
            buffers.Forward(workers);
            buffers.Backward(workers);
            Assert.All(buffers.InputWeightGradient.Concat(buffers.RecurrentWeightGradient).Concat(buffers.BiasGradient), value => Assert.Equal(0, value));
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Nothing_is_allocated(string cell)
    {
        foreach (int rows in (int[])[1, 9])
        {
            RecurrentCase layer = new(cell, rows, new(6, 5, 20));
            RecurrentDefinition<float> data = new(layer);
            RecurrentBuffers<float> buffers = new(layer, data);
            void Step()
            {
                Work work = new(rows);
                layer.Infer<float>(work, data.X, data.W, data.U, data.B, buffers.Y, buffers.InferenceScratch);
                layer.Forward<float>(work, data.X, data.W, data.U, data.B, buffers.Y, buffers.Gates, buffers.Cells, buffers.Previous, buffers.ForwardScratch);
                layer.Backward<float>(
                    work, data.X, data.W, data.U, buffers.G, buffers.InputWeightGradient, buffers.RecurrentWeightGradient, buffers.BiasGradient, buffers.InputGradient, buffers.Gates, buffers.Cells, buffers.Previous, buffers.Transposed, buffers.BackwardScratch);
            }

            Assert.Equal(0, AllocationMeter.OfCall(Step));
        }
    }

    private static void AssertDefinition(RecurrentCase layer, RecurrentDefinition<float> definition, int workers, string what)
    {
        RecurrentBuffers<float> buffers = new(layer, definition);
        buffers.Infer(workers);
        AssertOwnColumns(layer, definition.Y, buffers.Y, what + "y");
        Array.Fill(buffers.Y, float.NaN);
        buffers.Forward(workers);
        AssertOwnColumns(layer, definition.Y, buffers.Y, what + "y of training");
        buffers.Backward(workers);
        AssertSameBits(definition.InputWeightGradient, buffers.InputWeightGradient, what + "dW");
        AssertSameBits(definition.RecurrentWeightGradient, buffers.RecurrentWeightGradient, what + "dU");
        AssertSameBits(definition.BiasGradient, buffers.BiasGradient, what + "db");
        AssertSameBits(definition.InputGradient, buffers.InputGradient, what + "dx");
    }

    /// <summary>This direction's columns by the definition, the other one's untouched.</summary>
    private static void AssertOwnColumns<T>(RecurrentCase layer, T[] expected, T[] actual, string what)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] all = [.. expected];
        for (int i = 0; i < all.Length; i++)
        {
            int column = i % layer.OutputFeatures;
            if (column < layer.OutputColumn || column >= layer.OutputColumn + layer.Shape.Units)
                all[i] = T.NaN;
        }
        AssertSameBits(all, actual, what);
    }

    private static void AssertSameBits<T>(T[] expected, T[] actual, string what)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            if (!expected[i].Equals(actual[i]) || (T.IsZero(actual[i]) && T.IsNegative(expected[i]) != T.IsNegative(actual[i])))
                Assert.Fail($"{what}[{i}] is {actual[i]:R}, by the definition {expected[i]:R}.");
        }
    }
}
