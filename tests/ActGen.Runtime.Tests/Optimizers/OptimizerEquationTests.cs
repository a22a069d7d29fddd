using ActGen.CompilerServices;
using ActGen.Runtime.Tests.Layers;

namespace ActGen.Runtime.Tests.Optimizers;

/// <summary>What no golden file says: the ends of the number line, what does not decay, what is refused.</summary>
public class OptimizerEquationTests
{
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
        Assert.Equal([new(0, 5, true, 0, 0), new(5, 6, false, 5, 0), new(6, 10, true, 6, 0)], ranges);
    }

    [Fact]
    public void Workers_update_the_rows_of_a_matrix_whose_gradients_they_make_and_every_parameter_once()
    {
        const int Inputs = 150, Outputs = 90;
        UpdateRange[] ranges = UpdateRange.WithMatrices(Layouts.Network((Inputs, Outputs), (Outputs, 40), (40, 3)).Tensors);
        int[] updates = new int[ranges[^1].End];
        foreach (int workers in (int[])[2, 3, 4])
        {
            Array.Clear(updates);
            Workers.Run(32, workers, work =>
            {
                foreach (UpdateRange range in ranges)
                {
                    (int first, int last) = range.Share(work);
                    for (int i = first; i < last; i++)
                        Interlocked.Increment(ref updates[i]);
                }
                (int start, int end) = DenseShare.OfFeatures(work, Inputs);
                Assert.Equal((start * Outputs, end * Outputs), ranges[0].Share(work));
            });
            Assert.All(updates, count => Assert.Equal(1, count));
        }
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
        Assert.Throws<ArgumentNullException>("Others", () => new Muon { Others = null! });
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
    [InlineData(0.9, 4000)]
    [InlineData(0.999, (1L << 40) + 7)]
    [InlineData(1.0, long.MaxValue)]
    public void Integer_powers(double x, long n)
    {
        Assert.Equal(Math.Pow(x, n), IntegerPower.Of(x, n), 1e-13);
        // From a table of squares they are the same bits.
        Assert.Equal(IntegerPower.Of(x, n), new IntegerPower(x).At(n));
    }

    [Fact]
    public void Muon_keeps_two_numbers_for_each_parameter()
    {
        ParameterLayout layout = Layouts.Network((6, 3), (3, 8));
        // The velocity of the matrices, two moments of the biases.
        Assert.Equal([18 + 24, 3 + 8, 3 + 8], new Muon().CreateRule(layout).State.Select(buffer => buffer.Length));
        Assert.Equal([layout.Count, layout.Count], new AdamW().CreateRule(layout).State.Select(buffer => buffer.Length));
    }

    [Theory]
    [InlineData(1e-40, 1)]
    [InlineData(1e-300, 1)]
    [InlineData(1e-7, 1e-30f)]
    [InlineData(1e-40, 1e38f)]
    public void Muon_orthogonalises_gradients_of_every_size(double epsilon, float size)
    {
        ParameterLayout layout = Layouts.Network((2, 2));
        float[] parameters = new float[6];
        UpdateRule rule = new Muon(1) { Epsilon = epsilon, WeightDecay = 0, Momentum = 0, NewtonSchulzSteps = 12, Others = new AdamW(0) }.CreateRule(layout);
        rule.Begin(1, 1);
        rule.Run(new Work(1), parameters, [3 * size, 0, 0, 3 * size, 0, 0]);
        double expected = Math.Min(1, size / epsilon) < 1e-6 ? 0 : 1;
        Assert.Equal(expected, -parameters[0], 0.35);
        Assert.Equal(parameters[0], parameters[3], 1e-6f);
        rule.Run(new Work(1), parameters, new float[6]);
        Assert.All(parameters, value => Assert.True(float.IsFinite(value)));
    }
}
