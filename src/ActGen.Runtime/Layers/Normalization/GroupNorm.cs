namespace ActGen.CompilerServices;

/// <summary>Group normalisation: the features of a row in groups, each of which, over all positions, gets mean 0 and variance 1; y = fma(x̂, γ, β). Workers own rows.</summary>
/// <remarks>In the canonical orders: a group's elements by position, then feature; sums over them by rule 4. Back as layer normalisation, gradients of γ and β by rule 3 over rows × positions.
/// Where there is no γ it is 1, and β +0.</remarks>
/// <typeparam name="T">The scalar.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class GroupNorm<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>y, and the statistics.</summary>
    /// <param name="work">Rows of the batch and share.</param>
    /// <param name="positions">Positions of a row.</param>
    /// <param name="features">Features of a position.</param>
    /// <param name="groups">Groups, which divide the features.</param>
    /// <param name="epsilon">ε.</param>
    /// <param name="input">x: rows × positions × features.</param>
    /// <param name="output">y: rows × positions × features; may be the input.</param>
    /// <param name="scale">γ: features, or empty.</param>
    /// <param name="shift">β: features, or empty.</param>
    /// <param name="statistics">Where training keeps m and r of each feature, with room for two more numbers: rows × 4 × features; empty at inference.</param>
    public static void Forward(Work work, int positions, int features, int groups, T epsilon, ReadOnlySpan<T> input, Span<T> output, ReadOnlySpan<T> scale, ReadOnlySpan<T> shift = default, Span<T> statistics = default)
    {
        GroupNormKernel<T> kernel = new()
        {
            Positions = positions,
            Features = features,
            Groups = groups,
            Epsilon = epsilon,
            Input = input[RowShare.Elements(work, input.Length)],
            Output = output[RowShare.Elements(work, output.Length)],
            Scale = scale,
            Shift = shift,
            Statistics = statistics[RowShare.Elements(work, statistics.Length)],
        };
        VectorWidth.Run<GroupNormKernel<T>, T>(ref kernel);
    }

    /// <summary>∂L/∂x, in place, and the gradients of γ and β.</summary>
    /// <remarks>Each worker sums its own features over all rows, then works on its own rows: the workers meet before and between.</remarks>
    /// <param name="work">Rows of the batch and share.</param>
    /// <param name="positions">Positions of a row.</param>
    /// <param name="features">Features of a position.</param>
    /// <param name="groups">Groups, which divide the features.</param>
    /// <param name="gradient">∂L/∂y: rows × positions × features; overwritten with ∂L/∂x.</param>
    /// <param name="input">x: rows × positions × features.</param>
    /// <param name="statistics">As forward left them.</param>
    /// <param name="scale">γ: features, or empty.</param>
    /// <param name="scaleGradient">As <paramref name="scale"/>; assigned.</param>
    /// <param name="shiftGradient">As β; assigned.</param>
    public static void Backward(Work work, int positions, int features, int groups, Span<T> gradient, ReadOnlySpan<T> input, Span<T> statistics, ReadOnlySpan<T> scale, Span<T> scaleGradient, Span<T> shiftGradient = default)
    {
        if (!scale.IsEmpty)
        {
            work.Synchronize();
            fixed (T* g = gradient, x = input, s = statistics)
                FeatureSums<T>.Run(work.PerPosition(positions), features, scaleGradient, shiftGradient, new AffineGradients<T, NormalizedGroups<T>>(g, x, features, new(s, features, positions)));
            work.Synchronize();
        }
        GroupNormGradientKernel<T> kernel = new()
        {
            Positions = positions,
            Features = features,
            Groups = groups,
            Gradient = gradient[RowShare.Elements(work, gradient.Length)],
            Input = input[RowShare.Elements(work, input.Length)],
            Scale = scale,
            Statistics = statistics[RowShare.Elements(work, statistics.Length)],
        };
        VectorWidth.Run<GroupNormGradientKernel<T>, T>(ref kernel);
    }
}

/// <summary>x̂ where each feature of each row of the batch has an m and an r.</summary>
/// <typeparam name="T">The scalar.</typeparam>
internal readonly unsafe struct NormalizedGroups<T>(T* statistics, int features, int positions) : INormalized<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T* _statistics = statistics;
    private readonly nint _features = features;
    private readonly int _positions = positions;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Apply<TVector>(int row, int feature, int lanes, TVector x)
        where TVector : unmanaged, ISimd<TVector, T>
    {
        T* mean = _statistics + (4 * _features * (row / _positions)) + feature;
        return (x - RowVector<T, TVector>.Load(mean, lanes)) * RowVector<T, TVector>.Load(mean + _features, lanes);
    }
}
