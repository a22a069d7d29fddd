namespace ActGen.CompilerServices;

/// <summary>Wᵀ for the input gradient, cut into panels of some inputs: panel after panel, each outputs × its inputs. The product reads a panel in the order of memory and finds it in the
/// near caches for all rows; as one matrix, the rows of Wᵀ of a layer of 512 inputs would share few sets of the caches (transposing 512 × 512: 100–150 → 29 µs).</summary>
internal static unsafe class TransposedPanels<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Inputs of a panel; the last one takes what would be less.</summary>
    private const int Width = 64;

    /// <summary>Most inputs of a panel.</summary>
    public const int Widest = (2 * Width) - 1;

    /// <summary>How many panels there are.</summary>
    public static int Count(int inputs) => new ColumnPanels(inputs, Width).Count;

    /// <summary>The inputs of a panel. It begins at element start × outputs.</summary>
    public static (int Start, int End) Inputs(int panel, int inputs) => new ColumnPanels(inputs, Width).At(panel);

    /// <summary>Writes some panels.</summary>
    /// <param name="weights">W: inputs × outputs.</param>
    /// <param name="inputs">Inputs.</param>
    /// <param name="outputs">Outputs.</param>
    /// <param name="first">First panel.</param>
    /// <param name="end">Panel after the last one.</param>
    /// <param name="destination">All panels: as many elements as W.</param>
    public static void Write(ReadOnlySpan<T> weights, int inputs, int outputs, int first, int end, Span<T> destination)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(weights.Length, inputs * outputs);
        ArgumentOutOfRangeException.ThrowIfNotEqual(destination.Length, inputs * outputs);
        fixed (T* from = weights, to = destination)
        {
            for (int panel = first; panel < end; panel++)
            {
                (int start, int stop) = Inputs(panel, inputs);
                Transpose<T>.Matrix(from + ((nint)start * outputs), stop - start, outputs, to + ((nint)start * outputs), stop - start);
            }
        }
    }
}
