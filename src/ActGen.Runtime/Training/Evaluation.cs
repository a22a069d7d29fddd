using System.Globalization;

namespace ActGen;

/// <summary>How good a network is on a data set.</summary>
public sealed record Evaluation
{
    /// <summary>Number of rows.</summary>
    public required int Count { get; init; }

    /// <summary>Mean loss.</summary>
    public required double Loss { get; init; }

    /// <summary>Share of right decisions; null for a regression, and for soft targets.</summary>
    public double? Accuracy { get; init; }

    /// <summary>How often each class was taken for each other one; null for a regression, for several decisions of two for each row, and for more than 4,096 classes, whose counts would take over 128 MiB.</summary>
    public ConfusionMatrix? ConfusionMatrix { get; init; }

    /// <summary>Mean absolute error over all outputs; null for a classification.</summary>
    public double? MAE { get; init; }

    /// <summary>Root of the mean squared error over all outputs; null for a classification.</summary>
    public double? RMSE { get; init; }

    /// <summary>R²: 1 − Σ(y − t)² / Σ(t − mean)², the mean taken for each output, its average over the outputs; null for a classification. Where a target never changes: 1 if all its predictions are exact, otherwise 0.</summary>
    public double? R2 { get; init; }

    /// <summary>The numbers in one line.</summary>
    public override string ToString()
    {
        string line = string.Create(CultureInfo.InvariantCulture, $"loss {Loss:G6}");
        if (Accuracy is { } accuracy)
            line += string.Create(CultureInfo.InvariantCulture, $", accuracy {accuracy:F4}");
        if (RMSE is not null)
            line += string.Create(CultureInfo.InvariantCulture, $", MAE {MAE:G6}, RMSE {RMSE:G6}, R² {R2:F4}");
        return line + string.Create(CultureInfo.InvariantCulture, $" on {Count} rows");
    }
}
