using System.Text.Json;
using ActGen.CompilerServices;
using ActGen.Runtime.Tests.Layers;
using ActGen.Runtime.Tests.Proofs.Programs;

namespace ActGen.Runtime.Tests.Optimizers;

/// <summary>What holds for every optimizer: its golden steps, the same bits everywhere, NaN stays visible, nothing is allocated.</summary>
[Collection(nameof(Widths))]
public class OptimizerTests
{
    public static TheoryData<string> Names => [.. OptimizerCases.Vectors.Keys];

    public static TheoryData<string> TorchNames => [.. OptimizerCases.Vectors.Keys.Except(OptimizerCases.References)];

    public static TheoryData<string> ReferenceNames => [.. OptimizerCases.References];

    public static TheoryData<string> MatrixNames => [.. OptimizerCases.Matrices.Keys];

    public static TheoryData<string> AllNames => [.. OptimizerCases.AllNames];

    [Fact]
    public void The_golden_files_have_these_cases()
    {
        Assert.Equal(OptimizerCases.Vectors.Keys.Order(), GoldenFile.Read("optimizers.json").GetProperty("cases").EnumerateObject().Select(item => item.Name).Order());
        Assert.Equal(OptimizerCases.Matrices.Keys.Order(), GoldenFile.Read("matrices.json").GetProperty("cases").EnumerateObject().Select(item => item.Name).Order());
    }

    [Theory]
    [MemberData(nameof(TorchNames))]
    public void Equals_PyTorch(string name) =>
        AssertSteps(name, OptimizerCases.Vectors[name], Layouts.Vector(GoldenFile.Size), GoldenFile.Read("optimizers.json"), steps: 1000);

    [Theory]
    [MemberData(nameof(ReferenceNames))]
    public void Equals_the_reference(string name) =>
        AssertSteps(name, OptimizerCases.Vectors[name], Layouts.Vector(GoldenFile.Size), GoldenFile.Read("optimizers.json"), steps: 1000);

    [Theory]
    [MemberData(nameof(MatrixNames))]
    public void Equals_the_reference_on_the_tensors_of_a_network(string name) =>
        AssertSteps(name, OptimizerCases.Matrices[name], Layouts.Network((12, 7), (7, 12), (5, 5), (9, 1)), GoldenFile.Read("matrices.json"), steps: 100);

    [Theory]
    [MemberData(nameof(AllNames))]
    public void Same_bits_at_every_width_and_for_any_number_of_workers(string name)
    {
        // More than one block of 4,096 in a tensor, tensors that begin within a block, sizes that leave tails.
        ParameterLayout layout = Layouts.Network((70, 93), (93, 17), (1, 1), (3, 1500), (5, 2));
        Optimizer optimizer = OptimizerCases.Named(name);
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
        UpdateRule rule = Layouts.Rule(OptimizerCases.Vectors[name], 3);
        rule.Begin(1, 0.1);
        rule.Run(new Work(1), parameters, [0, float.NaN, 0]);
        rule.Begin(2, 0.1);
        rule.Run(new Work(1), parameters, [0, 0, 0]);
        // The length of a step of LAMB is that of the whole tensor's.
        Assert.Equal(OptimizerCases.Vectors[name] is LAMB, float.IsNaN(parameters[0]));
        Assert.True(float.IsNaN(parameters[1]));
    }

    [Theory]
    [MemberData(nameof(AllNames))]
    public void Nothing_is_allocated(string name)
    {
        ParameterLayout layout = Layouts.Network((12, 7), (7, 12), (5, 5));
        float[] parameters = GoldenFile.Start(layout.Count), gradients = GoldenFile.Gradient(1, layout.Count);
        UpdateRule rule = OptimizerCases.Named(name).CreateRule(layout);
        long step = 0;
        Assert.Equal(0, AllocationMeter.OfThread(() =>
        {
            rule.Begin(++step, 0.01);
            rule.Run(new Work(1), parameters, gradients);
        }));
    }

    private static void AssertState(string name, float[][] expected, float[][] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int k = 0; k < expected.Length; k++)
        {
            float largest = expected[k].Max(MathF.Abs);
            for (int i = 0; i < expected[k].Length; i++)
                Assert.True(MathF.Abs(expected[k][i] - actual[k][i]) <= 1e-6f * largest, $"{name}, state {k}, element {i}: {actual[k][i]:G9}, golden {expected[k][i]:G9}");
        }
    }

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
            // Adadelta's steps have a length of their own, √(ε/(1 − ρ)) at first: its learning rate of 1 is none.
            double length = optimizer is Adadelta adadelta ? optimizer.LearningRate * Math.Sqrt(adadelta.Epsilon / (1 - adadelta.Rho)) : optimizer.LearningRate;
            double slack = (step <= 100 ? 2e-4 : 1e-3) * length;
            for (int i = 0; i < expected.Length; i++)
            {
                double ulp = MathF.BitIncrement(MathF.Abs(expected[i])) - MathF.Abs(expected[i]);
                Assert.True(Math.Abs((double)parameters[i] - expected[i]) <= ulp + slack, $"{name}, step {step}, element {i}: {parameters[i]:G9}, golden {expected[i]:G9}");
            }
            if (step == 100 && golden.TryGetProperty("state", out JsonElement state))
                AssertState(name, [.. state.EnumerateArray().Select(GoldenFile.Floats)], [.. rule.State.Select(buffer => buffer.Span.ToArray())]);
        }
    }
}
