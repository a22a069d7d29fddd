using System.Runtime.InteropServices;

namespace ActGen.CompilerServices;

/// <summary>A recurrent layer in one direction. Workers own rows.</summary>
/// <remarks>A layer in two directions is two calls, of which each writes its own columns of the output and reads its own of the gradient. Nobody waits in the forward pass.</remarks>
/// <typeparam name="T">The scalar.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe partial class Recurrent<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>y, nothing kept.</summary>
    /// <param name="work">Rows and share.</param>
    /// <param name="shape">Sizes.</param>
    /// <param name="input">x: rows × steps × inputs.</param>
    /// <param name="inputWeights">W: inputs × gates·units.</param>
    /// <param name="recurrentWeights">U: units × gates·units.</param>
    /// <param name="bias">b: gates·units; of <see cref="GRUCell"/> then that of the state's product n: units.</param>
    /// <param name="output">y: rows × units, or rows × steps × units where sequences are returned; in two directions twice as wide.</param>
    /// <param name="scratch">rows × 10·units for <see cref="LSTMCell"/>, 7·units for <see cref="GRUCell"/>, 3·units for <see cref="RNNCell{TActivation}"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Infer<TCell>(in Work work, in RecurrentShape shape, ReadOnlySpan<T> input, ReadOnlySpan<T> inputWeights, ReadOnlySpan<T> recurrentWeights, ReadOnlySpan<T> bias, Span<T> output, Span<T> scratch)
        where TCell : struct, IRecurrentCell
    {
        if (work.IsSingleRow)
        {
            Row<TCell>(
                in shape, in MemoryMarshal.GetReference(input), in MemoryMarshal.GetReference(inputWeights), in MemoryMarshal.GetReference(recurrentWeights), in MemoryMarshal.GetReference(bias), ref MemoryMarshal.GetReference(output), ref MemoryMarshal.GetReference(scratch));
        }
        else
        {
            Rows<TCell>(work, in shape, input, inputWeights, recurrentWeights, bias, output, scratch);
        }
    }

    private static void Rows<TCell>(Work work, in RecurrentShape shape, ReadOnlySpan<T> input, ReadOnlySpan<T> inputWeights, ReadOnlySpan<T> recurrentWeights, ReadOnlySpan<T> bias, Span<T> output, Span<T> scratch)
        where TCell : struct, IRecurrentCell
    {
        (int first, int end) = work.OwnRows;
        int gates = TCell.Gates * shape.Units, products = TCell.KeepsProduct ? 0 : gates, cells = TCell.Cells * shape.Units, width = gates + products + cells + shape.Units;
        fixed (T* x = input[RowShare.Elements(work, input.Length)], w = inputWeights, u = recurrentWeights, b = bias, y = output[RowShare.Elements(work, output.Length)], z = scratch[RowShare.Elements(work, scratch.Length)])
        {
            RecurrentForwardKernel<T, TCell> kernel = new()
            {
                Shape = shape,
                Rows = end - first,
                Input = StepRows<T>.Sequences(x, in shape, shape.Inputs),
                InputWeights = w,
                RecurrentWeights = u,
                Bias = b,
                Gates = new(z, width, 0),
                Product = new(z + gates, width, 0),
                Cells = new(z + gates + products, width, 0),
                State = new(z + gates + products + cells, width, 0),
                Output = StepRows<T>.Outputs(y, in shape),
            };
            CoveringWidth.Run<RecurrentForwardKernel<T, TCell>, T>(ref kernel, gates);
        }
    }

    /// <summary>y, and what backward reads.</summary>
    /// <param name="work">Rows and share.</param>
    /// <param name="shape">Sizes.</param>
    /// <param name="input">x: rows × steps × inputs.</param>
    /// <param name="inputWeights">W: inputs × gates·units.</param>
    /// <param name="recurrentWeights">U: units × gates·units.</param>
    /// <param name="bias">b: gates·units; of <see cref="GRUCell"/> then that of the state's product n: units.</param>
    /// <param name="output">y: rows × units, or rows × steps × units where sequences are returned; in two directions twice as wide.</param>
    /// <param name="gates">The gates: rows × steps × gates·units.</param>
    /// <param name="cells">Beside them c, units (<see cref="LSTMCell"/>), or the product of the state, 3·units (<see cref="GRUCell"/>): rows × steps × that; empty for <see cref="RNNCell{TActivation}"/>.</param>
    /// <param name="previous">h of the step before: rows × steps × units.</param>
    /// <param name="scratch">rows × gates·units; empty for <see cref="GRUCell"/>.</param>
    public static void Forward<TCell>(in Work work, in RecurrentShape shape, ReadOnlySpan<T> input, ReadOnlySpan<T> inputWeights, ReadOnlySpan<T> recurrentWeights, ReadOnlySpan<T> bias, Span<T> output, Span<T> gates, Span<T> cells, Span<T> previous, Span<T> scratch)
        where TCell : struct, IRecurrentCell
    {
        int columns = TCell.Gates * shape.Units;
        Dense<T>.Forward<Formulas.Identity>(work.PerPosition(shape.Steps), input, inputWeights, bias[..columns], gates);
        (int first, int end) = work.OwnRows;
        fixed (T* u = recurrentWeights, b = bias, y = output[RowShare.Elements(work, output.Length)], z = gates[RowShare.Elements(work, gates.Length)], c = cells[RowShare.Elements(work, cells.Length)], h = previous[RowShare.Elements(work, previous.Length)], product = scratch[RowShare.Elements(work, scratch.Length)])
        {
            RecurrentForwardKernel<T, TCell> kernel = new()
            {
                Shape = shape,
                Rows = end - first,
                RecurrentWeights = u,
                Bias = b,
                Gates = StepRows<T>.Sequences(z, in shape, columns),
                Product = TCell.KeepsProduct ? StepRows<T>.Sequences(c, in shape, columns) : new(product, columns, 0),
                Cells = StepRows<T>.Sequences(c, in shape, TCell.Cells * shape.Units),
                State = StepRows<T>.Sequences(h, in shape, shape.Units),
                Output = StepRows<T>.Outputs(y, in shape),
            };
            // h before the first step, which the gradient of U reads.
            for (int row = 0; row < kernel.Rows; row++)
                new Span<T>(kernel.State.At(row, 0), shape.Units).Clear();
            CoveringWidth.Run<RecurrentForwardKernel<T, TCell>, T>(ref kernel, columns);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Row<TCell>(in RecurrentShape shape, ref readonly T input, ref readonly T inputWeights, ref readonly T recurrentWeights, ref readonly T bias, ref T output, ref T scratch)
        where TCell : struct, IRecurrentCell
    {
        fixed (T* x = &input, w = &inputWeights, u = &recurrentWeights, b = &bias, y = &output, z = &scratch)
        {
            RecurrentRowKernel<T, TCell> kernel = new()
            {
                Shape = ref shape,
                Input = x,
                InputWeights = w,
                RecurrentWeights = u,
                Bias = b,
                Scratch = z,
                Output = y,
            };
            CoveringWidth.Run<RecurrentRowKernel<T, TCell>, T>(ref kernel, TCell.Gates * shape.Units);
        }
    }
}
