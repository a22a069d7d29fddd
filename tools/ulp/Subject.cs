namespace ActGen.Ulp;

/// <summary>A function whose float kernel is measured against its double kernel.</summary>
/// <param name="name">Its name in the table.</param>
/// <param name="promise">The largest error in ULP that docs/numerics.md allows.</param>
internal abstract class Subject(string name, double promise)
{
    public string Name => name;

    public double Promise => promise;

    /// <summary>Whether it must never fall from one float to the next.</summary>
    public bool IsMonotone { get; init; }

    /// <summary>Whether it is monotone but for falls that the table counts.</summary>
    public bool CountsReversals { get; init; }

    /// <summary>Whether f(−x) = −f(x), bit for bit.</summary>
    public bool IsOdd { get; init; }

    /// <summary>Whether it is a derivative: its errors below 1 count in ULP of 1, because it has zeros, at which no relative error is bounded; and beside a kink
    /// it may have the slope of either side.</summary>
    public bool IsDerivative { get; init; }

    /// <summary>Whether a measurement is what is promised.</summary>
    public bool Holds(Measurement measurement) =>
        measurement.Ulps <= Promise && (!IsMonotone || measurement.Reversals == 0) && (!IsOdd || measurement.NotOdd == 0);

    /// <summary>The kernel that is measured, at 512 bits; that every width gives the same bits is proved by the tests.</summary>
    public abstract void Measured(ReadOnlySpan<float> x, Span<float> y);

    /// <summary>The same function in double, within a few ULP of double.</summary>
    public abstract void Reference(ReadOnlySpan<double> x, Span<double> y);
}
