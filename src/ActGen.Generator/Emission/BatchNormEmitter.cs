using ActGen.Frontend.Model;
using ActGen.Generator.Planning;
using ActGen.Generator.Text;

namespace ActGen.Generator.Emission;

/// <summary>Batch normalisation: by the batch in training, by running averages at inference.</summary>
internal sealed class BatchNormEmitter : NormalizationEmitter
{
    public override void Infer(InferenceStep step, StageWriter writer)
    {
        PlannedBatchNorm layer = Layer(step.Stage);
        Call call = Start("Infer", layer, writer)
            .With("epsilon", writer.Vocabulary.Constant(layer.Epsilon))
            .With("input", StageWriter.Place(step.Input))
            .With("output", StageWriter.Place(step.Output))
            .With("mean", StageWriter.Parameters(layer.RunningMean))
            .With("variance", StageWriter.Parameters(layer.RunningVariance));
        WithAffine(call, layer);
        if (step.Stage.Fold is null)
        {
            call.Write(writer.Code);
            return;
        }
        writer.Code.Line("if (!pass.IsFrozen) // Folded into the product before it.");
        using (writer.Code.Indent())
            call.Write(writer.Code);
    }

    public override void Forward(TrainingStep step, StageWriter writer)
    {
        PlannedBatchNorm layer = Layer(step.Stage);
        Call call = Start("Forward", layer, writer)
            .With("epsilon", writer.Vocabulary.Constant(layer.Epsilon))
            .With("momentum", writer.Vocabulary.Constant(layer.Momentum))
            .With("input", StageWriter.Place(step.Input))
            .With("output", StageWriter.Place(step.Output))
            .With("runningMean", StageWriter.Statistics(layer.RunningMean))
            .With("runningVariance", StageWriter.Statistics(layer.RunningVariance))
            .With("statistics", StageWriter.Fixed(step.BatchStatistics!));
        WithAffine(call, layer).Write(writer.Code);
    }

    public override void Backward(TrainingStep step, StageWriter writer)
    {
        PlannedBatchNorm layer = Layer(step.Stage);
        Call call = Start("Backward", layer, writer)
            .With("gradient", StageWriter.Place(step.OutputGradient))
            .With("input", StageWriter.Place(step.Kept!))
            .With("statistics", StageWriter.Fixed(step.BatchStatistics!))
            .With("scale", layer.Scale is { } scale ? StageWriter.Parameters(scale) : "default");
        WithGradients(call, layer).Write(writer.Code);
    }

    protected override string Normalized(Stage stage) =>
        $"(x − mean)/√(variance + ε) over the batch; the running averages take {CodeWriter.Double(Layer(stage).Momentum)} of it";

    protected override string InputGradient(Stage stage) => "(h − mean of h − x̂·mean of h·x̂)/√(variance + ε)";

    private static Call Start(string direction, PlannedBatchNorm layer, StageWriter writer) =>
        new Call($"{writer.Vocabulary.Kernels("BatchNorm")}.{direction}")
            .With(StageWriter.Work(layer));

    private static PlannedBatchNorm Layer(Stage stage) => (PlannedBatchNorm)stage.Layer;
}
