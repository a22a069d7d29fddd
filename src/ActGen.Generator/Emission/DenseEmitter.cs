using ActGen.Frontend.Model;
using ActGen.Generator.Planning;

namespace ActGen.Generator.Emission;

/// <summary>y = f(x·W + b) and its backward pass.</summary>
internal sealed class DenseEmitter : ProductEmitter<PlannedDense>
{
    protected override string Operator => "Dense";

    protected override string TurnedWeights => "transposed";

    protected override string WeightGradient => "xᵀ·dz";

    protected override string Size(PlannedDense layer) => Vocabulary.Number(layer.IsGated ? layer.Output.Features / 2 : layer.Output.Features);

    protected override string Weighted(PlannedDense layer) => $"x·W{layer.Number}";

    protected override string InputGradient(PlannedDense layer) => $"dz·W{layer.Number}ᵀ";

    protected override Call WithSizes(Call call, PlannedDense layer) => call.With(StageWriter.Work(layer));

    /// <summary>The kernels of single rows are told the sizes as constants.</summary>
    protected override Call StartInference(Stage stage, StageWriter writer) => Start("Infer", stage, writer)
        .With("inputs", Vocabulary.Number(stage.Layer.Input.Features))
        .With("outputs", Vocabulary.Number(stage.Layer.Output.Features));
}
