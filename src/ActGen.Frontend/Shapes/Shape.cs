using System.Globalization;
using ActGen.Frontend.Collections;

namespace ActGen.Frontend.Shapes;

/// <summary>Shape of one row of a value inside a network, or unknown after a layer that could not be understood.</summary>
/// <param name="Dimensions">Sizes, each at least 1; empty means unknown.</param>
internal sealed record Shape(EquatableArray<int> Dimensions)
{
    public static Shape Unknown { get; } = new([]);

    public static Shape Of(params int[] dimensions) => new([.. dimensions]);

    public bool IsKnown => Dimensions.Count > 0;

    public int Rank => Dimensions.Count;

    /// <summary>The size of the last axis: features, classes.</summary>
    public int Last => Dimensions[Rank - 1];

    /// <summary>Elements of one row; at most <see cref="long.MaxValue"/>, where it stops growing.</summary>
    public long Size
    {
        get
        {
            long size = 1;
            foreach (int dimension in Dimensions)
                size = size > long.MaxValue / Math.Max(1, dimension) ? long.MaxValue : size * dimension;
            return size;
        }
    }

    /// <summary>Rows of the last axis in one row of the shape.</summary>
    public int Outer => (int)(Size / Last);

    /// <summary>Whether a shape on two axes is (channels, length), as 1-D convolutions and pools make it, and not (time, features).</summary>
    public bool HasChannels { get; init; }

    /// <summary>Whether a shape on two axes is (time, features) because a recurrent layer made it so, and nobody may take it for (channels, length). One that nobody told is what its reader says.</summary>
    public bool IsSequence { get; init; }

    /// <summary>Whether its first axis is that of the features: images (channels, height, width), and (channels, length).</summary>
    public bool IsChannelsFirst => Rank == 3 || HasChannels;

    /// <summary>Features of one position: the channels of an image, else the last axis.</summary>
    public int Features => Dimensions[FeatureAxis];

    /// <summary>Positions of one row: the cells of an image, the time steps of a sequence, 1 for features.</summary>
    public int Positions => (int)(Size / Features);

    private int FeatureAxis => IsChannelsFirst ? 0 : Rank - 1;

    /// <summary>The same positions with other features.</summary>
    public Shape WithFeatures(int size) => this with { Dimensions = Dimensions.Items.SetItem(FeatureAxis, size).ToEquatableArray() };

    /// <summary>The same shape for who knows nothing of channels.</summary>
    public Shape AsDeclared() => HasChannels ? this with { HasChannels = false } : this;

    /// <summary>The same shape for who reads (channels, length); other ranks, and sequences, are what they are.</summary>
    public Shape AsChannels() => Rank == 2 && !HasChannels && !IsSequence ? this with { HasChannels = true } : this;

    /// <summary>Rows are alike wherever they come from.</summary>
    public bool Equals(Shape? other) => other is not null && Dimensions == other.Dimensions && HasChannels == other.HasChannels;

    public override int GetHashCode() => Dimensions.GetHashCode();

    /// <summary><c>784</c>, <c>16×8</c>, <c>?</c>.</summary>
    public override string ToString() => IsKnown
        ? string.Join("×", Dimensions.Select(dimension => dimension.ToString(CultureInfo.InvariantCulture)))
        : "?";
}
