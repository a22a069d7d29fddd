using ActGen.Runtime.Tests.Layers;

namespace ActGen.Runtime.Tests.Numerics.Functions;

/// <summary>Functions and activations on spans: the bits of one element alone, at every width, length and position; nothing written
/// outside, nothing written when an argument is wrong.</summary>
[Collection(nameof(Widths))]
public sealed class SpanTests
{
    private delegate void SpanFunction(ReadOnlySpan<float> source, Span<float> destination);

    private const float Untouched = 12345f;

    private static readonly Dictionary<string, (Func<float, float> One, SpanFunction Many)> Pairs = new()
    {
        ["Exp"] = (ActGen.Functions.Exp, ActGen.Functions.ApplyExp),
        ["Expm1"] = (ActGen.Functions.Expm1, ActGen.Functions.ApplyExpm1),
        ["Log"] = (ActGen.Functions.Log, ActGen.Functions.ApplyLog),
        ["Log1p"] = (ActGen.Functions.Log1p, ActGen.Functions.ApplyLog1p),
        ["Tanh"] = (ActGen.Functions.Tanh, ActGen.Functions.ApplyTanh),
        ["Sigmoid"] = (ActGen.Functions.Sigmoid, ActGen.Functions.ApplySigmoid),
        ["Softplus"] = (ActGen.Functions.Softplus, ActGen.Functions.ApplySoftplus),
        ["LogSigmoid"] = (ActGen.Functions.LogSigmoid, ActGen.Functions.ApplyLogSigmoid),
        ["Erf"] = (ActGen.Functions.Erf, ActGen.Functions.ApplyErf),
        ["NormalCdf"] = (ActGen.Functions.NormalCdf, ActGen.Functions.ApplyNormalCdf),
        ["Erfc"] = (ActGen.Functions.Erfc, ActGen.Functions.ApplyErfc),
        ["Sin"] = (ActGen.Functions.Sin, ActGen.Functions.ApplySin),
        ["Cos"] = (ActGen.Functions.Cos, ActGen.Functions.ApplyCos),
        ["Atan"] = (ActGen.Functions.Atan, ActGen.Functions.ApplyAtan),
        ["Pow"] = (x => ActGen.Functions.Pow(x, 2.5f), (x, y) => ActGen.Functions.ApplyPow(x, 2.5f, y)),
        ["odd Pow"] = (x => ActGen.Functions.Pow(x, -3f), (x, y) => ActGen.Functions.ApplyPow(x, -3f, y)),
        ["NormalPdf"] = (ActGen.Functions.NormalPdf, ActGen.Functions.ApplyNormalPdf),
        ["fast SiLU"] = (x => Of((a, b) => Activations.SiLU(a, b, Precision.Fast), x), (x, y) => Activations.Apply<Fast<Formulas.SiLU>>(x, y)),
        ["fast Swish of β = 1.5"] = (x => Of((a, b) => Activations.Swish(a, b, 1.5f, Precision.Fast), x), (x, y) => Activations.Apply<Fast<Formulas.Swish>>(x, y, 1.5f)),
        ["GELU"] = (x => Of(Activations.GELU, x), Activations.GELU),
        ["Mish"] = (x => Of((a, b) => Activations.Mish(a, b), x), (x, y) => Activations.Mish(x, y)),
        ["LeakyReLU of slope 0.3"] = (x => x > 0 ? x : 0.3f * x, (x, y) => Activations.Apply<Formulas.LeakyReLU>(x, y, 0.3f)),
        ["LeakyReLU of its own slope"] = (x => x > 0 ? x : 0.01f * x, (x, y) => Activations.Apply<Formulas.LeakyReLU>(x, y)),
        ["derivative of LeakyReLU"] = (x => x > 0 ? 1f : 0.3f, (x, y) => Activations.Derivative<Formulas.LeakyReLU>(x, y, 0.3f)),
        ["derivative of SiLU"] = (x => Of((a, b) => Activations.Derivative<Formulas.SiLU>(a, b), x), (x, y) => Activations.Derivative<Formulas.SiLU>(x, y)),
    };

    public static TheoryData<string> Names => [.. Pairs.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_element_has_the_same_bits_anywhere(string name)
    {
        (Func<float, float> one, SpanFunction many) = Pairs[name];
        float[] source = [.. Enumerable.Range(0, 96).Select(i => ((i * 37 % 96) - 48) * 0.37f)];
        float[] expected = [.. source.Select(one)];
        foreach (int width in Widths.All)
        {
            Widths.Force(width, () =>
            {
                for (int length = 0; length <= 67; length++)
                {
                    int offset = length % 5;
                    float[] destination = new float[length + offset + 20];
                    destination.AsSpan().Fill(Untouched);
                    many(source.AsSpan(offset, length), destination.AsSpan(offset + 3));
                    for (int i = 0; i < destination.Length; i++)
                    {
                        int from = i - 3;
                        float wanted = from >= offset && from < offset + length ? expected[from] : Untouched;
                        Assert.True(Floats.AreSame(wanted, destination[i]), $"width {width}, length {length}, element {i}: {destination[i]:R}, expected {wanted:R}");
                    }

                    float[] inPlace = [.. source];
                    many(inPlace.AsSpan(offset, length), inPlace.AsSpan(offset, length));
                    for (int i = 0; i < inPlace.Length; i++)
                        Assert.True(Floats.AreSame(i >= offset && i < offset + length ? expected[i] : source[i], inPlace[i]), $"in place, width {width}, length {length}, element {i}");
                }
            });
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Arguments_are_checked_before_anything_is_written(string name)
    {
        SpanFunction many = Pairs[name].Many;
        float[] memory = [.. Enumerable.Repeat(Untouched, 40)];

        ArgumentException tooShort = Assert.Throws<ArgumentException>("destination", () => many(new float[7], memory.AsSpan(0, 6)));
        Assert.Contains("7", tooShort.Message, StringComparison.Ordinal);
        Assert.Contains("6", tooShort.Message, StringComparison.Ordinal);
        ArgumentException overlap = Assert.Throws<ArgumentException>("destination", () => many(memory.AsSpan(0, 20), memory.AsSpan(3, 20)));
        Assert.Contains("3 elements after", overlap.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("destination", () => many(memory.AsSpan(3, 20), memory.AsSpan(0, 25)));
        Assert.All(memory, value => Assert.Equal(Untouched, value));
    }

    [Fact]
    public void Neighbouring_memory_does_not_overlap()
    {
        float[] memory = new float[40];
        ActGen.Functions.ApplyExp(memory.AsSpan(0, 20), memory.AsSpan(20));
        Assert.All(memory[20..], value => Assert.Equal(1f, value));
    }

    [Fact]
    public void More_parameters_than_the_formula_has_are_refused()
    {
        float[] destination = [Untouched];
        ArgumentException none = Assert.Throws<ArgumentException>("parameters", () => Activations.Apply<Formulas.ReLU>([1f], destination, 0.5f));
        Assert.Equal("ReLU has 0 parameter(s), but 1 were given. (Parameter 'parameters')", none.Message);
        Assert.Throws<ArgumentException>("parameters", () => Activations.Derivative<Formulas.LeakyReLU>([1f], destination, 0.5f, 0.5f));
        Assert.Equal(Untouched, destination[0]);
    }

    [Fact]
    public void A_forced_width_must_exist() =>
        Assert.Throws<InvalidOperationException>(() => Widths.Force(384, () => ActGen.Functions.ApplyExp(new float[1], new float[1])));

    private static float Of(SpanFunction function, float x)
    {
        float[] y = new float[1];
        function([x], y);
        return y[0];
    }
}
