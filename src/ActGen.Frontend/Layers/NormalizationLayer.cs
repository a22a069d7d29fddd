using ActGen.Frontend.Calculus;
using ActGen.Frontend.Facts;
using ActGen.Frontend.Model;
using ActGen.Frontend.Shapes;

namespace ActGen.Frontend.Layers;

/// <summary>y = (x − m)/√(v + ε)·γ + β.</summary>
internal abstract class NormalizationLayer : LayerType
{
    /// <summary>ε where the declaration does not say.</summary>
    protected virtual double Epsilon => 1e-5;

    /// <summary>Tensors of one value for each feature that an affine layer trains.</summary>
    protected virtual int TensorsPerFeature => 2;

    public override void Check(ArgumentChecks arguments) =>
        arguments.Require("Epsilon", Epsilon, static epsilon => epsilon > 0 && FloatRange.Holds(epsilon) && (float)epsilon > 0, "ε is added to a variance that may be 0: it is a float above 0");

    public override long? ParameterCount(LayerDeclaration layer, Shape input) => !IsAffine(layer) ? 0 : input.IsKnown ? (long)TensorsPerFeature * input.Features : null;

    protected static bool IsAffine(LayerDeclaration layer) => layer.Flag("Affine", true);

    protected double EpsilonOf(LayerAnalysis layer) => layer.Declaration.Number("Epsilon", Epsilon);

    /// <summary>γ, which starts at 1; null where there is none.</summary>
    protected static ParameterTensor? Scale(LayerAnalysis layer, LayerPlace place, PlanBuilder plan) => IsAffine(layer.Declaration)
        ? plan.Tensor($"layer{place.Number}.weight", [layer.Input.Features], TensorKind.Scale, new(InitialDistribution.Constant, 1))
        : null;

    /// <summary>β, which starts at 0; null where there is none.</summary>
    protected static ParameterTensor? Shift(LayerAnalysis layer, LayerPlace place, PlanBuilder plan) => IsAffine(layer.Declaration)
        ? plan.Tensor($"layer{place.Number}.bias", [layer.Input.Features], TensorKind.Bias, new(InitialDistribution.Constant, 0))
        : null;
}

/// <summary>Each feature gets mean 0 and variance 1 over the batch. At inference it is affine, by averages of what training saw.</summary>
internal sealed class BatchNormLayer : NormalizationLayer
{
    public override void Check(ArgumentChecks arguments)
    {
        base.Check(arguments);
        arguments.Require("Momentum", DefaultMomentum, static momentum => momentum is >= 0 and <= 1, "the share of a new batch in the averages is between 0 and 1");
    }

    public override long StatisticCount(LayerDeclaration layer, Shape input) => input.IsKnown ? 2L * input.Features : 0;

    public override LayerFacts Facts(LayerAnalysis layer) => new(LayerMap.Affine) { Normalizes = NormalizedOver.Batch };

    public override void Plan(LayerAnalysis layer, LayerAnalysis? next, PlanBuilder plan)
    {
        LayerPlace place = PlanBuilder.Place(layer, plan.NextNumber());
        plan.Add(new PlannedBatchNorm(place, EpsilonOf(layer), Scale(layer, place, plan), Shift(layer, place, plan), layer.Declaration.Number("Momentum", DefaultMomentum),
            plan.Statistic($"layer{place.Number}.running_mean", place.Input.Features, 0),
            plan.Statistic($"layer{place.Number}.running_var", place.Input.Features, 1)));
    }

    private const double DefaultMomentum = 0.1;
}

/// <summary>Groups of features, each over all positions of a row, get mean 0 and variance 1.</summary>
internal sealed class GroupNormLayer : NormalizationLayer
{
    public override void Check(ArgumentChecks arguments)
    {
        base.Check(arguments);
        arguments.Require("groups", 0, static groups => groups is >= 1 and <= int.MaxValue, "there is at least one group");
    }

    public override (Shape Output, string? Misfit) Infer(LayerDeclaration layer, Shape input, string origin) =>
        layer.Number("groups", 0) is >= 1 and <= int.MaxValue and double groups && Divided(input, (int)groups, origin) is { Misfit: { } misfit } ? (Shape.Unknown, misfit) : (input, null);

    public override LayerFacts Facts(LayerAnalysis layer) => new(LayerMap.Nonlinear) { Normalizes = NormalizedOver.Row, Makes = ValueKind.Logits };

    public override void Plan(LayerAnalysis layer, LayerAnalysis? next, PlanBuilder plan)
    {
        LayerPlace place = PlanBuilder.Place(layer, plan.NextNumber());
        plan.Add(new PlannedGroupNorm(place, EpsilonOf(layer), Scale(layer, place, plan), Shift(layer, place, plan), (int)layer.Declaration.Number("groups", 1)));
    }
}

/// <summary>The features of each position get mean 0 and variance 1.</summary>
internal sealed class LayerNormLayer : NormalizationLayer
{
    public override LayerFacts Facts(LayerAnalysis layer) => new(LayerMap.Nonlinear) { Normalizes = NormalizedOver.Row, Makes = ValueKind.Logits };

    public override void Plan(LayerAnalysis layer, LayerAnalysis? next, PlanBuilder plan)
    {
        LayerPlace place = PlanBuilder.Place(layer, plan.NextNumber());
        plan.Add(new PlannedRowNormalization(place, EpsilonOf(layer), Scale(layer, place, plan), Shift(layer, place, plan), Centers: true));
    }
}

/// <summary>The features of each position get mean square 1.</summary>
internal sealed class RMSNormLayer : NormalizationLayer
{
    /// <summary>2⁻²³, PyTorch's for floats.</summary>
    protected override double Epsilon => 1.1920928955078125e-7;

    protected override int TensorsPerFeature => 1;

    public override LayerFacts Facts(LayerAnalysis layer) => new(LayerMap.Nonlinear) { Normalizes = NormalizedOver.Row, Makes = ValueKind.Logits };

    public override void Plan(LayerAnalysis layer, LayerAnalysis? next, PlanBuilder plan)
    {
        LayerPlace place = PlanBuilder.Place(layer, plan.NextNumber());
        plan.Add(new PlannedRowNormalization(place, EpsilonOf(layer), Scale(layer, place, plan), Shift: null, Centers: false));
    }
}
