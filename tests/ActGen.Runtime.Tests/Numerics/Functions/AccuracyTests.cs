namespace ActGen.Runtime.Tests.Numerics.Functions;

/// <summary>Errors of the float kernels against double references: one bit pattern in 4,096, and the edges.</summary>
public sealed class AccuracyTests
{
    private static readonly float[] Sample = Floats.Sample(stride: 1 << 12);

    /// <summary>The largest errors measured over one pattern in 64 (2²⁶ inputs), rounded up: a change that loses accuracy shows here
    /// before it breaks the promise.</summary>
    private static readonly Dictionary<string, double> Reached = new()
    {
        ["Exp"] = 0.87,
        ["Expm1"] = 0.88,
        ["Log"] = 0.86,
        ["Log1p"] = 0.86,
        ["Tanh"] = 0.96,
        ["Sigmoid"] = 1.49,
        ["Softplus"] = 1.52,
        ["LogSigmoid"] = 1.52,
        ["Erf"] = 0.995,
        ["Erfc"] = 4,
        ["NormalCdf"] = 3.7,
        ["NormalPdf"] = 1.06,
        ["Sin"] = 1,
        ["Cos"] = 1,
        ["Atan"] = 1,
    };

    public static TheoryData<string> Names => FunctionCases.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Error_stays_within_what_was_reached_and_that_within_the_promise(string name)
    {
        FunctionCase function = FunctionCases.Of(name);
        float[] results = function.Apply(Sample);
        (double worst, float at) = (0, 0);
        for (int i = 0; i < results.Length; i++)
        {
            double error = Floats.Ulps(results[i], function.Exact(Sample[i]));
            if (error > worst)
                (worst, at) = (error, Sample[i]);
        }
        Assert.True(worst <= Reached[name], $"{name}({at:R}) is wrong by {worst:F3} ULP, expected at most {Reached[name]}.");
        Assert.True(Reached[name] <= function.Promise);
    }
}
