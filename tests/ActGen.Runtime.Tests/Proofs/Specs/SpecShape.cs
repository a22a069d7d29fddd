namespace ActGen.Runtime.Tests.Proofs.Specs;

/// <summary>Shape of one row between two layers, and the order in which its values lie in memory: what random numbers are counted by.</summary>
/// <param name="Sizes">(features), (time, features), (channels, length) or (channels, height, width).</param>
/// <param name="HasChannels">Whether two axes are (channels, length).</param>
/// <param name="IsFeaturesLast">Whether what is declared channels-first lies channels-last.</param>
internal sealed record SpecShape(int[] Sizes, bool HasChannels = false, bool IsFeaturesLast = false)
{
    public bool IsChannelsFirst => Sizes.Length == 3 || HasChannels;

    /// <summary>Features of a position.</summary>
    public int Features => IsChannelsFirst ? Sizes[0] : Sizes[^1];

    public int Last => Sizes[^1];

    public int Size => Sizes.Aggregate(1, (product, size) => product * size);

    public int Positions => Size / Features;

    /// <summary>The same positions with other features.</summary>
    public SpecShape WithFeatures(int features) => this with { Sizes = IsChannelsFirst ? [features, .. Sizes[1..]] : [.. Sizes[..^1], features] };

    /// <summary>As a layer reads it.</summary>
    public SpecShape For(SpecOrder order) => order switch
    {
        SpecOrder.Features => this with { IsFeaturesLast = IsChannelsFirst },
        SpecOrder.Channels => this with { IsFeaturesLast = true, HasChannels = Sizes.Length == 2 },
        SpecOrder.Declared => this with { IsFeaturesLast = false, HasChannels = false },
        _ => this,
    };

    /// <summary>Whole rows, as declared, in rows of what a layer works on: the features of a position, or the last axis.</summary>
    public double[][] Split(double[][] rows) => IsFeaturesLast
        ? [.. rows.SelectMany(row => Enumerable.Range(0, Positions).Select(p => Enumerable.Range(0, Features).Select(c => row[(c * Positions) + p]).ToArray()))]
        : [.. rows.SelectMany(row => row.Chunk(Last))];

    /// <summary>The opposite.</summary>
    public double[][] Join(double[][] rows)
    {
        double[][] whole = [.. rows.SelectMany(row => row).Chunk(Size)];
        return IsFeaturesLast ? [.. whole.Select(row => Enumerable.Range(0, Size).Select(i => row[(i % Positions * Features) + (i / Positions)]).ToArray())] : whole;
    }
}

/// <summary>The order in which a layer wants the values of a row.</summary>
internal enum SpecOrder
{
    /// <summary>Each for itself.</summary>
    Any,

    /// <summary>The features of a position side by side.</summary>
    Features,

    /// <summary>The same of (channels, length), where two axes are that.</summary>
    Channels,

    /// <summary>As declared.</summary>
    Declared,
}
