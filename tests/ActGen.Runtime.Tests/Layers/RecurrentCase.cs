using System.Numerics;
using ActGen.CompilerServices;

namespace ActGen.Runtime.Tests.Layers;

/// <summary>A recurrent layer, its data, and its operators as generated code calls them.</summary>
/// <param name="Cell">LSTM, GRU, tanh or ReLU.</param>
/// <param name="Rows">Rows.</param>
/// <param name="Shape">Sizes.</param>
internal sealed record RecurrentCase(string Cell, int Rows, RecurrentShape Shape)
{
    public static readonly string[] Cells = ["LSTM", "GRU", "tanh", "ReLU"];

    public int Columns => (Cell == "LSTM" ? 4 : Cell == "GRU" ? 3 : 1) * Shape.Units;

    public int CellWidth => (Cell == "LSTM" ? 1 : Cell == "GRU" ? 3 : 0) * Shape.Units;

    /// <summary>Units of a row of scratch: of inference and of training.</summary>
    public (int Infer, int Forward) Scratch => Cell == "LSTM" ? (10, 4) : Cell == "GRU" ? (7, 0) : (3, 1);

    public int OutputFeatures => (Shape.IsBidirectional ? 2 : 1) * Shape.Units;

    public int OutputWidth => (Shape.ReturnSequences ? Shape.Steps : 1) * OutputFeatures;

    public int OutputColumn => Shape is { IsBidirectional: true, IsReverse: true } ? Shape.Units : 0;

    public float[] X => field ??= Small(Rows * Shape.Steps * Shape.Inputs, seed: 1);

    public float[] W => field ??= Small(Shape.Inputs * Columns, seed: 2);

    public float[] U => field ??= Small(Shape.Units * Columns, seed: 3);

    public float[] B => field ??= Small(Columns + (Cell == "GRU" ? Shape.Units : 0), seed: 4);

    public float[] G => field ??= Small(Rows * OutputWidth, seed: 5);

    /// <summary>y by inference.</summary>
    public void Infer<T>(Work work, ReadOnlySpan<T> x, ReadOnlySpan<T> w, ReadOnlySpan<T> u, ReadOnlySpan<T> b, Span<T> y, Span<T> scratch)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        RecurrentShape shape = Shape;
        switch (Cell)
        {
            case "LSTM":
                Recurrent<T>.Infer<LSTMCell>(in work, in shape, x, w, u, b, y, scratch);
                break;
            case "GRU":
                Recurrent<T>.Infer<GRUCell>(in work, in shape, x, w, u, b, y, scratch);
                break;
            case "tanh":
                Recurrent<T>.Infer<RNNCell<Formulas.Tanh>>(in work, in shape, x, w, u, b, y, scratch);
                break;
            default:
                Recurrent<T>.Infer<RNNCell<Formulas.ReLU>>(in work, in shape, x, w, u, b, y, scratch);
                break;
        }
    }

    /// <summary>y by training.</summary>
    public void Forward<T>(Work work, ReadOnlySpan<T> x, ReadOnlySpan<T> w, ReadOnlySpan<T> u, ReadOnlySpan<T> b, Span<T> y, Span<T> gates, Span<T> cells, Span<T> previous, Span<T> scratch)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        RecurrentShape shape = Shape;
        switch (Cell)
        {
            case "LSTM":
                Recurrent<T>.Forward<LSTMCell>(in work, in shape, x, w, u, b, y, gates, cells, previous, scratch);
                break;
            case "GRU":
                Recurrent<T>.Forward<GRUCell>(in work, in shape, x, w, u, b, y, gates, cells, previous, scratch);
                break;
            case "tanh":
                Recurrent<T>.Forward<RNNCell<Formulas.Tanh>>(in work, in shape, x, w, u, b, y, gates, cells, previous, scratch);
                break;
            default:
                Recurrent<T>.Forward<RNNCell<Formulas.ReLU>>(in work, in shape, x, w, u, b, y, gates, cells, previous, scratch);
                break;
        }
    }

    /// <summary>The gradients.</summary>
    public void Backward<T>(Work work, ReadOnlySpan<T> x, ReadOnlySpan<T> w, ReadOnlySpan<T> u, Span<T> g, Span<T> dw, Span<T> du, Span<T> db, Span<T> dx, Span<T> gates, Span<T> cells, Span<T> previous, Span<T> transposed, Span<T> scratch)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        RecurrentShape shape = Shape;
        switch (Cell)
        {
            case "LSTM":
                Recurrent<T>.Backward<LSTMCell>(work, in shape, x, w, u, g, dw, du, db, dx, gates, cells, previous, transposed, scratch);
                break;
            case "GRU":
                Recurrent<T>.Backward<GRUCell>(work, in shape, x, w, u, g, dw, du, db, dx, gates, cells, previous, transposed, scratch);
                break;
            case "tanh":
                Recurrent<T>.Backward<RNNCell<Formulas.Tanh>>(work, in shape, x, w, u, g, dw, du, db, dx, gates, cells, previous, transposed, scratch);
                break;
            default:
                Recurrent<T>.Backward<RNNCell<Formulas.ReLU>>(work, in shape, x, w, u, g, dw, du, db, dx, gates, cells, previous, transposed, scratch);
                break;
        }
    }

    /// <summary>Values of both signs below ½ in magnitude, some of them 0: gates should not all be shut.</summary>
    private static float[] Small(int length, int seed) => [.. Numbers.Mixed(length, seed).Select(value => MathF.IEEERemainder(value, 1))];
}
