using ActGen.Frontend.Calculus;
using ActGen.Frontend.Model;
using ActGen.Generator.Planning;

namespace ActGen.Generator.Emission;

/// <summary>The two methods of a training step.</summary>
internal static class StageEmitter
{
    /// <summary>Forward and backward of a step, side by side, each under its formula.</summary>
    public static void Train(TrainingStep step, StageWriter writer)
    {
        Stage stage = step.Stage;
        LayerEmitter layer = LayerEmitter.Of(stage);
        bool isInTwoDirections = stage.Layer is PlannedRecurrent { IsBidirectional: true };
        if (!stage.IsBranch)
        {
            writer.Code.Line();
            writer.Code.Line($"// {LayerNames.Heading(stage)} │ {stage.Layer.Input} → {stage.Output} │ {layer.ForwardFormula(stage)} │ {LayerNames.Keeps(stage)}");
            using (writer.Method($"private static void {stage.Method}Forward", isBlock: isInTwoDirections))
                layer.Forward(step, writer);
        }
        writer.Code.Line();
        writer.Code.Line("// " + layer.BackwardFormula(stage));
        bool isNothing = stage is { Layer: PlannedActivation, Keeps: Operand.None };
        using (writer.Method($"private static void {stage.Method}Backward", isBlock: isNothing || isInTwoDirections || step.MixedGradient is not null))
        {
            if (isNothing)
                writer.Code.Line("// The derivative is 1: the gradient stays as it is.");
            else
                layer.Backward(step, writer);
        }
    }
}
