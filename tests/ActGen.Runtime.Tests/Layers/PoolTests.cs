using ActGen.CompilerServices;

namespace ActGen.Runtime.Tests.Layers;

/// <summary>Pools have the bits of their definitions at every width and for any number of workers.</summary>
[Collection(nameof(Widths))]
public sealed class PoolTests
{
    public static TheoryData<PoolDefinition> Windows
    {
        get
        {
            TheoryData<PoolDefinition> windows = [];
            foreach (int channels in new[] { 1, 2, 3, 7, 8, 9, 15, 16, 17, 31, 33 })
                windows.Add(new((4, 6), channels, (2, 2), (2, 2), (0, 0)));
            // Of one cell; a last row and column that belong to no window; overlapping; gaps; padding; as large as the image; lines.
            windows.Add(new((1, 1), 5, (1, 1), (1, 1), (0, 0)));
            windows.Add(new((5, 7), 8, (2, 2), (2, 2), (0, 0)));
            windows.Add(new((7, 5), 6, (3, 3), (2, 2), (1, 1)));
            windows.Add(new((6, 6), 4, (3, 3), (1, 1), (1, 1)));
            windows.Add(new((7, 8), 3, (2, 2), (3, 3), (0, 0)));
            windows.Add(new((4, 4), 3, (2, 2), (2, 2), (1, 1)));
            windows.Add(new((5, 3), 17, (5, 3), (5, 3), (0, 0)));
            windows.Add(new((1, 11), 9, (1, 3), (1, 2), (0, 1)));
            windows.Add(new((2, 19), 9, (2, 3), (2, 2), (1, 1)));
            windows.Add(new((2, 18), 20, (2, 2), (2, 2), (0, 0)));
            windows.Add(new((3, 4), 2, (3, 2), (1, 1), (1, 0)));
            return windows;
        }
    }

    [Theory]
    [MemberData(nameof(Windows))]
    public void Largest_of_a_window(PoolDefinition definition)
    {
        const int rows = 3;
        float[] x = Coarse(rows * definition.InputSize, seed: 1), g = Numbers.Mixed(rows * definition.OutputSize, seed: 2);
        float[] y = PerRow(x, definition.InputSize, definition.Max);
        float[] dx = [.. x.Chunk(definition.InputSize).Zip(g.Chunk(definition.OutputSize), definition.MaxGradient).SelectMany(static row => row)];
        EveryWay((workers, what) =>
        {
            float[] output = new float[y.Length], gradient = Unwritten(x.Length);
            Workers.Run(rows, workers, work => Pool<float>.Forward<MaxPool>(work, Window(definition), x, output));
            Numbers.AssertSameBits(y, output, what + "y");
            Workers.Run(rows, workers, work => Pool<float>.Backward<MaxPool>(work, Window(definition), g, gradient, x, output));
            Numbers.AssertSameBits(dx, gradient, what + "dx");
        });
    }

    [Theory]
    [MemberData(nameof(Windows))]
    public void Mean_of_a_window(PoolDefinition definition)
    {
        const int rows = 3;
        float[] x = Numbers.Mixed(rows * definition.InputSize, seed: 3), g = Numbers.Mixed(rows * definition.OutputSize, seed: 4);
        float[] y = PerRow(x, definition.InputSize, definition.Average), dx = PerRow(g, definition.OutputSize, definition.AverageGradient);
        EveryWay((workers, what) =>
        {
            float[] output = new float[y.Length], gradient = Unwritten(x.Length);
            Workers.Run(rows, workers, work => Pool<float>.Forward<AveragePool>(work, Window(definition), x, output));
            Numbers.AssertSameBits(y, output, what + "y");
            Workers.Run(rows, workers, work => Pool<float>.Backward<AveragePool>(work, Window(definition), g, gradient));
            Numbers.AssertSameBits(dx, gradient, what + "dx");
        });
    }

    /// <summary>In one window each: NaN wins wherever it stands, +0 over −0, −∞ over the padding.</summary>
    [Fact]
    public void Special_values()
    {
        const float nan = float.NaN, infinity = float.PositiveInfinity;
        float[][] windows = [[nan, 1, 2, 3], [1, nan, 2, 3], [3, 2, 1, nan], [infinity, nan, -infinity, 0], [-0f, 0, -0f, -0f], [0, -0f, -1, -2], [-infinity, -infinity, -infinity, -infinity], [infinity, 1, infinity, 2], [-3, -2, -1, -4]];
        PoolDefinition definition = new((2, 2), windows.Length, (2, 2), (2, 2), (0, 0));
        float[] x = [.. Enumerable.Range(0, 4).SelectMany(cell => windows.Select(window => window[cell]))], g = [.. Enumerable.Range(1, windows.Length)];
        float[] y = definition.Max(x), dx = definition.MaxGradient(x, g);
        Assert.Equal([nan, nan, nan, nan, 0, 0, -infinity, infinity, -1], y);
        // The first of two infinities.
        Assert.Equal([8, 0, 0, 0], Enumerable.Range(0, 4).Select(cell => dx[(cell * windows.Length) + 7]));
        EveryWay((workers, what) =>
        {
            float[] output = new float[y.Length], gradient = Unwritten(x.Length);
            Workers.Run(1, workers, work => Pool<float>.Forward<MaxPool>(work, Window(definition), x, output));
            Numbers.AssertSameBits(y, output, what + "y");
            Workers.Run(1, workers, work => Pool<float>.Backward<MaxPool>(work, Window(definition), g, gradient, x, output));
            Numbers.AssertSameBits(dx, gradient, what + "dx");
        });
    }

    private static PoolWindow Window(PoolDefinition pool) => new(pool.Image, pool.Channels, pool.Size, pool.Stride, pool.Padding);

    /// <summary>Few values, so that many windows have several that are largest.</summary>
    private static float[] Coarse(int length, int seed) => [.. Numbers.Mixed(length, seed).Select(static value => MathF.Round(value))];

    private static float[] Unwritten(int length)
    {
        float[] memory = new float[length];
        Array.Fill(memory, float.NaN);
        return memory;
    }

    private static float[] PerRow(float[] x, int width, Func<float[], float[]> map) => [.. x.Chunk(width).SelectMany(map)];

    private static void EveryWay(Action<int, string> check)
    {
        foreach (int width in Widths.All)
        {
            Widths.Force(width, () =>
            {
                foreach (int workers in (int[])[1, 3])
                    check(workers, $"width {width}, {workers} workers: ");
            });
        }
    }
}
