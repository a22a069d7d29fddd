using System.Text.Json;
using ActGen.CompilerServices;
using ActGen.Runtime.Tests.Layers;

namespace ActGen.Runtime.Tests.Optimizers;

[Collection(nameof(Widths))]
public class OptimizerTests
{
    private static readonly Dictionary<string, Optimizer> Cases = new()
    {
        ["sgd"] = new SGD(0.01),
        ["sgd_decay"] = new SGD(0.01) { WeightDecay = 0.1 },
        ["sgd_momentum"] = new SGD(0.01) { Momentum = 0.9 },
        ["sgd_dampening"] = new SGD(0.01) { Momentum = 0.9, Dampening = 0.5 },
        ["sgd_nesterov_decay"] = new SGD(0.01) { Momentum = 0.9, Nesterov = true, WeightDecay = 0.01 },
        ["adam"] = new Adam(),
        ["adam_decay"] = new Adam(0.002) { Beta1 = 0.8, Beta2 = 0.99, Epsilon = 1e-6, WeightDecay = 0.1 },
        ["adamw"] = new AdamW(),
        ["adamw_decay"] = new AdamW(0.003) { Beta1 = 0.85, Beta2 = 0.95, WeightDecay = 0.2 },
        ["rmsprop"] = new RMSprop(),
        ["rmsprop_momentum"] = new RMSprop(0.003) { Alpha = 0.9, Momentum = 0.5, WeightDecay = 0.05 },
        ["rmsprop_centered"] = new RMSprop(0.003) { Centered = true, Momentum = 0.9 },
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Fact]
    public void The_golden_file_has_these_cases() =>
        Assert.Equal(Cases.Keys.Order(), GoldenFile.Read("optimizers.json").GetProperty("cases").EnumerateObject().Select(item => item.Name).Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void Equals_PyTorch(string name)
    {
        Optimizer optimizer = Cases[name];
        JsonElement golden = GoldenFile.Read("optimizers.json").GetProperty("cases").GetProperty(name);
        float[] parameters = GoldenFile.Start();
        UpdateRule rule = optimizer.CreateRule(parameters.Length);
        for (long step = 1; step <= 1000; step++)
        {
            rule.Begin(step, optimizer.LearningRate);
            rule.Apply(parameters, GoldenFile.Gradient(step), 0, decays: true);
            if (!golden.TryGetProperty($"{step}", out JsonElement bits))
                continue;
            float[] expected = GoldenFile.Floats(bits);
            double slack = (step <= 100 ? 2e-4 : 1e-3) * optimizer.LearningRate;
            for (int i = 0; i < expected.Length; i++)
            {
                double ulp = MathF.BitIncrement(MathF.Abs(expected[i])) - MathF.Abs(expected[i]);
                Assert.True(Math.Abs((double)parameters[i] - expected[i]) <= ulp + slack, $"{name}, step {step}, element {i}: {parameters[i]:G9}, PyTorch {expected[i]:G9}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Same_bits_at_every_width_and_for_every_division_among_workers(string name)
    {
        float[] reference = Run(whole: true, VectorWidth.Scalar);
        foreach (int width in Widths.All)
        {
            Assert.Equal(reference, Run(whole: true, width));
            Assert.Equal(reference, Run(whole: false, width));
        }

        float[] Run(bool whole, int width)
        {
            float[] parameters = GoldenFile.Start();
            UpdateRule rule = Cases[name].CreateRule(parameters.Length);
            Widths.Force(width, () =>
            {
                for (long step = 1; step <= 20; step++)
                {
                    rule.Begin(step, 0.01);
                    float[] gradients = GoldenFile.Gradient(step);
                    int[] cuts = whole ? [0, parameters.Length] : [0, 1, 18, 36, parameters.Length];
                    for (int i = 0; i + 1 < cuts.Length; i++)
                        rule.Apply(parameters.AsSpan(cuts[i]..cuts[i + 1]), gradients.AsSpan(cuts[i]..cuts[i + 1]), cuts[i], decays: true);
                }
            });
            return parameters;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void NaN_stays_visible(string name)
    {
        float[] parameters = [1, 1, 1];
        UpdateRule rule = Cases[name].CreateRule(3);
        rule.Begin(1, 0.1);
        rule.Apply(parameters, [0, float.NaN, 0], 0, decays: true);
        rule.Begin(2, 0.1);
        rule.Apply(parameters, [0, 0, 0], 0, decays: true);
        Assert.False(float.IsNaN(parameters[0]));
        Assert.True(float.IsNaN(parameters[1]));
    }

    [Fact]
    public void Denormal_moments_are_flushed_to_zero_after_the_step_that_made_them()
    {
        // m = 0.1·g after one step with g = 1e-37, below 2^-126: the step uses it, then it is flushed, so that the second step with g = 0 moves nothing.
        float[] parameters = [0];
        UpdateRule rule = new Adam(1) { Beta2 = 0, Epsilon = 1e-30 }.CreateRule(1);
        rule.Begin(1, 1);
        rule.Apply(parameters, [1e-37f], 0, decays: true);
        Assert.Equal(-1e-7f, parameters[0], 1e-12f);
        float after = parameters[0];
        rule.Begin(2, 1);
        rule.Apply(parameters, [0f], 0, decays: true);
        Assert.Equal(after, parameters[0]);
    }

    // The first steps of PyTorch: γ·m̂/√v̂ = γ, and γ·g/√(0.01·g²) = 10γ; √v has the few bits of a v near 1e-43.
    [Fact]
    public void A_denormal_second_moment_divides_without_an_epsilon()
    {
        Assert.Equal(-0.001f, First(new Adam { Epsilon = 0 }), 1e-5f);
        Assert.Equal(-0.001f, First(new AdamW { Epsilon = 0 }), 1e-5f);
        Assert.Equal(-0.01f, First(new RMSprop(0.001) { Epsilon = 0 }), 1e-4f);
        Assert.Equal(-0.01f / MathF.Sqrt(0.99f), First(new RMSprop(0.001) { Epsilon = 0, Centered = true }), 1e-4f);

        static float First(Optimizer optimizer)
        {
            float[] parameters = [0];
            UpdateRule rule = optimizer.CreateRule(1);
            rule.Begin(1, optimizer.LearningRate);
            rule.Apply(parameters, [1e-20f], 0, decays: true);
            return parameters[0];
        }
    }

    [Fact]
    public void What_an_activation_learned_does_not_decay()
    {
        float[] parameters = [1];
        UpdateRule rule = new AdamW(0.1) { WeightDecay = 0.5 }.CreateRule(1);
        rule.Begin(1, 0.1);
        rule.Apply(parameters, [0], 0, decays: false);
        Assert.Equal(1f, parameters[0]);
        rule.Apply(parameters, [0], 0, decays: true);
        Assert.Equal(0.95f, parameters[0]);
        UpdateRange[] ranges = UpdateRange.Of(
        [
            new("a", [2], 0, ParameterKind.Weight, new(InitialDistribution.Constant, 0)),
            new("b", [3], 2, ParameterKind.Bias, new(InitialDistribution.Constant, 0)),
            new("c", [1], 5, ParameterKind.Activation, new(InitialDistribution.Constant, 0)),
            new("d", [4], 6, ParameterKind.Weight, new(InitialDistribution.Constant, 0)),
        ]);
        Assert.Equal([new(0, 5, true), new(5, 6, false), new(6, 10, true)], ranges);
    }

    [Fact]
    public void Settings_are_checked_and_name_themselves()
    {
        Assert.Throws<ArgumentOutOfRangeException>("LearningRate", () => new SGD(-1));
        Assert.Throws<ArgumentOutOfRangeException>("LearningRate", () => new Adam(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>("Beta1", () => new Adam { Beta1 = 1 });
        Assert.Throws<ArgumentOutOfRangeException>("Beta2", () => new AdamW { Beta2 = -0.1 });
        Assert.Throws<ArgumentOutOfRangeException>("Epsilon", () => new AdamW { Epsilon = double.PositiveInfinity });
        Assert.Throws<ArgumentOutOfRangeException>("Momentum", () => new RMSprop { Momentum = -1 });
        Assert.Throws<ArgumentException>("Nesterov", () => new SGD(0.1) { Nesterov = true }.CreateRule(1));
        Assert.Throws<ArgumentException>("Nesterov", () => new SGD(0.1) { Nesterov = true, Momentum = 0.9, Dampening = 0.1 }.CreateRule(1));
    }

    [Fact]
    public void Optimizers_are_records_with_PyTorchs_defaults()
    {
        Assert.Equal(new AdamW(0.001), new AdamW());
        Assert.Equal(0.01, new AdamW().WeightDecay);
        Assert.Equal(1e-3, new SGD().LearningRate);
        Assert.Equal(1e-2, new RMSprop().LearningRate);
        Assert.Equal(0.5, (new Adam(0.1) with { LearningRate = 0.5 }).LearningRate);
    }

    [Theory]
    [InlineData(0.9, 0)]
    [InlineData(0.9, 1)]
    [InlineData(0.999, 1000)]
    [InlineData(0.5, 63)]
    public void Integer_powers(double x, long n) => Assert.Equal(Math.Pow(x, n), IntegerPower.Of(x, n), 1e-13);
}
