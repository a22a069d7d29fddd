using ActGen.Frontend.Losses;
using ActGen.Frontend.Model;

namespace ActGen.Analyzers;

/// <summary>The smallest loss that is left when an activation is applied twice, in nats. Dropout in between scales what it keeps by
/// s = 1/(1 − rate) and lowers the floor while training: then the largest input of the loss is s and not 1.</summary>
/// <param name="Expects">What the outputs mean to the loss.</param>
/// <param name="Cost">What an answer costs by its probability.</param>
/// <param name="Settings">The loss's settings.</param>
/// <param name="IsWeighted">Whether classes have weights.</param>
internal sealed record LossFloor(LossInput Expects, LossCost Cost, IReadOnlyList<double> Settings, bool IsWeighted)
{
    private const string Smooth = "LabelSmoothing";

    /// <summary>Share of a label that is spread over all classes.</summary>
    public double Smoothing { get; init; }

    /// <summary>That of a declared loss; null where the loss is no function of a probability, or has settings for which it is not defined.</summary>
    public static LossFloor? Of(LayerDeclaration loss)
    {
        if (loss.EffectiveLoss is not { Cost: { } cost } type)
            return null;
        double[] settings = [.. type.Settings.Select(setting => loss.Number(setting.Argument, setting.Default))];
        return type.Settings.Zip(settings, (setting, value) => setting.Range.Holds(value)).All(holds => holds)
            ? new(type.Expects, cost, settings, loss.Numbers("ClassWeights").Count > 0) { Smoothing = type.Settings.Any(setting => setting.Argument == Smooth) ? loss.Number(Smooth, 0) : 0 }
            : null;
    }

    /// <summary>The loss of the best case.</summary>
    /// <param name="probability">The largest probability that the right answer can get.</param>
    /// <param name="isPositive">Which answer, where there are two.</param>
    public double At(double probability, bool isPositive = true) => Cost(probability, isPositive, Settings);

    /// <summary>The loss of the best case among K classes. With smoothed labels the right class is wanted with the share 1 − s + s/K and each other one with s/K:
    /// a bound below the first costs what it takes from that, and nobody wants to exceed it.</summary>
    /// <param name="most">The largest probability that the right class can get; the others share the rest equally then.</param>
    /// <param name="classes">K, at least 2.</param>
    public double OfClasses(double most, int classes)
    {
        double wanted = 1 - Smoothing + (Smoothing / classes), right = Smoothing > 0 ? Math.Min(most, wanted) : most;
        return Smoothing > 0
            ? (wanted * At(right)) + ((1 - wanted) * At((1 - right) / (classes - 1)))
            : At(most);
    }

    /// <summary>The largest probability of the right class that softmax of probabilities can give: of a one-hot row, e^s/(e^s + K − 1).</summary>
    /// <param name="classes">K, at least 1.</param>
    /// <param name="scale">s, at least 1.</param>
    public static double ProbabilityAfterSoftmax(int classes, double scale = 1) => 1 / (1 + ((classes - 1) * Math.Exp(-scale)));
}
