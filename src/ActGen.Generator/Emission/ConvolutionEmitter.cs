using ActGen.Frontend.Model;
using ActGen.Generator.Planning;

namespace ActGen.Generator.Emission;

/// <summary>y = f(x ∗ W + b) and its backward pass.</summary>
internal sealed class ConvolutionEmitter : LayerEmitter
{
    public override string Name(Stage stage)
    {
        PlannedConvolution layer = LayerOf(stage);
        string kernel = Vocabulary.Number(layer.Columns.Kernel);
        if (!layer.IsLine)
            kernel = $"{Vocabulary.Number(layer.Rows.Kernel)}×{kernel}";
        return $"{layer.Place.Name} {Vocabulary.Number(layer.Output.Features)} {kernel}" + (stage.Activation is { } activation ? " + " + ActivationText.Name(activation) : "");
    }

    public override void Infer(InferenceStep step, StageWriter writer) =>
        Product(step.Stage, StageWriter.InferenceBias(step.Stage), step.Input, step.Output, writer)
            .With("padded", LayerOf(step.Stage).InferenceScratch is > 0 and var size ? Scratch(ProgramConstants.InferenceScratch, size) : null)
            .With("parameters", ActivationArguments.Parameters(step.Stage.Activation, writer.Vocabulary))
            .Write(writer.Code);

    public override void Forward(TrainingStep step, StageWriter writer)
    {
        Call call = Product(step.Stage, StageWriter.Bias(LayerOf(step.Stage)), step.Input, step.Output, writer)
            .With("padded", step.CopiedInput is null ? null : StageWriter.Place(step.CopiedInput))
            .With("parameters", ActivationArguments.Parameters(step.Stage.Activation, writer.Vocabulary));
        if (step.Stage.KeepsExtra)
            call.With("keeps", StageWriter.Operand(step.Stage.Keeps)).With("kept", StageWriter.Place(step.Kept!));
        call.Write(writer.Code);
    }

    public override void Backward(TrainingStep step, StageWriter writer)
    {
        PlannedConvolution layer = LayerOf(step.Stage);
        string inputGradient = StageWriter.Place(step.InputGradient), flipped = StageWriter.Fixed(step.Transposed!, StageWriter.Length(layer.Weights));
        new Call($"{writer.Vocabulary.Kernels("Convolution")}.Backward<{ActivationArguments.Formula(step.Stage.Activation)}>")
            .With("pass.Work")
            .With("shape", ShapeOf(layer))
            .With("input", StageWriter.Place(step.CopiedInput ?? step.Input))
            .With("weights", StageWriter.Parameters(layer.Weights))
            .With("outputGradient", StageWriter.Place(step.OutputGradient))
            .With("weightGradient", StageWriter.Gradients(layer.Weights))
            .With("biasGradient", layer.Bias is { } bias ? StageWriter.Gradients(bias) : "default")
            .With("inputGradient", step.IsOnDemand && step.InputGradient.Place != Place.InputGradient ? $"pass.InputGradient.IsEmpty ? default : {inputGradient}" : inputGradient)
            .With("flipped", step.IsOnDemand ? $"pass.InputGradient.IsEmpty ? default : {flipped}" : flipped)
            .With("padded", layer.TrainingScratch > 0 ? Scratch(ProgramConstants.TrainingScratch, layer.TrainingScratch) : null)
            .With("keeps", step.Kept is null ? null : StageWriter.Operand(step.Stage.Keeps))
            .With("kept", step.Kept is null ? null : StageWriter.Place(step.Kept))
            .With("parameters", ActivationArguments.Parameters(step.Stage.Activation, writer.Vocabulary))
            .With("parameterGradient", ActivationArguments.ParameterGradient(step))
            .With("rowSums", ActivationArguments.RowSums(step))
            .Write(writer.Code);
        ActivationArguments.WriteMixedGradients(step, writer);
    }

    public override string ForwardFormula(Stage stage)
    {
        PlannedConvolution layer = LayerOf(stage);
        string affine = $"x ∗ W{layer.Number}" + (layer.Bias is null ? "" : $" + b{layer.Number}");
        return stage.Activation is null ? $"y = {affine}" : $"z = {affine};  y = {ActivationText.Applied(stage.Activation, "z")}";
    }

    public override string BackwardFormula(Stage stage)
    {
        PlannedConvolution layer = LayerOf(stage);
        int n = layer.Number;
        string dz = stage.Activation is null ? "dz = ∂L/∂y" : $"dz = ∂L/∂y · {ActivationText.Derivative(stage.Activation, "z")}";
        return $"{dz};  dW{n} = Σ xᵀ·dz over positions" + (layer.Bias is null ? "" : $",  db{n} = Σ dz") + $",  dx = dz ∗ flipped W{n}ᵀ";
    }

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

    private static PlannedConvolution LayerOf(Stage stage) => (PlannedConvolution)stage.Layer;

    /// <summary>The beginning of what all layers share.</summary>
    private static string Scratch(string constant, int size) => $"pass.WorkerBuffer({constant}).Slice(0, {Vocabulary.Number(size)})";

    private static Call Product(Stage stage, string bias, Slot input, Slot output, StageWriter writer)
    {
        PlannedConvolution layer = LayerOf(stage);
        return new Call($"{writer.Vocabulary.Kernels("Convolution")}.Forward<{ActivationArguments.Formula(stage.Activation)}>")
            .With("pass.Work")
            .With("shape", ShapeOf(layer))
            .With("input", StageWriter.Place(input))
            .With("weights", StageWriter.Parameters(layer.Weights))
            .With("bias", bias)
            .With("output", StageWriter.Place(output));
    }
}
