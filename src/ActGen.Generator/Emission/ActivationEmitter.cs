using ActGen.Frontend.Model;
using ActGen.Generator.Planning;
using ActGen.Generator.Text;

namespace ActGen.Generator.Emission;

/// <summary>An activation that stands alone: y = f(x), element by element.</summary>
internal sealed class ActivationEmitter : LayerEmitter
{
    public override string Name(Stage stage) => ActivationText.Name(stage.Activation!);

    public override string ForwardFormula(Stage stage) =>
        $"y = {ActivationText.Applied(stage.Activation!, "x")}" + (stage.Activation!.Range is null ? "" : $", {stage.Activation.Formula.Parameters[0].Name} drawn for each element");

    public override string BackwardFormula(Stage stage) => $"dx = ∂L/∂y · {ActivationText.Derivative(stage.Activation!, "x")}";

    public override void Infer(InferenceStep step, StageWriter writer) => Forward(step.Stage, step.Input, step.Output, writer).Write(writer.Code);

    public override void Forward(TrainingStep step, StageWriter writer)
    {
        PlannedActivation activation = step.Stage.Activation!;
        if (activation.Range is { } range)
        {
            Start("Randomized", "Forward", step.Stage, writer)
                .With("random", StageWriter.Random(activation))
                .With("lower", CodeWriter.Double(range.Lower))
                .With("upper", CodeWriter.Double(range.Upper))
                .With("input", StageWriter.Place(step.Input))
                .With("output", StageWriter.Place(step.Output))
                .With("derivative", StageWriter.Place(step.Kept!))
                .Write(writer.Code);
            return;
        }
        Call call = Forward(step.Stage, step.Input, step.Output, writer);
        if (step.Stage.KeepsExtra)
            call.With("keeps", StageWriter.Operand(step.Stage.Keeps)).With("kept", StageWriter.Place(step.Kept!));
        call.Write(writer.Code);
    }

    public override void Backward(TrainingStep step, StageWriter writer)
    {
        PlannedActivation activation = step.Stage.Activation!;
        if (activation.IsPerChannel)
        {
            WithChannels(Start("PerChannel", "Backward", step.Stage, writer), activation)
                .With("gradient", StageWriter.Place(step.OutputGradient))
                .With("input", StageWriter.Place(step.Kept!))
                .With("channelGradient", $"pass.Gradients({ActivationArguments.LearnedTensors(activation)})")
                .Write(writer.Code);
            return;
        }
        Start("Elementwise", "Backward", step.Stage, writer)
            .With("gradient", StageWriter.Place(step.OutputGradient))
            .With("keeps", StageWriter.Operand(step.Stage.Keeps))
            .With("kept", step.Kept is null ? "default" : StageWriter.Place(step.Kept))
            .With("parameters", ActivationArguments.Parameters(activation, writer.Vocabulary))
            .With("parameterGradient", ActivationArguments.ParameterGradient(step))
            .With("rowSums", ActivationArguments.RowSums(step))
            .Write(writer.Code);
        ActivationArguments.WriteMixedGradients(step, writer);
    }

    private static Call Forward(Stage stage, Slot input, Slot output, StageWriter writer) => stage.Activation!.IsPerChannel
        ? WithChannels(Start("PerChannel", "Forward", stage, writer), stage.Activation)
            .With("input", StageWriter.Place(input))
            .With("output", StageWriter.Place(output))
        : Start("Elementwise", "Forward", stage, writer)
            .With("input", StageWriter.Place(input))
            .With("output", StageWriter.Place(output))
            .With("parameters", ActivationArguments.Parameters(stage.Activation, writer.Vocabulary));

    private static Call WithChannels(Call call, PlannedActivation activation) => call
        .With("parameters", ProgramConstants.FormulaParameters(activation))
        .With("learned", ActivationArguments.LearnedMask(activation))
        .With("channels", $"pass.Parameters({ActivationArguments.LearnedTensors(activation)})");

    private static Call Start(string kernels, string direction, Stage stage, StageWriter writer) =>
        new Call($"{writer.Vocabulary.Kernels(kernels)}.{direction}<{ActivationArguments.Formula(stage.Activation)}>")
            .With(StageWriter.Work(stage.Layer));
}
