using ActGen.Frontend.Model;
using ActGen.Generator.Planning;
using ActGen.Generator.Text;

namespace ActGen.Generator.Emission;

/// <summary>Inverted dropout: does nothing at inference; backward draws the same mask again.</summary>
internal sealed class DropoutEmitter : LayerEmitter
{
    public override string Name(Stage stage) => $"Dropout {CodeWriter.Double(Rate(stage))}";

    public override void Infer(InferenceStep step, StageWriter writer)
    {
        // Dropped from the steps of inference.
    }

    public override void Forward(TrainingStep step, StageWriter writer) =>
        Start("Forward", step.Stage, writer)
            .With("input", StageWriter.Place(step.Input))
            .With("output", StageWriter.Place(step.Output))
            .Write(writer.Code);

    public override void Backward(TrainingStep step, StageWriter writer) =>
        Start("Backward", step.Stage, writer)
            .With("gradient", StageWriter.Place(step.OutputGradient))
            .Write(writer.Code);

    public override string ForwardFormula(Stage stage) => $"y = x·[kept]/(1 − {CodeWriter.Double(Rate(stage))}), kept with probability 1 − {CodeWriter.Double(Rate(stage))}";

    public override string BackwardFormula(Stage stage) => $"dx = ∂L/∂y·[kept]/(1 − {CodeWriter.Double(Rate(stage))})";

    private static double Rate(Stage stage) => ((PlannedDropout)stage.Layer).Rate;

    private static Call Start(string direction, Stage stage, StageWriter writer) =>
        new Call($"{writer.Vocabulary.Kernels("Dropout")}.{direction}")
            .With(StageWriter.Work(stage.Layer))
            .With("random", StageWriter.Random(stage.Layer))
            .With("rate", CodeWriter.Double(Rate(stage)));
}
