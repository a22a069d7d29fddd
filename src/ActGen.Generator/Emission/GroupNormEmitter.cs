using ActGen.Frontend.Model;
using ActGen.Generator.Planning;

namespace ActGen.Generator.Emission;

/// <summary>Group normalisation: a row of the batch is its row, whatever positions it has.</summary>
internal sealed class GroupNormEmitter : NormalizationEmitter
{
    public override string Name(Stage stage) => $"{base.Name(stage)} {GroupsOf(stage.Layer)}";

    protected override string Operator(PlannedNormalization layer) => "GroupNorm";

    protected override string Normalized(Stage stage) => "(x − mean)/√(variance + ε) over each group";

    protected override Call WithSizes(Call call, PlannedNormalization layer) => call
        .With("pass.Work")
        .With("positions", Vocabulary.Number(layer.Input.Positions))
        .With("features", Vocabulary.Number(layer.Input.Features))
        .With("groups", GroupsOf(layer));

    private static string GroupsOf(PlannedLayer layer) => Vocabulary.Number(((PlannedGroupNorm)layer).Groups);
}
