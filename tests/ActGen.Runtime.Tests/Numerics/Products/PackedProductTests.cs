using ActGen.CompilerServices;
using ActGen.Runtime.Tests.Guards;
using ActGen.Runtime.Tests.Layers;
using ActGen.Runtime.Tests.Proofs.Programs;

namespace ActGen.Runtime.Tests.Numerics.Products;

[Collection(nameof(Widths))]
public sealed class PackedProductTests
{
    /// <summary>Rows, steps, columns: fewer rows than a tile; one tile; ends of rows; steps taken at once, one more, and a last part of more and of fewer steps than the others; several blocks of columns, of equal and of different widths.</summary>
    public static TheoryData<int, int, int> Shapes => new()
    {
        { 5, 600, 47 }, { 11, 1, 113 }, { 24, 1, 16 }, { 25, 3, 17 }, { 31, 5, 47 }, { 29, 40, 63 }, { 24, 7, 65 }, { 49, 2048, 16 }, { 24, 769, 65 }, { 37, 768, 33 }, { 24, 20_000, 65 }, { 73, 1700, 143 }, { 530, 1025, 40 }, { 301, 767, 207 }, { 37, 600, 513 }, { 24, 512, 512 }, { 28, 1300, 271 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Every_output_is_one_chain_at_every_width(int rows, int steps, int columns)
    {
        float[] a = Numbers.Mixed(rows * steps, seed: 1), b = Numbers.Mixed(steps * columns, seed: 2), expected = new float[rows * columns];
        for (int row = 0; row < rows; row++)
        {
            Span<float> chains = expected.AsSpan(row * columns, columns);
            for (int step = 0; step < steps; step++)
            {
                float x = a[(row * steps) + step];
                for (int n = 0; n < columns; n++)
                    chains[n] = MathF.FusedMultiplyAdd(x, b[(step * columns) + n], chains[n]);
            }
        }
        foreach (int width in Widths.All)
        {
            float[] c = new float[rows * columns], transposed = new float[a.Length];
            Widths.Force(width, () => Product.Run(a, b, c, rows, steps, columns));
            Numbers.AssertSameBits(expected, c, $"width {width}");
            // Chains that somebody else began.
            Array.Fill(c, float.NaN);
            int third = steps / 3;
            Widths.Force(width, () => Product.Run(a, b, c, rows, steps, columns, 0, third));
            Widths.Force(width, () => Product.Run(a, b, c, rows, steps, columns, third, steps));
            Numbers.AssertSameBits(expected, c, $"width {width}, in two parts");
            for (int k = 0; k < a.Length; k++)
                transposed[(k % steps * rows) + (k / steps)] = a[k];
            c.AsSpan().Clear();
            Widths.Force(width, () => Product.Run(transposed, b, c, rows, steps, columns, isTransposed: true));
            Numbers.AssertSameBits(expected, c, $"width {width}, transposed");
        }
    }

    [LinuxTheory]
    [MemberData(nameof(Shapes))]
    public void Nothing_beside_the_matrices_is_touched(int rows, int steps, int columns)
    {
        using GuardedPages a = new(rows * steps), b = new(steps * columns), c = new(rows * columns);
        foreach (int width in Widths.All)
        {
            foreach (bool atEnd in (bool[])[true, false])
            {
                foreach (bool isTransposed in (bool[])[false, true])
                    Widths.Force(width, () => Product.Run(a.Span(rows * steps, atEnd), b.Span(steps * columns, atEnd), c.Span(rows * columns, atEnd), rows, steps, columns, isTransposed));
            }
        }
    }

    [Theory]
    [InlineData(2048, 2048, 2048, true)]
    [InlineData(128, 1024, 1024, true)]
    [InlineData(64, 2048, 2048, true)]
    [InlineData(64, 20_000, 500, true)]
    [InlineData(64, 1024, 1024, true)]
    [InlineData(512, 512, 512, true)]
    [InlineData(256, 2048, 256, true)]
    [InlineData(256, 256, 256, false)]
    [InlineData(32, 784, 128, false)]
    [InlineData(1, 20_000, 20_000, false)]
    // Twice the height of a tile pays: 24 rows, or 12 where there are 16 registers.
    [InlineData(24, 10_000, 10_000, true)]
    [InlineData(11, 10_000, 10_000, false)]
    [InlineData(1000, 100_000, 100, false)]
    public void It_is_for_matrices_that_do_not_stay_near_and_whose_rows_are_far_apart(int rows, int steps, int columns, bool pays)
    {
        ProductShape shape = new(steps, steps, 1, columns, columns);
        Assert.Equal(pays, PackedProduct<float, Simd512<float>>.Pays(in shape, rows, columns));
    }

    [Theory]
    [InlineData(256, 784, 128, true)]
    [InlineData(256, 512, 512, true)]
    [InlineData(127, 784, 128, false)]
    [InlineData(256, 784, 95, false)]
    [InlineData(256, 255, 512, false)]
    public void A_transposed_matrix_is_copied_where_its_steps_are_far_apart_and_many_columns_wait_for_it(int steps, int rows, int columns, bool pays)
    {
        ProductShape shape = new(steps, 1, rows, columns, columns);
        Assert.Equal(pays, PackedProduct<float, Simd512<float>>.PaysTransposed(in shape, rows, columns));
    }

    /// <summary>Packed by one worker, by two and by three, with rows of their own: none of them may be told from the other, nor from rows that come alone.</summary>
    [Fact]
    public void A_large_layer_has_the_bits_of_its_rows_alone_and_allocates_nothing()
    {
        const int Rows = 200, Inputs = 830, Outputs = 831;
        float[] x = Numbers.Mixed(Rows * Inputs, seed: 1), w = Numbers.Mixed(Inputs * Outputs, seed: 2), bias = Numbers.Mixed(Outputs, seed: 3);
        float[] y = new float[Rows * Outputs], kept = new float[Rows * Outputs], alone = new float[Outputs], parameters = [0.25f];
        foreach (int width in Widths.All)
        {
            foreach (int workers in (int[])[3, 2, 1])
            {
                Widths.Force(width, () =>
                {
                    Workers.Run(Rows, workers, Forward);
                    for (int row = 0; row < Rows; row += 37)
                    {
                        Dense<float>.Forward<TestLeaky>(new Work(1), x.AsSpan(row * Inputs, Inputs), w, bias, alone, parameters);
                        Numbers.AssertSameBits(alone, y.AsSpan(row * Outputs, Outputs), $"width {width}, {workers} workers, row {row}");
                    }
                });
            }
        }
        Assert.Equal(0, AllocationMeter.OfCall(() => Forward(new Work(Rows))));

        void Forward(Work work) => Dense<float>.Forward<TestLeaky>(work, x, w, bias, y, parameters, ActivationOperand.Input, kept);
    }

    /// <summary>C = A·B, packed whatever its size.</summary>
    private readonly ref struct Product(Span<float> a, Span<float> b, Span<float> c, int rows, int steps, int columns, int first, int end, bool isTransposed) : IVectorKernel<float>
    {
        private readonly Span<float> _a = a, _b = b, _c = c;

        public static void Run(Span<float> a, Span<float> b, Span<float> c, int rows, int steps, int columns, bool isTransposed = false) => Run(a, b, c, rows, steps, columns, 0, steps, isTransposed);

        /// <summary>The steps from <paramref name="first"/> to the one before <paramref name="end"/>.</summary>
        public static void Run(Span<float> a, Span<float> b, Span<float> c, int rows, int steps, int columns, int first, int end, bool isTransposed = false)
        {
            Product kernel = new(a, b, c, rows, steps, columns, first, end, isTransposed);
            VectorWidth.Run<Product, float>(ref kernel);
        }

        unsafe void IVectorKernel<float>.Run<TVector>()
        {
            ProductShape shape = isTransposed
                ? new(end - first, 1, rows, columns, columns, Continues: first > 0)
                : new(end - first, steps, 1, columns, columns, Continues: first > 0);
            StoreChain<float, TVector> store = default;
            fixed (float* a = _a, b = _b, c = _c)
                PackedProduct<float, TVector>.Run(a + (first * shape.StepStrideA), b + ((nint)first * columns), c, in shape, rows, columns, in store);
        }
    }
}
