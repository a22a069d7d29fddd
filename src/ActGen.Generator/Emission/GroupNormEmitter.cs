using ActGen.Frontend.Model;
using ActGen.Generator.Planning;

namespace ActGen.Generator.Emission;

/// <summary>Group normalisation: a row of the batch is its row, whatever positions it has.</summary>
internal sealed class GroupNormEmitter : NormalizationEmitter
{
    public override string Name(Stage stage) => $"{base.Name(stage)} {Vocabulary.Number(Layer(stage).Groups)}";

    public override void Infer(InferenceStep step, StageWriter writer) => Forward(step.Stage, step.Input, step.Output, writer).Write(writer.Code);

    public override void Forward(TrainingStep step, StageWriter writer) =>
        Forward(step.Stage, step.Input, step.Output, writer)
            .With("statistics", StageWriter.Place(step.Statistics!))
            .Write(writer.Code);

    public override void Backward(TrainingStep step, StageWriter writer)
    {
        PlannedGroupNorm layer = Layer(step.Stage);
        Call call = Start("Backward", layer, writer)
            .With("gradient", StageWriter.Place(step.OutputGradient))
            .With("input", StageWriter.Place(step.Kept!))
            .With("statistics", StageWriter.Place(step.Statistics!))
            .With("scale", layer.Scale is { } scale ? StageWriter.Parameters(scale) : "default");
        WithGradients(call, layer).Write(writer.Code);
    }

    protected override string Normalized(Stage stage) => "(x − mean)/√(variance + ε) over each group";

    protected override string InputGradient(Stage stage) => "(h − mean of h − x̂·mean of h·x̂)/√(variance + ε)";

    private static Call Forward(Stage stage, Slot input, Slot output, StageWriter writer)
    {
        PlannedGroupNorm layer = Layer(stage);
        Call call = Start("Forward", layer, writer)
            .With("epsilon", writer.Vocabulary.Constant(layer.Epsilon))
            .With("input", StageWriter.Place(input))
            .With("output", StageWriter.Place(output));
        return WithAffine(call, layer);
    }

    private static Call Start(string direction, PlannedGroupNorm layer, StageWriter writer) =>
        new Call($"{writer.Vocabulary.Kernels("GroupNorm")}.{direction}")
            .With("pass.Work")
            .With("positions", Vocabulary.Number(layer.Input.Positions))
            .With("features", Vocabulary.Number(layer.Input.Features))
            .With("groups", Vocabulary.Number(layer.Groups));

    private static PlannedGroupNorm Layer(Stage stage) => (PlannedGroupNorm)stage.Layer;
}
