using ActGen.Frontend.Model;
using ActGen.Generator.Planning;
using ActGen.Generator.Text;

namespace ActGen.Generator.Emission;

/// <summary>Inverted dropout: does nothing at inference; backward draws the same mask again.</summary>
internal static class DropoutEmitter
{
    public static void Forward(TrainingStep step, StageWriter writer) =>
        Start("Forward", step.Stage, writer)
            .With("input", StageWriter.Place(step.Input))
            .With("output", StageWriter.Place(step.Output))
            .Write(writer.Code);

    public static void Backward(TrainingStep step, StageWriter writer) =>
        Start("Backward", step.Stage, writer)
            .With("gradient", StageWriter.Place(step.OutputGradient))
            .Write(writer.Code);

    public static string ForwardFormula(Stage stage) => $"y = x·[kept]/(1 − {CodeWriter.Double(Rate(stage))}), kept with probability 1 − {CodeWriter.Double(Rate(stage))}";

    public static string BackwardFormula(Stage stage) => $"dx = ∂L/∂y·[kept]/(1 − {CodeWriter.Double(Rate(stage))})";

    private static double Rate(Stage stage) => ((PlannedDropout)stage.Layer).Rate;

    private static Call Start(string direction, Stage stage, StageWriter writer) =>
        new Call($"{writer.Vocabulary.Kernels("Dropout")}.{direction}")
            .With(StageWriter.Work(stage.Layer))
            .With("random", $"pass.Random(layer: {Vocabulary.Number(stage.Layer.Place.Index + 1)})")
            .With("rate", CodeWriter.Double(Rate(stage)));
}
