namespace ActGen.Frontend.Losses;

/// <summary>What a decision costs that gives the right answer some probability, for losses that are functions of it. All of them fall as it rises.</summary>
/// <param name="probability">p of the right answer.</param>
/// <param name="isPositive">Whether the right answer is 1 (or +1), where there are two.</param>
/// <param name="settings">The settings, in the order of the loss type.</param>
internal delegate double LossCost(double probability, bool isPositive, IReadOnlyList<double> settings);

/// <summary>The costs.</summary>
internal static class LossCosts
{
    /// <summary>−ln p.</summary>
    public static double Logarithm(double probability, bool isPositive, IReadOnlyList<double> settings) => -Math.Log(probability);

    /// <summary>−w·ln p, w the first setting, for 1; −ln p for 0.</summary>
    public static double WeightedLogarithm(double probability, bool isPositive, IReadOnlyList<double> settings) =>
        (isPositive ? settings[0] : 1) * -Math.Log(probability);

    /// <summary>−(1 − p)^γ·ln p.</summary>
    public static double Focal(double probability, bool isPositive, IReadOnlyList<double> settings) =>
        Math.Pow(1 - probability, settings[0]) * -Math.Log(probability);

    /// <summary>−αₜ(1 − p)^γ·ln p, αₜ = α for 1 and 1 − α for 0; 1 where α is negative.</summary>
    public static double BinaryFocal(double probability, bool isPositive, IReadOnlyList<double> settings) =>
        (settings[1] < 0 ? 1 : isPositive ? settings[1] : 1 - settings[1]) * Focal(probability, isPositive, settings);

    /// <summary>(1 − p^q)/q.</summary>
    public static double GeneralizedCrossEntropy(double probability, bool isPositive, IReadOnlyList<double> settings) =>
        (1 - Math.Pow(probability, settings[0])) / settings[0];
}
