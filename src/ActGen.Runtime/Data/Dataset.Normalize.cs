namespace ActGen;

public sealed partial class Dataset
{
    /// <summary>The same rows with each feature shifted and scaled to mean 0 and variance 1.</summary>
    public Dataset Normalize() => Normalize(out _);

    /// <summary>The same rows with each feature shifted and scaled to mean 0 and variance 1.</summary>
    /// <param name="normalization">What was done; apply it to validation and test rows, and to rows to predict.</param>
    public Dataset Normalize(out Normalization normalization)
    {
        normalization = Normalization.Of(_features, Count, FeatureCount);
        return Normalize(normalization);
    }

    /// <summary>The same rows with a normalisation that was found on other rows, usually those of training.</summary>
    /// <param name="normalization">For as many features.</param>
    /// <exception cref="ArgumentException">It is for another number of features.</exception>
    public Dataset Normalize(Normalization normalization)
    {
        ArgumentNullException.ThrowIfNull(normalization);
        if (normalization.FeatureCount != FeatureCount)
            throw new ArgumentException($"It is for {normalization.FeatureCount} features; the rows have {FeatureCount}.", nameof(normalization));
        float[] features = [.. _features];
        normalization.Apply(features);
        return new Dataset(features, _labels, _targets, Count, Shape, Classes, ClassNames);
    }
}
