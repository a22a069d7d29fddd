using ActGen.Frontend.Model;
using ActGen.Generator.Planning;

namespace ActGen.Generator.Emission;

/// <summary>y = x̂·γ + β.</summary>
internal abstract class NormalizationEmitter : LayerEmitter
{
    public override string Name(Stage stage) => stage.Layer.Place.Name;

    public override string ForwardFormula(Stage stage) => $"x̂ = {Normalized(stage)};  y = {Affine((PlannedNormalization)stage.Layer)}";

    public override string BackwardFormula(Stage stage)
    {
        var layer = (PlannedNormalization)stage.Layer;
        string gradients = layer.Scale is null ? "" : $"dγ{layer.Number} = Σ ∂L/∂y·x̂,  " + (layer.Shift is null ? "" : $"dβ{layer.Number} = Σ ∂L/∂y,  ");
        return $"h = ∂L/∂y{(layer.Scale is null ? "" : $"·γ{layer.Number}")};  {gradients}dx = {InputGradient(stage)}";
    }

    /// <summary>x̂ in a comment.</summary>
    protected abstract string Normalized(Stage stage);

    /// <summary>dx in a comment.</summary>
    protected abstract string InputGradient(Stage stage);

    /// <summary>γ and β of a call.</summary>
    protected static Call WithAffine(Call call, PlannedNormalization layer) => call
        .With("scale", layer.Scale is { } scale ? StageWriter.Parameters(scale) : "default")
        .With("shift", layer.Shift is { } shift ? StageWriter.Parameters(shift) : null);

    /// <summary>Where the gradients of γ and β go.</summary>
    protected static Call WithGradients(Call call, PlannedNormalization layer) => call
        .With("scaleGradient", layer.Scale is { } scale ? StageWriter.Gradients(scale) : "default")
        .With("shiftGradient", layer.Shift is { } shift ? StageWriter.Gradients(shift) : null);

    private static string Affine(PlannedNormalization layer) =>
        "x̂" + (layer.Scale is null ? "" : $"·γ{layer.Number}") + (layer.Shift is null ? "" : $" + β{layer.Number}");
}
