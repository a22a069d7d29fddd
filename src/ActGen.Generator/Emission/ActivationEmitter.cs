using ActGen.Frontend.Calculus;
using ActGen.Frontend.Model;
using ActGen.Generator.Planning;

namespace ActGen.Generator.Emission;

/// <summary>An activation that stands alone: y = f(x), element by element.</summary>
internal static class ActivationEmitter
{
    public static void Infer(InferenceStep step, StageWriter writer) => Forward(step.Stage, step.Input, step.Output, writer).Write(writer.Code);

    public static void Forward(TrainingStep step, StageWriter writer)
    {
        Call call = Forward(step.Stage, step.Input, step.Output, writer);
        if (step.Stage.KeepsExtra)
            call.With("keeps", StageWriter.Operand(step.Stage.Keeps)).With("kept", StageWriter.Place(step.Kept!));
        call.Write(writer.Code);
    }

    public static void Backward(TrainingStep step, StageWriter writer)
    {
        new Call($"{writer.Vocabulary.Kernels("Elementwise")}.Backward<{ActivationArguments.Formula(step.Stage.Activation)}>")
            .With(StageWriter.Work(step.Stage.Layer))
            .With("gradient", StageWriter.Place(step.OutputGradient))
            .With("keeps", StageWriter.Operand(step.Stage.Keeps))
            .With("kept", step.Kept is null ? "default" : StageWriter.Place(step.Kept))
            .With("parameters", ActivationArguments.Parameters(step.Stage.Activation, writer.Vocabulary))
            .With("parameterGradient", ActivationArguments.ParameterGradient(step))
            .Write(writer.Code);
        ActivationArguments.WriteMixedGradients(step, writer);
    }

    public static string ForwardFormula(Stage stage) => $"y = {ActivationText.Applied(stage.Activation!, "x")}";

    public static string BackwardFormula(Stage stage) => $"dx = ∂L/∂y · {ActivationText.Derivative(stage.Activation!, "x")}";

    private static Call Forward(Stage stage, Slot input, Slot output, StageWriter writer) =>
        new Call($"{writer.Vocabulary.Kernels("Elementwise")}.Forward<{ActivationArguments.Formula(stage.Activation)}>")
            .With(StageWriter.Work(stage.Layer))
            .With("input", StageWriter.Place(input))
            .With("output", StageWriter.Place(output))
            .With("parameters", ActivationArguments.Parameters(stage.Activation, writer.Vocabulary));
}
