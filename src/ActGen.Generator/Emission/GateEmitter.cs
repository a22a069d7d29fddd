using ActGen.Frontend.Calculus;
using ActGen.Generator.Planning;

namespace ActGen.Generator.Emission;

/// <summary>y = a ⊙ f(b) over the halves of the last axis.</summary>
internal sealed class GateEmitter : LayerEmitter
{
    public override string Name(Stage stage) => stage.Layer.Place is { Part: "" } place ? place.Name : $"gate {ActivationText.Name(stage.Activation!)}";

    public override string ForwardFormula(Stage stage) => $"[a, b] = x;  y = a · {ActivationText.Factor(ActivationText.Applied(stage.Activation!, "b"))}";

    public override string BackwardFormula(Stage stage) =>
        $"da = ∂L/∂y · f(b);  db = ∂L/∂y · a · {ActivationText.Factor(ActivationText.DerivativeInInput(stage.Activation!, "b"))}";

    public override void Infer(InferenceStep step, StageWriter writer) => Forward(step.Stage, step.Input, step.Output, writer).Write(writer.Code);

    public override void Forward(TrainingStep step, StageWriter writer) =>
        Forward(step.Stage, step.Input, step.Output, writer)
            .With("kept", step.Stage.KeepsDerivative ? StageWriter.Place(step.Kept!) : null)
            .Write(writer.Code);

    public override void Backward(TrainingStep step, StageWriter writer)
    {
        Start("Backward", step.Stage, writer)
            .With("kept", StageWriter.Place(step.Kept!))
            .With("outputGradient", StageWriter.Place(step.OutputGradient))
            .With("inputGradient", StageWriter.Place(step.InputGradient))
            .With("keeps", StageWriter.Operand(step.Stage.Keeps))
            .With("parameters", step.Stage.Keeps == Operand.Input ? ActivationArguments.Parameters(step.Stage.Activation, writer.Vocabulary) : null)
            .With("parameterGradient", ActivationArguments.ParameterGradient(step))
            .With("rowSums", ActivationArguments.RowSums(step))
            .Write(writer.Code);
        ActivationArguments.WriteMixedGradients(step, writer);
    }

    private static Call Forward(Stage stage, Slot input, Slot output, StageWriter writer) =>
        Start("Forward", stage, writer)
            .With("input", StageWriter.Place(input))
            .With("output", StageWriter.Place(output))
            .With("parameters", ActivationArguments.Parameters(stage.Activation, writer.Vocabulary));

    private static Call Start(string direction, Stage stage, StageWriter writer) =>
        new Call($"{writer.Vocabulary.Kernels("Gate")}.{direction}<{ActivationArguments.Formula(stage.Activation)}>")
            .With(StageWriter.Work(stage.Layer));
}
