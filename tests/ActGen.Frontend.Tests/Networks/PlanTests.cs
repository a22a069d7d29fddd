using ActGen.Frontend.Analysis;
using ActGen.Frontend.Calculus;
using ActGen.Frontend.Collections;
using ActGen.Frontend.Model;
using ActGen.Frontend.Shapes;

namespace ActGen.Frontend.Tests.Networks;

public sealed class PlanTests
{
    [Fact]
    public void Tensors_lie_one_behind_the_other_under_names_that_dropout_does_not_change()
    {
        NetworkPlan plan = Plan("[Network(4)] [Dense(8), Swish(1.5)] [Dense(3, Bias = false)] [Softmax]");
        NetworkPlan dropped = Plan("[Network(4)] [Dropout(0.1)] [Dense(8), Swish(1.5)] [Dropout(0.2)] [Dense(3, Bias = false)] [Softmax]");

        Assert.Equal(["layer1.weight", "layer1.bias", "layer1.activation.beta", "layer2.weight"], plan.Parameters.Select(tensor => tensor.Name));
        Assert.Equal([0, 32, 40, 41], plan.Parameters.Select(tensor => tensor.Offset));
        Assert.Equal(65, plan.ParameterCount);
        Assert.Equal(plan.Parameters.Select(tensor => tensor.Name), dropped.Parameters.Select(tensor => tensor.Name));
    }

    [Fact]
    public void A_dense_layer_works_on_each_step_of_a_sequence()
    {
        NetworkPlan plan = Plan("[Network(16, 8)] [Dense(32)] [CrossEntropyLoss]");

        Assert.Equal(Shape.Of(16, 32), plan.Output);
        Assert.Equal(16, plan.Output.Positions);
        Assert.Equal([8, 32], plan.Parameters[0].Dimensions);
    }

    [Theory]
    [InlineData("[Flatten]", "12")]
    [InlineData("[Reshape(3, 4)]", "3×4")]
    [InlineData("[Reshape(-1, 2)]", "6×2")]
    [InlineData("[Reshape(2, -1, 3)]", "2×2×3")]
    [InlineData("[Reshape(12, -1)]", "12×1")]
    public void A_shape_is_another_view_of_the_same_values(string layer, string shape)
    {
        NetworkPlan plan = Plan($"[Network(2, 6)] [Tanh] {layer}");

        Assert.Equal(shape, plan.Output.ToString());
        Assert.Equal(plan.Signal.Layers[0], plan.Signal.Layers[1]);
        Assert.Empty(plan.Parameters);
    }

    [Theory]
    // Auto: variance 1/(fan_in · m), m the mean square that the activation before makes (catalogue: gM2 = 1/√m).
    [InlineData("[Network(100)] [Dense(50)]", "Normal", 0.1)]
    [InlineData("[Network(100, InputMeanSquare = 0.25)] [Dense(50)]", "Normal", 0.2)]
    [InlineData("[Network(7)] [Dense(100), ReLU] [Dense(50)]", "Normal", 0.141421)] // √(2/100)
    [InlineData("[Network(7)] [Dense(100), GELU] [Dense(50)]", "Normal", 0.153353)] // gM2 of GELU is 1.5335
    [InlineData("[Network(7)] [Dense(100)] [Dense(50)]", "Normal", 0.1)]
    [InlineData("[Network(7)] [Dense(100), ReLU] [Dropout(0.5)] [Dense(50)]", "Normal", 0.1)] // dropout doubles m
    [InlineData("[Network(7)] [Dense(100), ReLU] [Dropout(1)] [Dense(50)]", "Normal", 0.1)] // no signal: LeCun
    [InlineData("[Network(7)] [Dense(100, Init = Initializer.Zeros), ReLU] [Dense(50)]", "Normal", 0.1)]
    // The others are what their papers say.
    [InlineData("[Network(100)] [Dense(50, Init = Initializer.He)]", "Normal", 0.141421)]
    [InlineData("[Network(100)] [Dense(50, Init = Initializer.HeUniform)]", "Uniform", 0.244949)]
    [InlineData("[Network(100)] [Dense(60, Init = Initializer.Glorot)]", "Normal", 0.111803)]
    [InlineData("[Network(100)] [Dense(50, Init = Initializer.GlorotUniform)]", "Uniform", 0.2)]
    [InlineData("[Network(100)] [Dense(50, Init = Initializer.LeCun)]", "Normal", 0.1)]
    [InlineData("[Network(100)] [Dense(50, Init = Initializer.LeCunUniform)]", "Uniform", 0.173205)]
    [InlineData("[Network(100)] [Dense(50, Init = Initializer.Orthogonal)]", "Orthogonal", 1)]
    [InlineData("[Network(100)] [Dense(50, Init = Initializer.Zeros)]", "Constant", 0)]
    [InlineData("[Network(100)] [Dense(50, Init = Initializer.PyTorch)]", "Uniform", 0.1)]
    // KaimingLike: torch.nn.init.calculate_gain of the activation that follows.
    [InlineData("[Network(100)] [Dense(50, Init = Initializer.KaimingLike)]", "Normal", 0.1)]
    [InlineData("[Network(100)] [Dense(50, Init = Initializer.KaimingLike), ReLU]", "Normal", 0.141421)]
    [InlineData("[Network(100)] [Dense(50, Init = Initializer.KaimingLike), Tanh]", "Normal", 0.166667)]
    [InlineData("[Network(100)] [Dense(50, Init = Initializer.KaimingLike), Sigmoid]", "Normal", 0.1)]
    [InlineData("[Network(100)] [Dense(50, Init = Initializer.KaimingLike), SELU]", "Normal", 0.075)]
    [InlineData("[Network(100)] [Dense(50, Init = Initializer.KaimingLike), LeakyReLU(0.2)]", "Normal", 0.138675)]
    public void The_last_weights_start_with_the_scale_of_their_initialiser(string attributes, string distribution, double scale)
    {
        ParameterTensor weights = Plan(attributes).Parameters.Last(tensor => tensor.Kind == TensorKind.Weight);

        Assert.Equal(distribution, weights.Distribution.ToString());
        Assert.Equal(scale, weights.Scale, 5e-6);
    }

    [Fact]
    public void Biases_start_at_zero_except_as_PyTorch_has_them()
    {
        Assert.All(Plan("[Network(100)] [Dense(5)] [Dense(5, Init = Initializer.He)]").Parameters.Where(tensor => tensor.Kind == TensorKind.Bias),
            bias => Assert.Equal(("Constant", 0.0), (bias.Distribution.ToString(), bias.Scale)));
        ParameterTensor torch = Plan("[Network(100)] [Dense(5, Init = Initializer.PyTorch)]").Parameters[1];
        Assert.Equal(("Uniform", 0.1), (torch.Distribution.ToString(), torch.Scale));
    }

    [Fact]
    public void What_backward_keeps_follows_the_actual_parameters()
    {
        EquatableArray<PlannedLayer> layers = Plan("[Network(4)] [LeakyReLU(0.2), LeakyReLU(-0.2), GELU, Swish, Tanh]").Layers;

        Assert.Equal(
            [Operand.Output, Operand.Derivative, Operand.Derivative, Operand.Input, Operand.Output],
            layers.Select(layer => ((PlannedActivation)layer).Keeps));
    }

    [Fact]
    public void Loss_settings_reach_the_plan()
    {
        PlannedLoss loss = Plan("[Network(4)] [Dense(3)] [CrossEntropyLoss(LabelSmoothing = 0.1, ClassWeights = new[] { 1.0, 2, 3 }, IgnoreIndex = -1)]").Loss!;

        Assert.Equal((0.1, -1, true), (loss.Settings[0], loss.IgnoreIndex, loss.Type.TakesLabels));
        Assert.Equal([1, 2, 3], loss.ClassWeights);
        Assert.Equal(0.5, Plan("[Network(4)] [Dense(3)] [HuberLoss(0.5)]").Loss!.Settings[0]);
        Assert.Equal(-100, Plan("[Network(4)] [Dense(3)] [CrossEntropyLoss]").Loss!.IgnoreIndex);
    }

    private static NetworkPlan Plan(string attributes)
    {
        NetworkAnalysis analysis = Analyze.Stack(attributes);
        Assert.Equal("", string.Join("\n", analysis.Problems.Select(problem => problem.Message)));
        return analysis.Plan!;
    }
}
