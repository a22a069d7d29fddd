using System.Globalization;

namespace ActGen;

/// <summary>Shift and scale of each feature: (x − mean) / deviation. A feature that never changes is only shifted.</summary>
public sealed class Normalization
{
    private readonly float[] _means;
    private readonly float[] _deviations;

    /// <summary>A normalisation from stored numbers, for example those that belong to saved weights.</summary>
    /// <param name="means">One for each feature.</param>
    /// <param name="deviations">One for each feature, above 0.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a deviation is not above 0.</exception>
    public Normalization(ReadOnlySpan<float> means, ReadOnlySpan<float> deviations)
    {
        if (means.IsEmpty || means.Length != deviations.Length)
            throw new ArgumentException($"There are {means.Length} means and {deviations.Length} deviations; one of each is needed for each feature.", nameof(deviations));
        for (int i = 0; i < deviations.Length; i++)
        {
            if (!(deviations[i] > 0))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Deviation {i} is {deviations[i]}, not above 0."), nameof(deviations));
        }
        _means = means.ToArray();
        _deviations = deviations.ToArray();
    }

    /// <summary>Number of features.</summary>
    public int FeatureCount => _means.Length;

    /// <summary>Mean of each feature.</summary>
    public ReadOnlySpan<float> Means => _means;

    /// <summary>Standard deviation of each feature (of the population); 1 for a feature that never changes.</summary>
    public ReadOnlySpan<float> Deviations => _deviations;

    /// <summary>Normalises rows in place.</summary>
    /// <param name="rows">Whole rows.</param>
    /// <exception cref="ArgumentException">The length is not a whole number of rows.</exception>
    public void Apply(Span<float> rows)
    {
        if (rows.Length % FeatureCount != 0)
            throw new ArgumentException($"{rows.Length} elements are not a whole number of rows of {FeatureCount} features.", nameof(rows));
        for (int i = 0, feature = 0; i < rows.Length; i++)
        {
            rows[i] = (rows[i] - _means[feature]) / _deviations[feature];
            feature = feature + 1 == FeatureCount ? 0 : feature + 1;
        }
    }

    /// <summary>Means and deviations of rows, in double, in two passes over the rows in their order.</summary>
    internal static Normalization Of(float[] features, int count, int featureCount)
    {
        var sums = new double[featureCount];
        for (int i = 0; i < features.Length; i++)
            sums[i % featureCount] += features[i];
        double[] means = [.. sums.Select(sum => sum / count)];
        var squares = new double[featureCount];
        for (int i = 0; i < features.Length; i++)
        {
            double deviation = features[i] - means[i % featureCount];
            squares[i % featureCount] += deviation * deviation;
        }
        float[] deviations = [.. squares.Select(sum => (float)double.Sqrt(sum / count))];
        for (int i = 0; i < deviations.Length; i++)
        {
            // A constant feature leaves only the rounding of its mean.
            if (deviations[i] <= 1e-12 * double.Abs(means[i]) || deviations[i] == 0)
                deviations[i] = 1;
        }
        return new Normalization([.. means.Select(static mean => (float)mean)], deviations);
    }
}
