using ActGen.Frontend.Model;
using ActGen.Generator.Planning;

namespace ActGen.Generator.Emission;

/// <summary>Layer normalisation and root mean square normalisation.</summary>
internal sealed class RowNormalizationEmitter : NormalizationEmitter
{
    protected override string Operator(PlannedNormalization layer) => Centers(layer) ? "LayerNorm" : "RMSNorm";

    protected override string Normalized(Stage stage) => Centers(stage.Layer) ? "(x − mean)/√(variance + ε)" : "x/√(mean of x² + ε)";

    protected override string InputGradient(Stage stage) => Centers(stage.Layer) ? base.InputGradient(stage) : "(h − x̂·mean of h·x̂)/√(mean of x² + ε)";

    private static bool Centers(PlannedLayer layer) => ((PlannedRowNormalization)layer).Centers;
}
