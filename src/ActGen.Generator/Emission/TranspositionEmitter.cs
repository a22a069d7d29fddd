using ActGen.Frontend.Model;
using ActGen.Generator.Planning;

namespace ActGen.Generator.Emission;

/// <summary>The same values in the other order: no row of tables, for nobody declared it.</summary>
internal sealed class TranspositionEmitter : LayerEmitter
{
    public override string Name(Stage stage) => Transposition(stage).ToFeaturesLast ? "features last" : "features first";

    public override string ForwardFormula(Stage stage) => "y = xᵀ, each row";

    public override string BackwardFormula(Stage stage) => "dx = (∂L/∂y)ᵀ";

    public override void Infer(InferenceStep step, StageWriter writer) => Write(step.Stage, isForward: true, step.Input, step.Output, writer);

    public override void Forward(TrainingStep step, StageWriter writer) => Write(step.Stage, isForward: true, step.Input, step.Output, writer);

    public override void Backward(TrainingStep step, StageWriter writer) => Write(step.Stage, isForward: false, step.OutputGradient, step.InputGradient, writer);

    private static void Write(Stage stage, bool isForward, Slot source, Slot destination, StageWriter writer) =>
        new Call($"{writer.Vocabulary.Kernels("Transposition")}.{(Transposition(stage).ToFeaturesLast == isForward ? "FeaturesLast" : "FeaturesFirst")}")
            .With("pass.Work")
            .With("features", Vocabulary.Number(stage.Layer.Input.Features))
            .With("source", StageWriter.Place(source))
            .With("destination", StageWriter.Place(destination))
            .Write(writer.Code);

    private static PlannedTransposition Transposition(Stage stage) => (PlannedTransposition)stage.Layer;
}
