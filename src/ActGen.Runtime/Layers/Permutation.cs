namespace ActGen.CompilerServices;

/// <summary>The axes of each row in another order. Workers own rows.</summary>
/// <typeparam name="T">The scalar.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Permutation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>y: its axis i is that axis of x that <paramref name="axes"/> names there.</summary>
    /// <param name="work">Rows and share.</param>
    /// <param name="sizes">Sizes of the axes of x.</param>
    /// <param name="axes">For each axis of y that of x, from 0.</param>
    /// <param name="input">x: rows × sizes.</param>
    /// <param name="output">y: rows × sizes in their new order; may not overlap x.</param>
    public static void Forward(Work work, (int First, int Second, int Third) sizes, (int First, int Second, int Third) axes, ReadOnlySpan<T> input, Span<T> output)
    {
        (int First, int Second, int Third) strides = (sizes.Second * sizes.Third, sizes.Third, 1);
        Gather(work, (Of(sizes, axes.First), Of(sizes, axes.Second), Of(sizes, axes.Third)), (Of(strides, axes.First), Of(strides, axes.Second), Of(strides, axes.Third)), input, output);
    }

    /// <summary>∂L/∂x: the order that undoes that of forward.</summary>
    /// <param name="work">Rows and share.</param>
    /// <param name="sizes">Sizes of the axes of x.</param>
    /// <param name="axes">For each axis of y that of x, from 0.</param>
    /// <param name="outputGradient">∂L/∂y, as y.</param>
    /// <param name="inputGradient">∂L/∂x, as x; may not overlap ∂L/∂y.</param>
    public static void Backward(Work work, (int First, int Second, int Third) sizes, (int First, int Second, int Third) axes, ReadOnlySpan<T> outputGradient, Span<T> inputGradient)
    {
        int second = Of(sizes, axes.Second), third = Of(sizes, axes.Third);
        (int First, int Second, int Third) strides = (second * third, third, 1);
        Gather(work, sizes, (Of(strides, PlaceOf(axes, 0)), Of(strides, PlaceOf(axes, 1)), Of(strides, PlaceOf(axes, 2))), outputGradient, inputGradient);
    }

    /// <summary>Writes each row in order, from elements that lie so far apart along each axis.</summary>
    private static void Gather(Work work, (int First, int Second, int Third) sizes, (int First, int Second, int Third) strides, ReadOnlySpan<T> source, Span<T> destination)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(destination.Length, source.Length);
        int length = sizes.First * sizes.Second * sizes.Third;
        (int start, int end) = work.OwnRows;
        for (int row = start; row < end; row++)
        {
            ReadOnlySpan<T> from = source.Slice(row * length, length);
            Span<T> to = destination.Slice(row * length, length);
            for (int i = 0, next = 0; i < sizes.First; i++)
            {
                for (int j = 0; j < sizes.Second; j++, next += sizes.Third)
                    Line(from[((i * strides.First) + (j * strides.Second))..], strides.Third, to.Slice(next, sizes.Third));
            }
        }
    }

    private static void Line(ReadOnlySpan<T> from, int stride, Span<T> to)
    {
        if (stride == 1)
        {
            from[..to.Length].CopyTo(to);
            return;
        }
        for (int i = 0; i < to.Length; i++)
            to[i] = from[i * stride];
    }

    private static int Of((int First, int Second, int Third) values, int axis) => axis switch
    {
        0 => values.First,
        1 => values.Second,
        _ => values.Third,
    };

    private static int PlaceOf((int First, int Second, int Third) axes, int axis) => axes.First == axis ? 0 : axes.Second == axis ? 1 : 2;
}
