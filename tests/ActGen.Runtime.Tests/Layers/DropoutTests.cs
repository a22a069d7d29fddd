using ActGen.CompilerServices;

namespace ActGen.Runtime.Tests.Layers;

public sealed class DropoutTests
{
    private static readonly RandomStream Stream = new(Seed: 42, Layer: 3, Step: 7);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Every_element_follows_its_own_word_whoever_works_on_it(int workers)
    {
        // 13 elements a row: shares do not begin at multiples of four words.
        float[] x = Numbers.Mixed(17 * 13, seed: 9), y = new float[x.Length];
        uint threshold = (uint)(0.3 * 4294967296.0);
        float[] expected = [.. x.Select((value, i) => Philox.Word(Stream, 0, (uint)i) >= threshold ? value * (float)(1 / 0.7) : 0f)];
        Workers.Run(17, workers, work => Dropout<float>.Forward(work, Stream, 0.3, x, y));
        Numbers.AssertSameBits(expected, y, "y");
        Workers.Run(17, workers, work => Dropout<float>.Backward(work, Stream, 0.3, x));
        Numbers.AssertSameBits(expected, x, "dx");
    }

    [Fact]
    public void Rate_zero_is_the_identity_bit_for_bit()
    {
        float[] x = [1.5f, -0f, float.NaN, float.PositiveInfinity], y = new float[4];
        Dropout<float>.Forward(new Work(2), Stream, 0, x, y);
        Assert.Equal(x.Select(BitConverter.SingleToInt32Bits), y.Select(BitConverter.SingleToInt32Bits));
    }

    [Fact]
    public void Rate_one_gives_plain_zeros_even_from_NaN()
    {
        float[] x = [1.5f, -1f, float.NaN, float.PositiveInfinity], y = [9, 9, 9, 9];
        Dropout<float>.Forward(new Work(2), Stream, 1, x, y);
        Assert.All(y, value => Assert.Equal(0, BitConverter.SingleToInt32Bits(value)));
        Dropout<float>.Backward(new Work(2), Stream, 1, x);
        Assert.All(x, value => Assert.Equal(0, BitConverter.SingleToInt32Bits(value)));
    }

    [Fact]
    public void About_the_rate_is_dropped_and_another_step_drops_others()
    {
        float[] x = new float[100_000], y = new float[x.Length], next = new float[x.Length];
        Array.Fill(x, 1f);
        Dropout<float>.Forward(new Work(1), Stream, 0.2, x, y);
        Dropout<float>.Forward(new Work(1), Stream with { Step = 8 }, 0.2, x, next);
        // Five standard deviations of a binomial count.
        Assert.InRange(y.Count(value => value == 0f), 20_000 - 633, 20_000 + 633);
        Assert.InRange(y.Zip(next, (a, b) => a != b ? 1 : 0).Sum(), 32_000 - 740, 32_000 + 740);
    }
}
