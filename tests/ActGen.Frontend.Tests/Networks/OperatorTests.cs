using ActGen.Frontend.Analysis;
using ActGen.Frontend.Calculus;
using ActGen.Frontend.Model;
using ActGen.Frontend.Shapes;

namespace ActGen.Frontend.Tests.Networks;

/// <summary>Functions of the last axis, gates, random and per-channel parameters: shapes, tensors, what backward keeps.</summary>
public sealed class OperatorTests
{
    [Theory]
    [InlineData("[Network(8)] [GLU]", "4")]
    [InlineData("[Network(3, 8)] [Gated<Formulas.Tanh>]", "3×4")]
    [InlineData("[Network(3, 8)] [SwiGLU(5)]", "3×5")]
    [InlineData("[Network(8)] [CReLU]", "16")]
    [InlineData("[Network(3, 8)] [Maxout(4)]", "3×2")]
    [InlineData("[Network(2, 3, 4)] [Softmin, Sparsemax, CReLU, GLU]", "2×3×4")]
    [InlineData("[Network(4)] [RReLU, PReLU(PerChannel = true)]", "4")]
    public void Shapes(string attributes, string output) => Assert.Equal(output, Plan(attributes).Output.ToString());

    [Theory]
    [InlineData("[Network(4)] [Dense(9)] [GLU]", "[GLU] cuts the last axis into 2 equal parts, but [Dense] gives rows of shape 9, and 9 is no multiple of 2")]
    [InlineData("[Network(6, 10)] [Maxout(3)]", "[Maxout] cuts the last axis into 3 equal parts, but the network's input gives rows of shape 6×10, and 10 is no multiple of 3")]
    [InlineData("[Network(4)] [ReLU(PerChannel = true)]", "[ReLU]: 'PerChannel' is true; 'ReLU' has no learned parameter")]
    [InlineData("[Network(4)] [Randomized<Formulas.PReLU>(0, 1)]", "[Randomized<PReLU>] draws the one parameter of its formula at random, and 'PReLU' has a learned one")]
    [InlineData("[Network(4)] [SiLU(Precision = (Precision)7)]", "[SiLU]: 'Precision' is 7; it is no member of Precision")]
    [InlineData("[Network(4)] [SwiGLU(3, Precision = (Precision)(-1))]", "[SwiGLU]: 'Precision' is -1; it is no member of Precision")]
    [InlineData("[Network(4)] [Activation<Fast<Formulas.SiLU>>]", "[Activation<Fast>] has no formula to compile: name 'SiLU' itself and set Precision = Precision.Fast")]
    [InlineData("[Network(4)] [RReLU(0.5, 0.25)]", "[RReLU]: 'upper' is 0.25; it is below 'lower', 0.5")]
    public void Mistakes_are_explained(string attributes, string message) => Assert.Equal(message, Assert.Single(Analyze.Stack(attributes).Problems).Message);

    [Fact]
    public void A_gated_layer_is_one_product_of_twice_the_units_and_a_gate_with_its_number()
    {
        NetworkPlan plan = Plan("[Network(5)] [GatedDense<Formulas.Swish>(4, 1.5)] [Dense(3)] [Maxout(3)] [Dense(2), PReLU(PerChannel = true)]");

        Assert.Equal(
            ["layer1.weight 5×8", "layer1.bias 8", "layer1.activation.beta 1", "layer2.weight 4×3", "layer2.bias 3", "layer4.weight 1×2", "layer4.bias 2", "layer4.activation.slope 2"],
            plan.Parameters.Select(tensor => $"{tensor.Name} {new Shape(tensor.Dimensions)}"));
        Assert.Equal([(1, ""), (1, "Gate"), (2, ""), (3, ""), (4, ""), (4, "Activation")], plan.Layers.Select(layer => (layer.Number, layer.Place.Part)));
        // Values and gate are two layers side by side.
        Assert.Equal(Math.Sqrt(2.0 / (5 + 4)), Plan("[Network(5)] [SwiGLU(4, Init = Initializer.Glorot)]").Parameters[0].Scale, 1e-6);
    }

    [Theory]
    [InlineData("[Network(4)] [SwiGLU(3)]", 30)]
    [InlineData("[Network(4)] [GatedDense<Formulas.Swish>(3, Bias = false)]", 25)]
    [InlineData("[Network(6, 4)] [Swish(PerChannel = true)]", 4)]
    [InlineData("[Network(4)] [Gated<Formulas.PReLU>]", 1)]
    [InlineData("[Network(4)] [RReLU, Sparsemax]", 0)]
    public void Parameters_are_counted_alike_before_and_after_planning(string attributes, int count)
    {
        NetworkAnalysis analysis = Analyze.Stack(attributes);

        Assert.Equal(count, analysis.Plan!.ParameterCount);
        Assert.Equal(count, analysis.Layers.Items.Sum(layer => layer.ParameterCount));
    }

    [Fact]
    public void What_backward_keeps()
    {
        NetworkPlan plan = Plan("[Network(8)] [GLU, CReLU, Gated<Formulas.Swish>, Maxout(2), Softmin, RReLU, PReLU(PerChannel = true)]");

        Assert.Equal(
            [Operand.Derivative, Operand.Output, Operand.Input, Operand.Derivative, Operand.Output, Operand.Derivative, Operand.Input],
            plan.Layers.Select(layer => layer.Keeps));
    }

    [Fact]
    public void Precision_reaches_the_plan_where_the_formula_has_a_choice()
    {
        const string Fast = "Precision = Precision.Fast";
        NetworkPlan plan = Plan($"[Network(8)] [SiLU({Fast}), ReLU({Fast}), Tanh, Gated<Formulas.Swish>({Fast}), SwiGLU(6, {Fast}), GLU, RReLU({Fast})]");

        Assert.Equal([true, false, false, true, true, false, false], plan.Layers.Select(layer => (layer as PlannedGate)?.Activation ?? layer as PlannedActivation).OfType<PlannedActivation>().Select(activation => activation.IsFast));
    }

    [Fact]
    public void A_random_parameter_is_its_mean_everywhere_else()
    {
        var rrelu = (PlannedActivation)Plan("[Network(4)] [RReLU]").Layers[0];

        Assert.Equal(11.0 / 48, Assert.Single(rrelu.Values), 1e-15);
        Assert.Equal(new ParameterRange(1.0 / 8, 1.0 / 3), rrelu.Range);
        // The catalogue's gain, 1/√(½(1 + (11/48)²)).
        Assert.Equal(1.3785, FormulaFacts.Of(rrelu.Formula, rrelu.Values).Gain, 5e-5);
    }

    private static NetworkPlan Plan(string attributes)
    {
        NetworkAnalysis analysis = Analyze.Stack(attributes);
        Assert.Equal("", string.Join("\n", analysis.Problems.Select(problem => problem.Message)));
        return analysis.Plan!;
    }
}
