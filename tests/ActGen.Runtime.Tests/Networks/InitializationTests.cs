using ActGen.CompilerServices;

namespace ActGen.Runtime.Tests.Networks;

public class InitializationTests
{
    [Fact]
    public void Same_seed_same_bits_other_seed_other_bits()
    {
        Assert.Equal(new LinearClassifier(5).Parameters.ToArray(), new LinearClassifier(5).Parameters.ToArray());
        Assert.NotEqual(new LinearClassifier(5).Parameters.ToArray(), new LinearClassifier(6).Parameters.ToArray());
        Assert.NotEqual(new LinearClassifier(5).Parameters.ToArray(), new LinearClassifier(5 + (1L << 32)).Parameters.ToArray());
    }

    [Fact]
    public void Two_tensors_of_one_network_differ()
    {
        Initialization normal = new(InitialDistribution.Normal, 1);
        float[] parameters = Fill(new ParameterInfo("a", [8], 0, ParameterKind.Weight, normal), new ParameterInfo("b", [8], 8, ParameterKind.Weight, normal));
        Assert.NotEqual(parameters[..8], parameters[8..]);
    }

    [Fact]
    public void Normal_and_uniform_have_their_moments()
    {
        const int count = 40_000;
        float[] normal = Fill(new ParameterInfo("w", [200, 200], 0, ParameterKind.Weight, new(InitialDistribution.Normal, 0.25)));
        Assert.Equal(0, normal.Average(), 4 * 0.25 / Math.Sqrt(count));
        Assert.Equal(0.0625, normal.Average(x => (double)x * x), 4 * 0.0625 * Math.Sqrt(2.0 / count));
        float[] uniform = Fill(new ParameterInfo("w", [200, 200], 0, ParameterKind.Weight, new(InitialDistribution.Uniform, 0.5)));
        Assert.All(uniform, x => Assert.InRange(x, -0.5f, 0.5f));
        Assert.Equal(0.25 / 3, uniform.Average(x => (double)x * x), 0.002);
    }

    [Fact]
    public void A_truncated_normal_ends_at_two_deviations_and_has_the_variance_of_what_is_left()
    {
        const int count = 40_000;
        float[] cut = Fill(new ParameterInfo("w", [200, 200], 0, ParameterKind.Weight, new(InitialDistribution.TruncatedNormal, 0.5)));
        Assert.InRange(cut.Max(Math.Abs), 0.99f, 1f);
        Assert.Equal(0, cut.Average(), 4 * 0.44 / Math.Sqrt(count));
        // 1 − 4φ(2)/(2Φ(2) − 1) = 0.77374; its fourth moment makes the deviation of the mean square less than a normal one's.
        Assert.Equal(0.25 * 0.77374, cut.Average(x => (double)x * x), 4 * 0.25 * 0.77374 * Math.Sqrt(2.0 / count));
    }

    [Theory]
    [InlineData(3, 3)]
    [InlineData(2, 5)]
    [InlineData(5, 2)]
    [InlineData(1, 1)]
    public void The_identity_is_on_the_diagonal(int rows, int columns)
    {
        float[] matrix = Fill(new ParameterInfo("w", [rows, columns], 0, ParameterKind.Weight, new(InitialDistribution.Identity, 1.5)));
        for (int i = 0; i < matrix.Length; i++)
            Assert.Equal(i / columns == i % columns ? 1.5f : 0f, matrix[i]);
    }

    [Fact]
    public void The_names_of_the_compiler_are_those_of_the_library()
    {
        Assert.Equal(Enum.GetNames<Initializer>(), Enum.GetNames<Frontend.Model.Initializer>());
        Assert.Equal(Enum.GetNames<InitialDistribution>(), Enum.GetNames<Frontend.Model.InitialDistribution>());
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 7)]
    [InlineData(7, 1)]
    [InlineData(13, 5)]
    [InlineData(5, 13)]
    [InlineData(33, 33)]
    public void Orthogonal_columns_or_rows_are_orthonormal_times_the_gain(int rows, int columns)
    {
        const double gain = 1.5;
        float[] matrix = Fill(new ParameterInfo("w", [rows, columns], 0, ParameterKind.Weight, new(InitialDistribution.Orthogonal, gain)));
        bool tall = rows >= columns;
        int count = Math.Min(rows, columns), length = Math.Max(rows, columns);
        for (int a = 0; a < count; a++)
        {
            for (int b = 0; b <= a; b++)
            {
                double dot = 0;
                for (int i = 0; i < length; i++)
                    dot += tall ? matrix[(i * columns) + a] * (double)matrix[(i * columns) + b] : matrix[(a * columns) + i] * (double)matrix[(b * columns) + i];
                Assert.Equal(a == b ? gain * gain : 0, dot, 1e-6);
            }
        }
    }

    private static float[] Fill(params ParameterInfo[] tensors)
    {
        var parameters = new float[tensors.Sum(tensor => tensor.Length)];
        ParameterInitializer.Fill(tensors, seed: 3, parameters);
        return parameters;
    }
}
