using ActGen.Runtime.Tests.Proofs;
using ActGen.Runtime.Tests.Proofs.Programs;

namespace ActGen.Runtime.Tests.Networks;

/// <summary>Frozen networks: which batch normalisations they fold, and what they refuse.</summary>
public sealed class FreezeTests
{
    private const string Source = """
        using ActGen;

        [Block] [Dense(8, Bias = false)] [BatchNorm, ReLU] [Dense(8)] [BatchNorm] sealed class Folding;
        [Block] [BatchNorm] [Dense(8), Tanh] sealed class NormFirst;
        [Block] [Dense(8)] [BatchNorm] [Residual<Folding>] [Dense(8)] [Residual<NormFirst>] sealed class Nested;
        [Block] [Conv2D(6, 3, Padding = Padding.Same, Bias = false)] [BatchNorm, SiLU] [Conv2D(6, 3, Padding = 1)] [BatchNorm] sealed class Images;

        // Behind nothing, behind a product with an activation, behind the beginning of a block, behind another shape; only the last one directly behind a product.
        [Network(8)] [BatchNorm] [Dense(8), ReLU] [BatchNorm] [Dense(8)] [Residual<NormFirst>] [Dense(8)] [Reshape(2, 4)] [BatchNorm] [Dense(5)] [BatchNorm(Affine = false)] [MSELoss]
        public sealed partial class Places;

        [Network(8)] [Residual<Folding>(Repeat = 2)] [Residual<Nested>] [Dense(3)] [MSELoss]
        public sealed partial class Residuals;

        [Network(2, 5, 6)] [Conv2D(6, 2)] [BatchNorm] [Residual<Images>(Repeat = 2)] [Conv2D(6, 1)] [BatchNorm, ReLU] [GlobalAveragePool] [Dense(3)] [CrossEntropyLoss]
        public sealed partial class Stack;

        [Network(4)] [Dense(5), Tanh] [Dense(2)] [MSELoss]
        public sealed partial class Plain;
        """;

    private static readonly string[] Names = ["Places", "Residuals", "Stack", "Plain"];

    private static readonly IReadOnlyList<IFloatNetwork> Networks = NetworkFactory.CompileFloat(Source, Names);

    [Theory]
    [InlineData("Places", 8, 1)]
    [InlineData("Residuals", 8, 7)]
    [InlineData("Stack", 60, 6)]
    [InlineData("Plain", 4, 0)]
    public void What_stands_directly_behind_a_product_is_folded_and_nothing_else(string name, int inputs, int folded)
    {
        IFloatNetwork network = Networks[Array.IndexOf(Names, name)];
        float[] parameters = Trained(network, seed: 1), rows = Normal(50 * inputs, seed: 2);
        IFrozenNetwork frozen = network.Freeze(parameters);
        float[] expected = network.Forward(parameters, rows), actual = frozen.Forward(rows);

        Assert.Equal(folded, frozen.Folded.Count);
        // Layers behind one another hand on what rounding changed.
        double rms = Math.Sqrt(expected.Average(value => (double)value * value));
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-5 * (Math.Abs(pair.First) + rms)));
        if (folded == 0)
            Bits.AssertEqual(expected, actual, "outputs without batch normalisation");
        else
            Assert.NotEqual(parameters, frozen.State);
        Assert.Equal(parameters, frozen.Original);
    }

    [Fact]
    public void Statistics_without_variance_fold_to_finite_weights()
    {
        IFloatNetwork network = Networks[2];
        float[] parameters = Trained(network, seed: 3);
        foreach (ParameterInfo tensor in network.Table.Where(tensor => tensor.Name.EndsWith("running_var", StringComparison.Ordinal)))
            parameters.AsSpan(tensor.Offset, tensor.Length).Clear();

        Assert.All(network.Freeze(parameters).State, value => Assert.True(float.IsFinite(value)));
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(3e38f)]
    public void Weights_that_fold_to_no_number_are_refused_by_name(float value)
    {
        float[] parameters = Trained(Networks[1], seed: 4);
        // Of a variance of 0.01, so that the largest floats overflow.
        ParameterInfo variance = Networks[1].Table.First(tensor => tensor.Name == "layer2.running_var");
        parameters.AsSpan(variance.Offset, variance.Length).Fill(0.01f);
        parameters.AsSpan(Networks[1].Table.First(tensor => tensor.Name == "layer2.weight").Offset, variance.Length).Fill(1);
        parameters[Networks[1].Table[0].Offset + 3] = value;

        Assert.StartsWith("Residuals cannot be frozen: folded with the batch normalisation, layer1.weight is NaN or beyond the largest float.", Assert.Throws<InvalidOperationException>(() => Networks[1].Freeze(parameters)).Message);
    }

    [Theory]
    [InlineData("Stack", 60, 3)]
    [InlineData("Plain", 4, 2)]
    public void A_frozen_network_is_not_trained_saved_or_loaded_into(string name, int inputs, int outputs)
    {
        IFloatNetwork network = Networks[Array.IndexOf(Names, name)];
        IFrozenNetwork frozen = network.Freeze(Trained(network, seed: 5));
        float[] before = frozen.State;
        Dataset data = name == "Stack" ? Dataset.FromArrays(Normal(6 * inputs, seed: 6), [0, 1, 2, 0, 1, 2]) : Dataset.FromArrays(Normal(6 * inputs, seed: 6), Normal(6 * outputs, seed: 7), count: 6);

        foreach ((string use, Action action) in frozen.Refused(data))
        {
            string message = Assert.Throws<InvalidOperationException>(action).Message;
            Assert.StartsWith($"This {name} is frozen, a copy for inference with other weights than it was trained with. ", message);
            Assert.EndsWith(use switch { "CreateTrainer" or "Fit" => "freeze that again.", ['S', ..] => "who loads the file can freeze it.", _ => "freeze that." }, message);
        }
        Assert.Equal(before, frozen.State);
    }

    [Fact]
    public void A_frozen_network_is_evaluated_as_it_predicts()
    {
        IFrozenNetwork frozen = Networks[2].Freeze(Trained(Networks[2], seed: 8));
        (double folded, double original) = frozen.Losses(Dataset.FromArrays(Normal(6 * 60, seed: 9), [0, 1, 2, 0, 1, 2]));
        Assert.Equal(original, folded, 1e-4 * original);
    }

    /// <summary>Parameters as training could leave them.</summary>
    private static float[] Trained(IFloatNetwork network, int seed)
    {
        float[] parameters = network.NewParameters(seed);
        foreach (ParameterInfo tensor in network.Table.Where(tensor => tensor.Kind is not ParameterKind.Weight))
        {
            float[] draws = Normal(tensor.Length, seed + tensor.Offset);
            for (int i = 0; i < tensor.Length; i++)
                parameters[tensor.Offset + i] = tensor.Name.EndsWith("running_var", StringComparison.Ordinal) ? 0.5f + Math.Abs(draws[i]) : parameters[tensor.Offset + i] + (0.3f * draws[i]);
        }
        return parameters;
    }

    private static float[] Normal(int count, int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble())))];
    }
}
