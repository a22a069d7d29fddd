using ActGen.Frontend.Model;
using ActGen.Generator.Planning;
using ActGen.Generator.Text;

namespace ActGen.Generator.Emission;

/// <summary>Batch normalisation: by the batch in training, by running averages at inference.</summary>
internal sealed class BatchNormEmitter : NormalizationEmitter
{
    public override void Infer(InferenceStep step, StageWriter writer)
    {
        PlannedBatchNorm layer = LayerOf(step.Stage);
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
        PlannedBatchNorm layer = LayerOf(step.Stage);
        Call call = Start("Forward", layer, writer)
            .With("epsilon", writer.Vocabulary.Constant(layer.Epsilon))
            .With("momentum", writer.Vocabulary.Constant(layer.Momentum))
            .With("input", StageWriter.Place(step.Input))
            .With("output", StageWriter.Place(step.Output))
            .With("runningMean", StageWriter.Statistics(layer.RunningMean))
            .With("runningVariance", StageWriter.Statistics(layer.RunningVariance))
            .With("statistics", Statistics(step));
        WithAffine(call, layer).Write(writer.Code);
    }

    protected override string Operator(PlannedNormalization layer) => "BatchNorm";

    protected override string Normalized(Stage stage) =>
        $"(x − mean)/√(variance + ε) over the batch; the running averages take {CodeWriter.Double(LayerOf(stage).Momentum)} of it";

    private static PlannedBatchNorm LayerOf(Stage stage) => (PlannedBatchNorm)stage.Layer;
}
