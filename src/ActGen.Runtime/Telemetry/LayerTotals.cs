namespace ActGen;

/// <summary>What was recorded of a layer, in one step or in several.</summary>
/// <param name="name">As declared.</param>
/// <param name="units">Units of which derivatives are recorded; 0 for none.</param>
/// <param name="canDie">Whether a unit without derivatives is a dead one.</param>
internal sealed class LayerTotals(string name, int units, bool canDie)
{
    public double Sum, Squares, GradientSum, GradientSquares, Saturated, UpdateRatios;
    public long Values, Gradients, Judged, Updates;

    /// <summary>The largest |f′| of each unit.</summary>
    public readonly float[] Steepest = new float[units];

    public double Mean => Sum / Values;

    public double Rms => Math.Sqrt(Squares / Values);

    public double? GradientMean => Gradients == 0 ? null : GradientSum / Gradients;

    public double? GradientRms => Gradients == 0 ? null : Math.Sqrt(GradientSquares / Gradients);

    public double? DeadShare => canDie ? (double)Steepest.AsSpan().Count(0) / Steepest.Length : null;

    public double? SaturatedShare => Judged == 0 ? null : Saturated / Judged;

    public double? UpdateRatio => Updates == 0 ? null : UpdateRatios / Updates;

    /// <summary>Nothing recorded.</summary>
    public void Clear()
    {
        Sum = Squares = GradientSum = GradientSquares = Saturated = UpdateRatios = 0;
        Values = Gradients = Judged = Updates = 0;
        Array.Clear(Steepest);
    }

    /// <summary>What was recorded here and then there.</summary>
    public void Add(LayerTotals later)
    {
        Sum += later.Sum;
        Squares += later.Squares;
        GradientSum += later.GradientSum;
        GradientSquares += later.GradientSquares;
        Saturated += later.Saturated;
        UpdateRatios += later.UpdateRatios;
        Values += later.Values;
        Gradients += later.Gradients;
        Judged += later.Judged;
        Updates += later.Updates;
        for (int i = 0; i < Steepest.Length; i++)
            Steepest[i] = Math.Max(Steepest[i], later.Steepest[i]);
    }

    public LayerTelemetry ToTelemetry() => new(name, Mean, Rms, GradientMean, GradientRms)
    {
        DeadShare = DeadShare,
        SaturatedShare = SaturatedShare,
        UpdateRatio = UpdateRatio,
    };
}
