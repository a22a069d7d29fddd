using ActGen.Frontend.Model;
using ActGen.Frontend.Shapes;

namespace ActGen.Frontend.Tests.Networks;

/// <summary>What recurrent layers are planned as.</summary>
public sealed class RecurrentTests
{
    [Theory]
    [InlineData("RNN(5)", "5", (3 * 5) + (5 * 5) + 5)]
    [InlineData("LSTM(5)", "5", 4 * ((3 * 5) + (5 * 5) + 5))]
    [InlineData("GRU(5)", "5", (3 * ((3 * 5) + (5 * 5))) + (4 * 5))]
    [InlineData("LSTM(5, ReturnSequences = true)", "7×5", 180)]
    [InlineData("LSTM(5, Bidirectional = true)", "10", 360)]
    [InlineData("GRU(5, ReturnSequences = true, Bidirectional = true)", "7×10", 280)]
    public void Shapes_and_parameters(string layer, string output, int parameters)
    {
        NetworkPlan plan = Analyze.Stack($"[Network(7, 3)] [{layer}]").Plan!;

        Assert.Equal(output, plan.Output.ToString());
        Assert.Equal(parameters, plan.Parameters.Sum(tensor => tensor.Length));
    }

    [Fact]
    public void Tensors_have_the_names_of_PyTorch_in_its_order()
    {
        NetworkPlan plan = Analyze.Stack("[Network(7, 3)] [Dense(4)] [GRU(5, Bidirectional = true)]").Plan!;

        Assert.Equal(
            ["layer2.weight_ih 4×15", "layer2.weight_hh 5×15", "layer2.bias 20", "layer2.weight_ih_reverse 4×15", "layer2.weight_hh_reverse 5×15", "layer2.bias_reverse 20"],
            plan.Parameters.Skip(2).Select(tensor => $"{tensor.Name} {new Shape(tensor.Dimensions)}"));
        Assert.Equal([TensorKind.Weight, TensorKind.Weight, TensorKind.Bias], plan.Parameters.Skip(2).Take(3).Select(tensor => tensor.Kind));
    }

    [Theory]
    [InlineData("LSTM(16)", "Normal 0.5, Orthogonal 1, ForgetGate 1")]
    [InlineData("LSTM(16, InitScale = 2)", "Normal 1, Orthogonal 1, ForgetGate 1")]
    [InlineData("GRU(16, Init = Initializer.Orthogonal)", "Orthogonal 1, Orthogonal 1, Constant 0")]
    [InlineData("RNN(12, Init = Initializer.Glorot)", "Normal 0.353553, Orthogonal 1, Constant 0")]
    [InlineData("LSTM(16, Init = Initializer.PyTorch)", "Uniform 0.25, Uniform 0.25, Uniform 0.25")]
    [InlineData("RNN(16, Init = Initializer.Zeros)", "Constant 0, Orthogonal 1, Constant 0")]
    public void Weights_start_as_declared(string layer, string expected) =>
        Assert.Equal(expected, string.Join(", ", Analyze.Stack($"[Network(7, 4)] [{layer}]").Plan!.Parameters.Select(tensor => FormattableString.Invariant($"{tensor.Distribution} {tensor.Scale}"))));

    [Fact]
    public void The_next_layer_starts_by_the_predicted_state()
    {
        NetworkPlan plan = Analyze.Stack("[Network(7, 4)] [LSTM(16)] [Dense(3)]").Plan!;
        double state = plan.Signal.Layers[0].Output.MeanSquare;

        Assert.InRange(state, 0.03, 0.07);
        Assert.Equal(Math.Sqrt(1 / (16 * state)), plan.Parameters[3].Scale, 1e-5);
    }

    [Fact]
    public void A_convolution_before_it_moves_no_value() =>
        Assert.DoesNotContain(Analyze.Stack("[Network(3, 9)] [Conv1D(4, 3)] [Permute(2, 1)] [LSTM(5)]").Plan!.Layers, layer => layer is PlannedTransposition or PlannedPermutation && layer.Place.Index > 0);

    [Fact]
    public void What_it_keeps_is_counted() =>
        Assert.Contains(Analyze.Stack("[Network(2000000, 4)] [LSTM(300)]").Problems, problem => problem.ToString()!.Contains("values", StringComparison.Ordinal));
}
