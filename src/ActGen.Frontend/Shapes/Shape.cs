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

    /// <summary>Rows of the last axis in one row of the shape: the time steps of a sequence, 1 for features.</summary>
    public int Positions => (int)(Size / Last);

    /// <summary>The same shape with another last axis.</summary>
    public Shape WithLast(int size) => new(Dimensions.Items.SetItem(Rank - 1, size).ToEquatableArray());

    /// <summary><c>784</c>, <c>16×8</c>, <c>?</c>.</summary>
    public override string ToString() => IsKnown
        ? string.Join("×", Dimensions.Select(dimension => dimension.ToString(CultureInfo.InvariantCulture)))
        : "?";
}
