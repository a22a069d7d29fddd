using ActGen.Frontend.Model;
using ActGen.Generator.Planning;

namespace ActGen.Generator.Emission;

/// <summary>y = x̂·γ + β.</summary>
internal abstract class NormalizationEmitter : LayerEmitter
{
    public override string Name(Stage stage) => stage.Layer.Place.Name;

    public override void Infer(InferenceStep step, StageWriter writer) => Normalize(step.Stage, step.Input, step.Output, writer).Write(writer.Code);

    public override void Forward(TrainingStep step, StageWriter writer) =>
        Normalize(step.Stage, step.Input, step.Output, writer)
            .With("statistics", Statistics(step))
            .Write(writer.Code);

    public override void Backward(TrainingStep step, StageWriter writer)
    {
        PlannedNormalization layer = LayerOf(step.Stage);
        Start("Backward", layer, writer)
            .With("gradient", StageWriter.Place(step.OutputGradient))
            .With("input", StageWriter.Place(step.Kept!))
            .With("statistics", Statistics(step))
            .With("scale", ScaleOf(layer))
            .With("scaleGradient", layer.Scale is { } scale ? StageWriter.Gradients(scale) : "default")
            .With("shiftGradient", layer.Shift is { } shift ? StageWriter.Gradients(shift) : null)
            .Write(writer.Code);
    }

    public override string ForwardFormula(Stage stage) => $"x̂ = {Normalized(stage)};  y = {Affine(LayerOf(stage))}";

    public override string BackwardFormula(Stage stage)
    {
        PlannedNormalization layer = LayerOf(stage);
        string gradients = layer.Scale is null ? "" : $"dγ{layer.Number} = Σ ∂L/∂y·x̂,  " + (layer.Shift is null ? "" : $"dβ{layer.Number} = Σ ∂L/∂y,  ");
        return $"h = ∂L/∂y{(layer.Scale is null ? "" : $"·γ{layer.Number}")};  {gradients}dx = {InputGradient(stage)}";
    }

    /// <summary>x̂ in a comment.</summary>
    protected abstract string Normalized(Stage stage);

    /// <summary>dx in a comment.</summary>
    protected virtual string InputGradient(Stage stage) => "(h − mean of h − x̂·mean of h·x̂)/√(variance + ε)";

    /// <summary>The runtime's operator.</summary>
    protected abstract string Operator(PlannedNormalization layer);

    /// <summary>The rows of a call, with what else the operator asks about sizes.</summary>
    protected virtual Call WithSizes(Call call, PlannedNormalization layer) => call.With(StageWriter.Work(layer));

    /// <summary>A call of the operator with its sizes.</summary>
    protected Call Start(string method, PlannedNormalization layer, StageWriter writer) =>
        WithSizes(new Call($"{writer.Vocabulary.Kernels(Operator(layer))}.{method}"), layer);

    /// <summary>γ and β of a call.</summary>
    protected static Call WithAffine(Call call, PlannedNormalization layer) => call
        .With("scale", ScaleOf(layer))
        .With("shift", layer.Shift is { } shift ? StageWriter.Parameters(shift) : null);

    /// <summary>What training keeps beside x: of each row, or of the batch.</summary>
    protected static string Statistics(TrainingStep step) => step.BatchStatistics is { } ofBatch ? StageWriter.Fixed(ofBatch) : StageWriter.Place(step.Statistics!);

    private Call Normalize(Stage stage, Slot input, Slot output, StageWriter writer)
    {
        PlannedNormalization layer = LayerOf(stage);
        Call call = Start("Forward", layer, writer)
            .With("epsilon", writer.Vocabulary.Constant(layer.Epsilon))
            .With("input", StageWriter.Place(input))
            .With("output", StageWriter.Place(output));
        return WithAffine(call, layer);
    }

    private static PlannedNormalization LayerOf(Stage stage) => (PlannedNormalization)stage.Layer;

    private static string ScaleOf(PlannedNormalization layer) => layer.Scale is { } scale ? StageWriter.Parameters(scale) : "default";

    private static string Affine(PlannedNormalization layer) =>
        "x̂" + (layer.Scale is null ? "" : $"·γ{layer.Number}") + (layer.Shift is null ? "" : $" + β{layer.Number}");
}
