using ActGen.Frontend.Model;
using ActGen.Generator.Planning;

namespace ActGen.Generator.Emission;

/// <summary>y = f(x·W + b) and its backward pass.</summary>
internal sealed class DenseEmitter : LayerEmitter
{
    public override string Name(Stage stage)
    {
        var dense = (PlannedDense)stage.Layer;
        int units = dense.IsGated ? dense.Output.Features / 2 : dense.Output.Features;
        return $"{dense.Place.Name} {Vocabulary.Number(units)}" + (stage.Activation is { } activation ? " + " + ActivationText.Name(activation) : "");
    }

    public override void Infer(InferenceStep step, StageWriter writer) => Product("Infer", step.Stage, step.Input, step.Output, writer).Write(writer.Code);

    public override void Forward(TrainingStep step, StageWriter writer)
    {
        Call call = Product("Forward", step.Stage, step.Input, step.Output, writer);
        if (step.Stage.KeepsExtra)
            call.With("keeps", StageWriter.Operand(step.Stage.Keeps)).With("kept", StageWriter.Place(step.Kept!));
        call.Write(writer.Code);
    }

    public override void Backward(TrainingStep step, StageWriter writer)
    {
        var dense = (PlannedDense)step.Stage.Layer;
        string inputGradient = StageWriter.Place(step.InputGradient), transposed = StageWriter.Fixed(step.Transposed!, StageWriter.Length(dense.Weights));
        new Call($"{writer.Vocabulary.Kernels("Dense")}.Backward<{ActivationArguments.Formula(step.Stage.Activation)}>")
            .With(StageWriter.Work(dense))
            .With("input", StageWriter.Place(step.Input))
            .With("weights", StageWriter.Parameters(dense.Weights))
            .With("outputGradient", StageWriter.Place(step.OutputGradient))
            .With("weightGradient", StageWriter.Gradients(dense.Weights))
            .With("biasGradient", dense.Bias is { } bias ? StageWriter.Gradients(bias) : "default")
            .With("inputGradient", step.IsOnDemand && step.InputGradient.Place != Place.InputGradient ? $"pass.InputGradient.IsEmpty ? default : {inputGradient}" : inputGradient)
            .With("transposed", step.IsOnDemand ? $"pass.InputGradient.IsEmpty ? default : {transposed}" : transposed)
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
        var dense = (PlannedDense)stage.Layer;
        string affine = $"x·W{dense.Number}" + (dense.Bias is null ? "" : $" + b{dense.Number}");
        return stage.Activation is null ? $"y = {affine}" : $"z = {affine};  y = {ActivationText.Applied(stage.Activation, "z")}";
    }

    public override string BackwardFormula(Stage stage)
    {
        var dense = (PlannedDense)stage.Layer;
        int n = dense.Number;
        string dz = stage.Activation is null ? "dz = ∂L/∂y" : $"dz = ∂L/∂y · {ActivationText.Derivative(stage.Activation, "z")}";
        return $"{dz};  dW{n} = xᵀ·dz" + (dense.Bias is null ? "" : $",  db{n} = Σ dz") + $",  dx = dz·W{n}ᵀ";
    }

    private static Call Product(string method, Stage stage, Slot input, Slot output, StageWriter writer)
    {
        var dense = (PlannedDense)stage.Layer;
        bool isInference = method == "Infer";
        return new Call($"{writer.Vocabulary.Kernels("Dense")}.{method}<{ActivationArguments.Formula(stage.Activation)}>")
            .With(StageWriter.Work(dense))
            .With("inputs", isInference ? Vocabulary.Number(dense.Input.Features) : null)
            .With("outputs", isInference ? Vocabulary.Number(dense.Output.Features) : null)
            .With("input", StageWriter.Place(input))
            .With("weights", StageWriter.Parameters(dense.Weights))
            .With("bias", isInference ? StageWriter.InferenceBias(stage) : StageWriter.Bias(dense))
            .With("output", StageWriter.Place(output))
            .With("parameters", ActivationArguments.Parameters(stage.Activation, writer.Vocabulary));
    }
}
