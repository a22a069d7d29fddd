namespace ActGen.Runtime.Tests.Proofs.Specs;

/// <summary>The axes in another order.</summary>
/// <param name="Axes">For each axis of the output that of the input, from 1.</param>
internal sealed record PermuteSpec(params int[] Axes) : ImageSpec
{
    public override string Attribute => $"Permute({string.Join(", ", Axes)})";

    public override SpecOrder Reads => Axes.Length > 1 && Axes.SequenceEqual([.. Enumerable.Range(2, Axes.Length - 1), 1]) ? SpecOrder.Features : SpecOrder.Declared;

    public override bool Fits(SpecShape input) => input.Sizes.Length == Axes.Length;

    /// <summary>What was last is features last in memory as it is.</summary>
    public override SpecShape OutputShape(SpecShape input) =>
        !Fits(input) ? input : new([.. Axes.Select(axis => input.Sizes[axis - 1])], IsFeaturesLast: Axes.Length == 3 && Axes.SequenceEqual([3, 1, 2]));

    public override double[][] Forward(SpecShape shape, double[][] x, double[][] parameters, Run run) => [.. x.Select(row => Places(shape).Select(place => row[place]).ToArray())];

    public override double[][] Backward(SpecShape shape, double[][] x, double[][] y, double[][] g, double[][] parameters, double[][] gradients, Run run)
    {
        double[][] dx = [.. x.Select(row => new double[row.Length])];
        for (int b = 0; b < x.Length; b++)
        {
            foreach ((int output, int place) in Places(shape).Index())
                dx[b][place] = g[b][output];
        }
        return dx;
    }

    public bool Equals(PermuteSpec? other) => other is not null && Axes.SequenceEqual(other.Axes);

    public override int GetHashCode() => Axes.Length;

    /// <summary>For each output, in order, its place in the input: the indices along the input's axes, put together again.</summary>
    private IEnumerable<int> Places(SpecShape shape)
    {
        for (int output = 0; output < shape.Size; output++)
        {
            int[] index = new int[Axes.Length];
            int rest = output;
            for (int axis = Axes.Length - 1; axis >= 0; axis--)
            {
                int size = shape.Sizes[Axes[axis] - 1];
                (index[Axes[axis] - 1], rest) = (rest % size, rest / size);
            }
            yield return index.Zip(shape.Sizes).Aggregate(0, (place, pair) => (place * pair.Second) + pair.First);
        }
    }
}
