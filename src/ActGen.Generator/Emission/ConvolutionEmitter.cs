using ActGen.Frontend.Model;
using ActGen.Generator.Planning;

namespace ActGen.Generator.Emission;

/// <summary>y = f(x ∗ W + b) and its backward pass.</summary>
internal sealed class ConvolutionEmitter : ProductEmitter<PlannedConvolution>
{
    protected override string Operator => "Convolution";

    protected override string TurnedWeights => "flipped";

    protected override string WeightGradient => "Σ xᵀ·dz over positions";

    /// <summary>The field that holds the sizes.</summary>
    public static string ShapeOf(PlannedConvolution layer) => "Shape" + Vocabulary.Number(layer.Number);

    /// <summary>The sizes; options only where they are not those of the type.</summary>
    public static string Shape(PlannedConvolution layer)
    {
        string groups = layer.Groups == 1 ? "" : $", {Vocabulary.Number(layer.Groups)}";
        return $"new({Axis(layer.Rows)}, {Axis(layer.Columns)}, {Vocabulary.Number(layer.Input.Features)}, {Vocabulary.Number(layer.Output.Features)}{groups})";

        static string Axis(ConvolutionAxis axis)
        {
            string options = string.Concat(
                new[] { (Name: "Stride", Value: axis.Stride, Usual: 1), (Name: "Padding", Value: axis.Padding, Usual: 0), (Name: "Dilation", Value: axis.Dilation, Usual: 1) }
                    .Where(option => option.Value != option.Usual)
                    .Select(option => $", {option.Name}: {Vocabulary.Number(option.Value)}"));
            return $"new({Vocabulary.Number(axis.Input)}, {Vocabulary.Number(axis.Output)}, {Vocabulary.Number(axis.Kernel)}{options})";
        }
    }

    protected override string Size(PlannedConvolution layer)
    {
        string rows = layer.IsLine ? "" : $"{Vocabulary.Number(layer.Rows.Kernel)}×";
        return $"{Vocabulary.Number(layer.Output.Features)} {rows}{Vocabulary.Number(layer.Columns.Kernel)}";
    }

    protected override string Weighted(PlannedConvolution layer) => $"x ∗ W{layer.Number}";

    protected override string InputGradient(PlannedConvolution layer) => $"dz ∗ flipped W{layer.Number}ᵀ";

    protected override Call WithSizes(Call call, PlannedConvolution layer) => call.With("pass.Work").With("shape", ShapeOf(layer));

    protected override Call Start(string method, Stage stage, StageWriter writer)
    {
        if (stage.Pool is not { } pool)
            return base.Start(method, stage, writer);
        // Backward asks only which cell a value came from.
        string function = method == "Backward" ? "" : ", " + PoolEmitter.Function(pool);
        return WithSizes(new Call($"{writer.Vocabulary.Kernels("PooledConvolution")}.{method}<{ActivationArguments.Formula(stage.Activation)}{function}>"), LayerOf(stage))
            .With("window", PoolEmitter.Window(pool));
    }

    protected override Call StartInference(Stage stage, StageWriter writer) => Start("Forward", stage, writer);
}
