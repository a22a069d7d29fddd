using ActGen.Frontend.Calculus;
using ActGen.Frontend.Collections;
using ActGen.Frontend.Model;

namespace ActGen.Frontend.Layers;

/// <summary>What all layers with a formula have in common.</summary>
internal static class FormulaArguments
{
    public static void CheckPrecision(ArgumentChecks arguments) =>
        arguments.Require("Precision", 0, precision => precision is 0 or 1, "it is no member of Precision");

    /// <summary>Parameters of the formula that are learned; null where the formula is unknown.</summary>
    public static long? Learned(LayerDeclaration layer) => layer.Formula?.Formula?.Parameters.Items.Count(parameter => parameter.IsLearnable);

    public static bool IsFast(LayerAnalysis layer) => layer.Declaration.Flag("Precision", false) && FormulaAnalysis.Of(layer.Formula!).HasFastForm;

    /// <summary>The parameters of a layer's formula; those that are learned have a tensor.</summary>
    public static EquatableArray<ActivationParameter> Plan(LayerAnalysis layer, int number, int size, PlanBuilder plan) => layer.Formula!.Parameters
        .Select((parameter, i) => new ActivationParameter(layer.FormulaParameters[i], parameter.IsLearnable
            ? plan.Tensor($"layer{number}.activation.{parameter.Name}", [size], TensorKind.Activation, new(InitialDistribution.Constant, layer.FormulaParameters[i]))
            : null))
        .ToEquatableArray();
}
