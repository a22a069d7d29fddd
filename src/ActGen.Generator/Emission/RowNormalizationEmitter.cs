using ActGen.Frontend.Model;
using ActGen.Generator.Planning;

namespace ActGen.Generator.Emission;

/// <summary>Layer normalisation and root mean square normalisation.</summary>
internal sealed class RowNormalizationEmitter : NormalizationEmitter
{
    public override void Infer(InferenceStep step, StageWriter writer) => Forward(step.Stage, step.Input, step.Output, writer).Write(writer.Code);

    public override void Forward(TrainingStep step, StageWriter writer) =>
        Forward(step.Stage, step.Input, step.Output, writer)
            .With("statistics", StageWriter.Place(step.Statistics!))
            .Write(writer.Code);

    public override void Backward(TrainingStep step, StageWriter writer)
    {
        PlannedRowNormalization layer = Layer(step.Stage);
        Call call = Start("Backward", layer, writer)
            .With("gradient", StageWriter.Place(step.OutputGradient))
            .With("input", StageWriter.Place(step.Kept!))
            .With("statistics", StageWriter.Place(step.Statistics!))
            .With("scale", layer.Scale is { } scale ? StageWriter.Parameters(scale) : "default");
        WithGradients(call, layer).Write(writer.Code);
    }

    protected override string Normalized(Stage stage) => Layer(stage).Centers ? "(x − mean)/√(variance + ε)" : "x/√(mean of x² + ε)";

    protected override string InputGradient(Stage stage) => Layer(stage).Centers
        ? "(h − mean of h − x̂·mean of h·x̂)/√(variance + ε)"
        : "(h − x̂·mean of h·x̂)/√(mean of x² + ε)";

    private static Call Forward(Stage stage, Slot input, Slot output, StageWriter writer)
    {
        PlannedRowNormalization layer = Layer(stage);
        Call call = Start("Forward", layer, writer)
            .With("epsilon", writer.Vocabulary.Constant(layer.Epsilon))
            .With("input", StageWriter.Place(input))
            .With("output", StageWriter.Place(output));
        return WithAffine(call, layer);
    }

    private static Call Start(string direction, PlannedRowNormalization layer, StageWriter writer) =>
        new Call($"{writer.Vocabulary.Kernels(layer.Centers ? "LayerNorm" : "RMSNorm")}.{direction}")
            .With(StageWriter.Work(layer));

    private static PlannedRowNormalization Layer(Stage stage) => (PlannedRowNormalization)stage.Layer;
}
