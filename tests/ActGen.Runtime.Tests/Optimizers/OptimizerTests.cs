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
        ["adam_amsgrad"] = new Adam { AMSGrad = true },
        ["adamw_amsgrad"] = new AdamW(0.002) { Beta1 = 0.8, Beta2 = 0.9, AMSGrad = true },
        ["radam"] = new RAdam(),
        ["radam_decay"] = new RAdam(0.002) { Beta1 = 0.8, Beta2 = 0.99, WeightDecay = 0.1 },
        ["adamax"] = new Adamax(),
        ["adamax_decay"] = new Adamax(0.003) { Beta1 = 0.8, Beta2 = 0.99, Epsilon = 1e-6, WeightDecay = 0.1 },
        ["adagrad"] = new Adagrad(),
        ["adagrad_decay"] = new Adagrad(0.02) { LearningRateDecay = 0.01, WeightDecay = 0.1, InitialAccumulator = 0.1 },
        ["adadelta"] = new Adadelta(),
        ["adadelta_decay"] = new Adadelta(0.5) { Rho = 0.95, Epsilon = 1e-7, WeightDecay = 0.1 },
        ["rprop"] = new Rprop(),
        ["rprop_bounds"] = new Rprop(0.001) { Shrink = 0.4, Grow = 1.3, SmallestStep = 1e-5, LargestStep = 0.02 },
        ["asgd"] = new ASGD(),
        ["asgd_decay"] = new ASGD(0.02) { Decay = 0.05, Power = 0.6, WeightDecay = 0.1 },
        ["nadam"] = new NAdam(),
        ["nadam_decay"] = new NAdam(0.001) { Beta1 = 0.8, Beta2 = 0.99, WeightDecay = 0.1, MomentumDecay = 0.01 },
        ["lion"] = new Lion(),
        ["lion_decay"] = new Lion(0.0005) { Beta1 = 0.95, Beta2 = 0.98, WeightDecay = 0.1 },
        ["lamb"] = new LAMB(),
        ["lamb_decay"] = new LAMB(0.002) { Beta1 = 0.8, Beta2 = 0.99, Epsilon = 1e-7, WeightDecay = 0.1 },
    };

    private static readonly Dictionary<string, Optimizer> MatrixCases = new()
    {
        ["muon"] = new Muon(),
        ["muon_plain"] = new Muon(0.002) { Momentum = 0.9, Nesterov = false, WeightDecay = 0, Scale = MuonScale.MatchAdamW, Others = new AdamW(0.01) },
        ["lamb"] = new LAMB(),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    public static TheoryData<string> MatrixNames => [.. MatrixCases.Keys];

    public static TheoryData<string> AllNames => [.. Cases.Keys.Union(MatrixCases.Keys)];

    [Fact]
    public void The_golden_files_have_these_cases()
    {
        Assert.Equal(Cases.Keys.Order(), GoldenFile.Read("optimizers.json").GetProperty("cases").EnumerateObject().Select(item => item.Name).Order());
        Assert.Equal(MatrixCases.Keys.Order(), GoldenFile.Read("matrices.json").GetProperty("cases").EnumerateObject().Select(item => item.Name).Order());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Equals_PyTorch(string name) =>
        AssertSteps(name, Cases[name], Layouts.Vector(GoldenFile.Size), GoldenFile.Read("optimizers.json"), steps: 1000);

    [Theory]
    [MemberData(nameof(MatrixNames))]
    public void Equals_PyTorch_on_the_tensors_of_a_network(string name) =>
        AssertSteps(name, MatrixCases[name], Layouts.Network((12, 7), (7, 12), (5, 5), (9, 1)), GoldenFile.Read("matrices.json"), steps: 100);

    [Theory]
    [MemberData(nameof(AllNames))]
    public void Same_bits_at_every_width_and_for_any_number_of_workers(string name)
    {
        // More than one block of 4,096 in a tensor, tensors that begin within a block, sizes that leave tails.
        ParameterLayout layout = Layouts.Network((70, 93), (93, 17), (1, 1), (3, 1500), (5, 2));
        Optimizer optimizer = Cases.GetValueOrDefault(name) ?? MatrixCases[name];
        float[] reference = Run(1, VectorWidth.Scalar);
        foreach (int width in Widths.All)
        {
            foreach (int workers in (int[])[1, 2, 3])
                Numbers.AssertSameBits(reference, Run(workers, width), $"{name}, width {width}, {workers} workers");
        }

        float[] Run(int workers, int width)
        {
            float[] parameters = GoldenFile.Start(layout.Count);
            UpdateRule rule = optimizer.CreateRule(layout);
            Widths.Force(width, () =>
            {
                for (long step = 1; step <= 3; step++)
                {
                    rule.Begin(step, 0.01);
                    float[] gradients = GoldenFile.Gradient(step, layout.Count);
                    Workers.Run(1, workers, work => rule.Run(work, parameters, gradients));
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
        UpdateRule rule = Layouts.Rule(Cases[name], 3);
        rule.Begin(1, 0.1);
        rule.Run(new Work(1), parameters, [0, float.NaN, 0]);
        rule.Begin(2, 0.1);
        rule.Run(new Work(1), parameters, [0, 0, 0]);
        // The length of a step of LAMB is that of the whole tensor's.
        Assert.Equal(Cases[name] is LAMB, float.IsNaN(parameters[0]));
        Assert.True(float.IsNaN(parameters[1]));
    }

    [Fact]
    public void Muon_orthogonalises_and_leaves_what_is_no_matrix_to_the_other_optimizer()
    {
        ParameterLayout layout = Layouts.Network((6, 3));
        float[] parameters = new float[layout.Count], gradients = GoldenFile.Gradient(1, layout.Count);
        UpdateRule rule = new Muon(1) { WeightDecay = 0, NewtonSchulzSteps = 12, Others = new AdamW(0.5) }.CreateRule(layout);
        rule.Begin(1, 1);
        rule.Run(new Work(1), parameters, gradients);
        // The iteration settles where singular values are within 0.7 to 1.2: the columns of −u are nearly orthonormal.
        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < 3; j++)
            {
                double dot = Enumerable.Range(0, 6).Sum(row => (double)parameters[(row * 3) + i] * parameters[(row * 3) + j]);
                Assert.InRange(dot, i == j ? 0.4 : -0.35, i == j ? 1.5 : 0.35);
            }
        }
        Assert.All(parameters[18..], (bias, i) => Assert.Equal(-0.5f * MathF.Sign(gradients[18 + i]), bias, 1e-4f));
    }

    [Fact]
    public void The_first_step_of_LAMB_from_a_tensor_of_zeros_is_Adams()
    {
        float[] parameters = new float[2];
        UpdateRule rule = Layouts.Rule(new LAMB(0.1), 2);
        rule.Begin(1, 0.1);
        rule.Run(new Work(1), parameters, [3, -4]);
        Assert.Equal(-0.1f, parameters[0], 1e-6f);
        Assert.Equal(0.1f, parameters[1], 1e-6f);
    }

    [Fact]
    public void A_schedule_scales_the_other_optimizer_of_Muon_too()
    {
        ParameterLayout layout = Layouts.Network((2, 1));
        float[] parameters = new float[3];
        UpdateRule rule = new Muon(0.02) { Others = new AdamW(0.5) }.CreateRule(layout);
        rule.Begin(1, 0.01);
        rule.Run(new Work(1), parameters, [0, 0, 1]);
        Assert.Equal(-0.25f, parameters[2], 1e-6f);
    }

    [Fact]
    public void Rectification_waits_until_the_variance_is_known()
    {
        // β₂ = 0.999: ρ is above 5 from the sixth step on; before, the step is γ·m̂ whatever the gradient's size.
        float[] parameters = [0, 0];
        UpdateRule rule = Layouts.Rule(new RAdam(1), 2);
        for (int step = 1; step <= 6; step++)
        {
            float[] before = [.. parameters];
            rule.Begin(step, 1);
            rule.Run(new Work(1), parameters, [1, 1000]);
            float ratio = (parameters[1] - before[1]) / (parameters[0] - before[0]);
            Assert.Equal(step < 6 ? 1000 : 1, ratio, 0.01f * ratio);
        }
    }

    [Fact]
    public void Denormal_moments_are_flushed_to_zero_after_the_step_that_made_them()
    {
        // m = 0.1·g after one step with g = 1e-37, below 2^-126: the step uses it, then it is flushed, so that the second step with g = 0 moves nothing.
        float[] parameters = [0];
        UpdateRule rule = Layouts.Rule(new Adam(1) { Beta2 = 0, Epsilon = 1e-30 }, 1);
        rule.Begin(1, 1);
        rule.Run(new Work(1), parameters, [1e-37f]);
        Assert.Equal(-1e-7f, parameters[0], 1e-12f);
        float after = parameters[0];
        rule.Begin(2, 1);
        rule.Run(new Work(1), parameters, [0f]);
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
            UpdateRule rule = Layouts.Rule(optimizer, 1);
            rule.Begin(1, optimizer.LearningRate);
            rule.Run(new Work(1), parameters, [1e-20f]);
            return parameters[0];
        }
    }

    [Fact]
    public void What_an_activation_learned_does_not_decay()
    {
        foreach (Optimizer optimizer in (Optimizer[])[new AdamW(0.1) { WeightDecay = 0.5 }, new Lion(0.1) { WeightDecay = 0.5 }, new LAMB(0.1) { WeightDecay = 0.5 }, new SGD(0.1) { WeightDecay = 0.5 }])
        {
            float[] parameters = [1, 1];
            UpdateRule rule = optimizer.CreateRule(new([Layouts.Tensor([1], 0, ParameterKind.Weight), Layouts.Tensor([1], 1, ParameterKind.Activation)], 2));
            rule.Begin(1, 0.1);
            rule.Run(new Work(1), parameters, [0, 0]);
            Assert.Equal(optimizer is LAMB ? 0.9f : 0.95f, parameters[0]);
            Assert.Equal(1f, parameters[1]);
        }
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
        Assert.Throws<ArgumentException>("Nesterov", () => new SGD(0.1) { Nesterov = true }.CreateRule(Layouts.Vector(1)));
        Assert.Throws<ArgumentException>("Nesterov", () => new SGD(0.1) { Nesterov = true, Momentum = 0.9, Dampening = 0.1 }.CreateRule(Layouts.Vector(1)));
        Assert.Throws<ArgumentOutOfRangeException>("Shrink", () => new Rprop { Shrink = 1 });
        Assert.Throws<ArgumentOutOfRangeException>("Grow", () => new Rprop { Grow = 0.9 });
        Assert.Throws<ArgumentOutOfRangeException>("NewtonSchulzSteps", () => new Muon { NewtonSchulzSteps = 0 });
    }

    [Fact]
    public void Optimizers_are_records_with_PyTorchs_defaults()
    {
        Assert.Equal(new AdamW(0.001), new AdamW());
        Assert.Equal(0.01, new AdamW().WeightDecay);
        Assert.Equal(1e-3, new SGD().LearningRate);
        Assert.Equal(1e-2, new RMSprop().LearningRate);
        Assert.Equal(2e-3, new NAdam().LearningRate);
        Assert.Equal(2e-3, new Adamax().LearningRate);
        Assert.Equal(1.0, new Adadelta().LearningRate);
        Assert.Equal((1e-3, 0.1, 0.95), (new Muon().LearningRate, new Muon().WeightDecay, new Muon().Momentum));
        Assert.Equal(0.5, (new Adam(0.1) with { LearningRate = 0.5 }).LearningRate);
    }

    [Theory]
    [InlineData(0.9, 0)]
    [InlineData(0.9, 1)]
    [InlineData(0.999, 1000)]
    [InlineData(0.5, 63)]
    public void Integer_powers(double x, long n) => Assert.Equal(Math.Pow(x, n), IntegerPower.Of(x, n), 1e-13);

    private static void AssertSteps(string name, Optimizer optimizer, ParameterLayout layout, JsonElement file, int steps)
    {
        JsonElement golden = file.GetProperty("cases").GetProperty(name);
        float[] parameters = GoldenFile.Start(layout.Count);
        UpdateRule rule = optimizer.CreateRule(layout);
        for (long step = 1; step <= steps; step++)
        {
            rule.Begin(step, optimizer.LearningRate);
            rule.Run(new Work(1), parameters, GoldenFile.Gradient(step, layout.Count));
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
}
