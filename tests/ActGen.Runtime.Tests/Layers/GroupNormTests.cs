using ActGen.CompilerServices;

namespace ActGen.Runtime.Tests.Layers;

/// <summary>Group normalisation against its canonical order, bit for bit, at every width and for any number of workers.</summary>
[Collection(nameof(Widths))]
public sealed class GroupNormTests
{
    private const float Epsilon = 1e-5f;

    /// <summary>Rows, positions, features, groups: one value in a group, groups as wide as vectors and not, blocks of 512 features and 4,096 values with their neighbours.</summary>
    public static TheoryData<int, int, int, int> Shapes => new()
    {
        { 1, 1, 1, 1 }, { 2, 1, 3, 3 }, { 3, 5, 6, 2 }, { 2, 7, 8, 1 }, { 4, 3, 15, 5 }, { 5, 2, 16, 4 }, { 3, 9, 17, 1 }, { 2, 4, 33, 3 },
        { 2, 4, 66, 2 }, { 1, 3, 1026, 2 }, { 1, 64, 64, 1 }, { 1, 241, 34, 2 }, { 1, 4097, 2, 2 }, { 130, 2, 7, 7 }, { 86, 3, 4, 2 }, { 20, 13, 9, 3 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Has_the_bits_of_the_definition(int rows, int positions, int features, int groups)
    {
        int count = rows * positions * features;
        float[] x = Numbers.Mixed(count, 1), g = Numbers.Mixed(count, 2), scale = Numbers.Mixed(features, 3), shift = Numbers.Mixed(features, 4);
        foreach (int bits in Widths.All)
        {
            foreach (int workers in new[] { 1, 3 })
            {
                Widths.Force(bits, () => Compare(rows, positions, groups, workers, x, g, scale, shift));
                Widths.Force(bits, () => Compare(rows, positions, groups, workers, x, g, [.. Enumerable.Repeat(1f, features)], new float[features], isAffine: false));
            }
        }
    }

    private static void Compare(int rows, int positions, int groups, int workers, float[] x, float[] g, float[] scale, float[] shift, bool isAffine = true)
    {
        int features = scale.Length, width = features / groups, size = positions * features;
        float[] given = isAffine ? scale : [], givenShift = isAffine ? shift : [];
        float[] y = new float[x.Length], inferred = new float[x.Length], dx = [.. g], statistics = new float[rows * 4 * features], scaleGradient = new float[given.Length], shiftGradient = new float[given.Length];
        Workers.Run(rows, workers, work =>
        {
            GroupNorm<float>.Forward(work, positions, features, groups, Epsilon, x, inferred, given, givenShift);
            GroupNorm<float>.Forward(work, positions, features, groups, Epsilon, x, y, given, givenShift, statistics);
            GroupNorm<float>.Backward(work, positions, features, groups, dx, x, statistics, given, scaleGradient, shiftGradient);
        });
        float[] normalized = new float[x.Length], expected = new float[x.Length], gradient = new float[x.Length];
        for (int row = 0; row < rows; row++)
        {
            for (int first = 0; first < features; first += width)
            {
                // By position, then feature.
                int[] places = [.. from position in Enumerable.Range(0, positions) from feature in Enumerable.Range(first, width) select (row * size) + (position * features) + feature];
                float[] values = [.. places.Select(place => x[place])], h = [.. places.Select(place => g[place] * scale[place % features])];
                float mean = RowDefinition.Sum(values) / places.Length;
                float[] deviations = [.. values.Select(value => value - mean)];
                float factor = 1 / MathF.Sqrt((RowDefinition.Dot(deviations, deviations) / places.Length) + Epsilon);
                float[] own = [.. deviations.Select(value => value * factor)];
                float a = RowDefinition.Sum(h) / places.Length, b = RowDefinition.Dot(h, own) / places.Length;
                for (int i = 0; i < places.Length; i++)
                {
                    normalized[places[i]] = own[i];
                    expected[places[i]] = MathF.FusedMultiplyAdd(own[i], scale[places[i] % features], shift[places[i] % features]);
                    gradient[places[i]] = MathF.FusedMultiplyAdd(own[i], -b, h[i] - a) * factor;
                }
            }
        }
        Numbers.AssertSameBits(expected, y, "y");
        Numbers.AssertSameBits(expected, inferred, "y at inference");
        Numbers.AssertSameBits(gradient, dx, "dx");
        for (int i = 0; i < given.Length; i++)
        {
            int feature = i;
            Numbers.AssertSameBits([FeatureDefinition.Chunks(rows * positions, (sum, row) => MathF.FusedMultiplyAdd(g[(row * features) + feature], normalized[(row * features) + feature], sum))], [scaleGradient[i]], $"dγ[{i}]");
            Numbers.AssertSameBits([FeatureDefinition.Chunks(rows * positions, (sum, row) => sum + g[(row * features) + feature])], [shiftGradient[i]], $"dβ[{i}]");
        }
    }
}
