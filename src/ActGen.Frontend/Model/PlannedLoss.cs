using ActGen.Frontend.Collections;
using ActGen.Frontend.Losses;
using ActGen.Frontend.Shapes;

namespace ActGen.Frontend.Model;

/// <summary>The loss on the outputs.</summary>
/// <param name="Type">Which.</param>
/// <param name="Settings">The values of its settings, in the order of the type.</param>
/// <param name="ClassWeights">One per class, or empty.</param>
/// <param name="IgnoreIndex">Label that takes a row out.</param>
internal sealed record PlannedLoss(LossType Type, EquatableArray<double> Settings, EquatableArray<double> ClassWeights, int IgnoreIndex)
{
    /// <summary>The loss that an attribute declares.</summary>
    public static PlannedLoss Of(LayerDeclaration declaration)
    {
        LossType type = declaration.EffectiveLoss!;
        return new(
            type,
            type.Settings.Select(setting => declaration.Number(setting.Argument, setting.Default)).ToEquatableArray(),
            declaration.Numbers("ClassWeights"),
            (int)declaration.Number("IgnoreIndex", -100));
    }

    /// <summary>Targets that go with one position of the outputs, where they are real.</summary>
    public int TargetWidth(Shape output) => Type.Form == LossForm.Gaussian ? output.Last / 2 : output.Last;
}
