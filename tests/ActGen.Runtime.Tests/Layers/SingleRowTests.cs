using ActGen.CompilerServices;

namespace ActGen.Runtime.Tests.Layers;

/// <summary>A row alone goes another way than rows of a batch do, to the same bits.</summary>
[Collection(nameof(Widths))]
public sealed class SingleRowTests
{
    private const int Rows = 3;

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(16)]
    [InlineData(33)]
    [InlineData(70)]
    public void A_row_alone_has_the_bits_that_it_has_in_a_batch(int width)
    {
        foreach (int lanes in Widths.All)
        {
            Widths.Force(lanes, () =>
            {
                Check<Formulas.Tanh>(width, $"tanh, width {lanes}: ");
                Check<Formulas.ReLU>(width, $"ReLU, width {lanes}: ");
            });
        }
        Check<Formulas.Tanh>(width, "tanh: ");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(33)]
    [InlineData(70)]
    public void So_has_a_row_of_an_activation_with_parameters(int width)
    {
        foreach (int lanes in Widths.All)
        {
            Widths.Force(lanes, () =>
            {
                CheckWith<Formulas.LeakyReLU>(width, [0.3f], $"one cheap, width {lanes}");
                CheckWith<Formulas.ELU>(width, [0.7f], $"one, width {lanes}");
                CheckWith<Formulas.HardTanh>(width, [-0.5f, 0.75f], $"two, width {lanes}");
            });
        }
        CheckWith<Formulas.Swish>(width, [1.25f], "one");
    }

    private static void CheckWith<TActivation>(int width, float[] parameters, string what)
        where TActivation : IActivation
    {
        Assert.Equal(parameters.Length, TActivation.ParameterDefaults.Length);
        float[] x = Numbers.Mixed(Rows * width, seed: 1), y = new float[x.Length];
        Elementwise<float>.Forward<TActivation>(new Work(Rows), x, y, parameters);
        for (int row = 0; row < Rows; row++)
        {
            float[] alone = x[(row * width)..((row + 1) * width)];
            Elementwise<float>.Forward<TActivation>(new Work(1), alone, alone, parameters);
            Numbers.AssertSameBits(y[(row * width)..((row + 1) * width)], alone, what);
        }
    }

    private static void Check<TActivation>(int width, string what)
        where TActivation : IActivation
    {
        float[] x = Numbers.Mixed(Rows * 2 * width, seed: 1), y = new float[x.Length], gated = new float[Rows * width];
        Elementwise<float>.Forward<TActivation>(new Work(Rows), x, y);
        Gate<float>.Forward<TActivation>(new Work(Rows), x, gated);
        for (int row = 0; row < Rows; row++)
        {
            float[] alone = x[(row * 2 * width)..((row + 1) * 2 * width)], half = new float[width];
            Gate<float>.Forward<TActivation>(new Work(1), alone, half);
            Elementwise<float>.Forward<TActivation>(new Work(1), alone, alone);
            Numbers.AssertSameBits(y[(row * 2 * width)..((row + 1) * 2 * width)], alone, what + "elements, in place");
            Numbers.AssertSameBits(gated[(row * width)..((row + 1) * width)], half, what + "gate");
        }
    }
}
