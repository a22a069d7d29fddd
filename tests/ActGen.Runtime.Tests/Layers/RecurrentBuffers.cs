using System.Numerics;

namespace ActGen.Runtime.Tests.Layers;

/// <summary>What a recurrent layer writes, all of it NaN beforehand, in arrays that are no longer than they must be.</summary>
internal sealed class RecurrentBuffers<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly RecurrentCase _layer;
    private readonly T[] _x, _w, _u, _b;

    public RecurrentBuffers(RecurrentCase layer, RecurrentDefinition<T> definition)
    {
        int positions = layer.Rows * layer.Shape.Steps;
        (_layer, _x, _w, _u, _b) = (layer, definition.X, definition.W, definition.U, definition.B);
        (Y, G) = (NaN(layer.Rows * layer.OutputWidth), [.. definition.G]);
        (Gates, Cells, Previous) = (NaN(positions * layer.Columns), NaN(positions * layer.CellWidth), NaN(positions * layer.Shape.Units));
        (InputWeightGradient, RecurrentWeightGradient, BiasGradient, InputGradient) = (NaN(_w.Length), NaN(_u.Length), NaN(_b.Length), NaN(_x.Length));
        Transposed = NaN(layer.Columns * Math.Max(layer.Shape.Units, layer.Shape.Inputs));
        (InferenceScratch, ForwardScratch, BackwardScratch) = (NaN(layer.Rows * layer.Scratch.Infer * layer.Shape.Units), NaN(layer.Rows * layer.Scratch.Forward * layer.Shape.Units), NaN(layer.Rows * layer.Shape.Units));
    }

    public T[] Y { get; }

    public T[] G { get; }

    public T[] Gates { get; }

    public T[] Cells { get; }

    public T[] Previous { get; }

    public T[] InputWeightGradient { get; }

    public T[] RecurrentWeightGradient { get; }

    public T[] BiasGradient { get; }

    public T[] InputGradient { get; }

    public T[] Transposed { get; }

    public T[] InferenceScratch { get; }

    public T[] ForwardScratch { get; }

    public T[] BackwardScratch { get; }

    public void Infer(int workers = 1) => Workers.Run(_layer.Rows, workers, work => _layer.Infer<T>(work, _x, _w, _u, _b, Y, InferenceScratch));

    public void Forward(int workers = 1) => Workers.Run(_layer.Rows, workers, work => _layer.Forward<T>(work, _x, _w, _u, _b, Y, Gates, Cells, Previous, ForwardScratch));

    public void Backward(int workers = 1) =>
        Workers.Run(_layer.Rows, workers, work => _layer.Backward<T>(work, _x, _w, _u, G, InputWeightGradient, RecurrentWeightGradient, BiasGradient, InputGradient, Gates, Cells, Previous, Transposed, BackwardScratch));

    private static T[] NaN(int length)
    {
        T[] values = new T[length];
        Array.Fill(values, T.NaN);
        return values;
    }
}
