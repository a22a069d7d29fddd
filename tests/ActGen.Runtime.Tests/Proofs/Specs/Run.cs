namespace ActGen.Runtime.Tests.Proofs.Specs;

/// <summary>Whether a pass is training, and the random numbers that it then uses.</summary>
/// <param name="Training">Dropout acts only in training.</param>
/// <param name="Seed">Seed of the network's random streams.</param>
/// <param name="Step">Training steps before this one.</param>
internal readonly record struct Run(bool Training, long Seed = 0, long Step = 0)
{
    /// <summary>What becomes of each number that a network keeps: nothing, unless the effect of keeping it in float is studied.</summary>
    public Func<double, double>? Store { get; init; }

    /// <summary>A number as it is kept: a value or a gradient between two layers, a normalisation's mean and factor.</summary>
    public double Stored(double value) => Store is null ? value : Store(value);
}
