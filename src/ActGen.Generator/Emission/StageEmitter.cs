using ActGen.Frontend.Calculus;
using ActGen.Frontend.Model;
using ActGen.Generator.Planning;

namespace ActGen.Generator.Emission;

/// <summary>Hands each step to the emitter of its layer.</summary>
internal static class StageEmitter
{
    public static void Infer(InferenceStep step, StageWriter writer)
    {
        if (step.Stage.Layer is PlannedDense)
            DenseEmitter.Infer(step, writer);
        else if (step.Stage.Layer is PlannedActivation)
            ActivationEmitter.Infer(step, writer);
        else
            SoftmaxEmitter.Infer(step, writer);
    }

    /// <summary>Forward and backward of a step, side by side, each under its formula.</summary>
    public static void Train(TrainingStep step, StageWriter writer)
    {
        Stage stage = step.Stage;
        writer.Code.Line();
        writer.Code.Line($"// {LayerNames.Heading(stage)} │ {stage.Layer.Input} → {stage.Layer.Output} │ {ForwardFormula(stage)} │ {LayerNames.Keeps(stage)}");
        using (writer.Method($"private static void {stage.Method}Forward", isBlock: false))
            Forward(step, writer);
        writer.Code.Line();
        writer.Code.Line("// " + BackwardFormula(stage));
        bool isNothing = stage is { Layer: PlannedActivation, Keeps: Operand.None };
        using (writer.Method($"private static void {stage.Method}Backward", isBlock: isNothing || step.MixedGradient is not null))
            Backward(step, writer);
    }

    private static void Forward(TrainingStep step, StageWriter writer)
    {
        switch (step.Stage.Layer)
        {
            case PlannedDense:
                DenseEmitter.Forward(step, writer);
                break;
            case PlannedActivation:
                ActivationEmitter.Forward(step, writer);
                break;
            case PlannedDropout:
                DropoutEmitter.Forward(step, writer);
                break;
            default:
                SoftmaxEmitter.Forward(step, writer);
                break;
        }
    }

    private static void Backward(TrainingStep step, StageWriter writer)
    {
        switch (step.Stage.Layer)
        {
            case PlannedDense:
                DenseEmitter.Backward(step, writer);
                break;
            case PlannedActivation when step.Stage.Keeps == Operand.None:
                writer.Code.Line("// The derivative is 1: the gradient stays as it is.");
                break;
            case PlannedActivation:
                ActivationEmitter.Backward(step, writer);
                break;
            case PlannedDropout:
                DropoutEmitter.Backward(step, writer);
                break;
            default:
                SoftmaxEmitter.Backward(step, writer);
                break;
        }
    }

    private static string ForwardFormula(Stage stage) => stage.Layer switch
    {
        PlannedDense => DenseEmitter.ForwardFormula(stage),
        PlannedActivation => ActivationEmitter.ForwardFormula(stage),
        PlannedDropout => DropoutEmitter.ForwardFormula(stage),
        _ => SoftmaxEmitter.ForwardFormula(stage),
    };

    private static string BackwardFormula(Stage stage) => stage.Layer switch
    {
        PlannedDense => DenseEmitter.BackwardFormula(stage),
        PlannedActivation => ActivationEmitter.BackwardFormula(stage),
        PlannedDropout => DropoutEmitter.BackwardFormula(stage),
        _ => SoftmaxEmitter.BackwardFormula(stage),
    };
}
