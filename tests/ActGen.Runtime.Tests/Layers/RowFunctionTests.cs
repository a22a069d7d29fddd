using ActGen.CompilerServices;

namespace ActGen.Runtime.Tests.Layers;

/// <summary>The direct functions of rows: values from the papers, masks, extremes, ties, wrong arguments.</summary>
public sealed class RowFunctionTests
{
    private const float Inf = float.PositiveInfinity, NaN = float.NaN, Max = float.MaxValue;

    [Fact]
    public void Softmin_is_softmax_of_the_negated()
    {
        float[] expected = new float[4], y = new float[4];
        Activations.Softmax([-1, 2, 0.5f, -3], expected);
        Activations.Softmin([1, -2, -0.5f, 3], y);
        Assert.Equal(expected, y);
    }

    [Theory]
    // ((3 + 2) − 1)/2 = 2 is not below 2: only the first is in the support.
    [InlineData(new[] { 3f, 2, -1 }, new[] { 1f, 0, 0 })]
    [InlineData(new[] { 0.5f, 0.25f, -2 }, new[] { 0.625f, 0.375f, 0 })]
    [InlineData(new[] { 7f, 7, 7, 7 }, new[] { 0.25f, 0.25f, 0.25f, 0.25f })]
    [InlineData(new[] { 1f, 1, -1, -1 }, new[] { 0.5f, 0.5f, 0, 0 })]
    [InlineData(new[] { -4f }, new[] { 1f })]
    [InlineData(new[] { Max, 0, -Max }, new[] { 1f, 0, 0 })]
    [InlineData(new[] { Max, Max, -Max }, new[] { 0.5f, 0.5f, 0 })]
    [InlineData(new[] { -Max, -Max }, new[] { 0.5f, 0.5f })]
    [InlineData(new[] { 1e30f, 0, -1e30f }, new[] { 1f, 0, 0 })]
    [InlineData(new[] { 0.25f, -Inf, 0.25f }, new[] { 0.5f, 0, 0.5f })]
    [InlineData(new[] { Inf, 1 }, new[] { NaN, NaN })]
    [InlineData(new[] { NaN, 1 }, new[] { NaN, NaN })]
    [InlineData(new[] { -Inf, -Inf }, new[] { NaN, NaN })]
    public void Sparsemax_of(float[] x, float[] expected)
    {
        float[] y = new float[x.Length];
        Activations.Sparsemax(x, y);
        Assert.Equal(expected, y);
    }

    [Fact]
    public void Sparsemax_sums_to_one_over_a_long_row_of_equals()
    {
        float[] x = new float[100_000], y = new float[x.Length];
        Activations.Sparsemax(x, y);
        Assert.All(y, value => Assert.Equal(1e-5f, value));
    }

    [Theory]
    [InlineData(new[] { -Max, 0, Max }, new[] { 1f, 0, 0 })]
    [InlineData(new[] { 0.5f, Inf, 0.5f }, new[] { 0.5f, 0, 0.5f })]
    [InlineData(new[] { -Inf, 1 }, new[] { NaN, NaN })]
    [InlineData(new[] { Inf, Inf }, new[] { NaN, NaN })]
    [InlineData(new[] { NaN, 1 }, new[] { NaN, NaN })]
    [InlineData(new[] { 3f, 3, 3, 3 }, new[] { 0.25f, 0.25f, 0.25f, 0.25f })]
    public void Softmin_of(float[] x, float[] expected)
    {
        float[] y = new float[x.Length];
        Activations.Softmin(x, y);
        Assert.Equal(expected, y);
    }

    [Fact]
    public void Masked_elements_get_no_gradient_and_rows_without_a_distribution_NaN()
    {
        float[] g = [1, 10_000, 2];
        Rowwise<float>.Backward<Sparsemax>(new Work(1), [0.5f, 0, 0.5f], g, g);
        Assert.Equal([-0.5f, 0, 0.5f], g);
        g = [1, 10_000, 2];
        Rowwise<float>.Backward<Softmin>(new Work(1), [0.5f, 0, 0.5f], g, g);
        Assert.Equal([0.25f, 0, -0.25f], g);
        g = [1, 2];
        Rowwise<float>.Backward<Sparsemax>(new Work(1), [NaN, NaN], g, g);
        Assert.All(g, value => Assert.Equal(NaN, value));
    }

    [Fact]
    public void Gates_and_their_relatives_take_rows_apart_as_documented()
    {
        float[] y = new float[8];
        Activations.GLU([1, -2, 0, Inf], y);
        Assert.Equal([0.5f, -2f], y[..2]);
        Activations.Gated<Formulas.LeakyReLU>([2, 3, -1, 4, 5, 6, 1, -1], y, rowLength: 4, 0.5f);
        Assert.Equal([-1f, 12, 5, -3], y[..4]);
        Activations.CReLU([1, -2, NaN, -0f], y);
        Assert.Equal([1f, 0, NaN, 0, 0, 2, NaN, 0], y);
        Activations.CReLU([1, -2, 3, -Inf], y, rowLength: 2);
        Assert.Equal([1f, 0, 0, 2, 3, 0, 0, Inf], y);
        Activations.Maxout([1, 5, 3, 5, 2, NaN], y, pieces: 3);
        Assert.Equal([3f, NaN], y[..2]);
        Activations.Maxout([1, 5, 3, 4, -Inf, 7, -Inf, 8], y, pieces: 2, rowLength: 4);
        Assert.Equal([3f, 5, -Inf, 8], y[..4]);
    }

    [Fact]
    public void Maxout_gives_the_gradient_to_the_first_of_equals_and_NaN_to_all_of_a_NaN()
    {
        float[] kept = [2, 1, 2, NaN, 2, 3], y = new float[2];
        Rowwise<float>.Forward<Maxout>(new Work(1), kept, y, kept);
        Assert.Equal([1f, NaN, 0, NaN, 0, NaN], kept);
    }

    [Fact]
    public void CReLU_has_derivative_zero_at_zero_and_NaN_at_NaN()
    {
        float[] dx = new float[3];
        Rowwise<float>.Backward<CReLU>(new Work(1), [0, NaN, 0, 0, NaN, 2], [5, 5, 5, 7, 7, 7], dx);
        Assert.Equal([0f, NaN, -7], dx);
    }

    [Fact]
    public void Nothing_in_gives_nothing_out()
    {
        Activations.Softmin([], []);
        Activations.Sparsemax([], [], rowLength: 4);
        Activations.GLU([], []);
        Activations.CReLU([], []);
        Activations.Maxout([], [], pieces: 3);
    }

    [Fact]
    public void Wrong_arguments_are_named_and_nothing_is_written()
    {
        float[] buffer = new float[12], other = new float[4];
        Assert.Contains("rowLength is 5, which cannot be cut into 2 equal parts", Assert.Throws<ArgumentException>("rowLength", () => Activations.GLU(buffer.AsSpan(0, 5), other)).Message);
        Assert.Contains("cut into 3 equal parts", Assert.Throws<ArgumentException>("rowLength", () => Activations.Maxout(buffer, other, pieces: 3, rowLength: 4)).Message);
        Assert.Contains("destination has 4 elements; at least the 6 are needed", Assert.Throws<ArgumentException>("destination", () => Activations.GLU(buffer, other)).Message);
        Assert.Contains("at least the 24", Assert.Throws<ArgumentException>("destination", () => Activations.CReLU(buffer, other)).Message);
        Assert.Contains("overlaps", Assert.Throws<ArgumentException>("destination", () => Activations.GLU(buffer.AsSpan(0, 8), buffer.AsSpan(0, 4))).Message);
        Assert.Contains("12 elements, which is not a whole number of rows of 8", Assert.Throws<ArgumentException>("source", () => Activations.GLU(buffer, other, 8)).Message);
        Assert.Throws<ArgumentOutOfRangeException>("pieces", () => Activations.Maxout(buffer, other, pieces: 0));
        Assert.Throws<ArgumentOutOfRangeException>("rowLength", () => Activations.CReLU(buffer, other, rowLength: -1));
        Assert.Contains("LeakyReLU has 1 parameter(s), but 2", Assert.Throws<ArgumentException>("parameters", () => Activations.Gated<Formulas.LeakyReLU>(buffer.AsSpan(0, 8), other, 8, 1, 2)).Message);
        Assert.All((float[])[.. buffer, .. other], value => Assert.Equal(0f, value));
    }
}
