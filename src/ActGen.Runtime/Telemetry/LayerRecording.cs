using ActGen.CompilerServices;

namespace ActGen;

/// <summary>Where the workers of a step leave what they saw of one layer: sums for each row, derivatives for each worker, so that nothing is combined in order of arrival.</summary>
internal sealed class LayerRecording<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly RecordedLayer _layer;
    private readonly RowSums[] _outputs;
    private readonly RowSums[] _gradients;
    private readonly T[][] _steepest;
    private readonly T[][] _flat;
    private volatile bool _hasGradient;

    public LayerRecording(RecordedLayer layer, string name, int width, int capacity, int workers)
    {
        _layer = layer;
        Width = width;
        _outputs = new RowSums[capacity];
        _gradients = new RowSums[capacity];
        bool judges = layer.CanDie || layer.Saturation > 0;
        _steepest = judges ? Lanes() : [];
        _flat = judges ? Lanes() : [];
        Step = new LayerTotals(name, judges ? layer.Units : 0, layer.CanDie);
        Window = new LayerTotals(name, judges ? layer.Units : 0, layer.CanDie);

        T[][] Lanes() => [.. Enumerable.Range(0, workers).Select(_ => new T[width])];
    }

    /// <summary>Elements of one row of the layer's output.</summary>
    public int Width { get; }

    /// <summary>The last step.</summary>
    public LayerTotals Step { get; }

    /// <summary>All steps since the window was opened.</summary>
    public LayerTotals Window { get; }

    /// <summary>Whether derivatives are recorded.</summary>
    public bool Judges => _steepest.Length > 0;

    /// <summary>|f′| below which an output is saturated.</summary>
    public double Saturation => _layer.Saturation;

    /// <summary>A worker's largest |f′| and its count of saturated outputs, for each element of a row; cleared.</summary>
    public (T[] Steepest, T[] Flat) OfWorker(int worker)
    {
        Array.Clear(_steepest[worker]);
        Array.Clear(_flat[worker]);
        return (_steepest[worker], _flat[worker]);
    }

    /// <summary>The outputs of a worker's rows.</summary>
    public void Outputs(Work work, ReadOnlySpan<T> values) => Record(work, values, _outputs);

    /// <summary>The gradient of a worker's rows.</summary>
    public void Gradient(Work work, ReadOnlySpan<T> values)
    {
        _hasGradient = true;
        Record(work, values, _gradients);
    }

    /// <summary>After all workers have finished: the totals of the step.</summary>
    /// <param name="rows">Rows of the batch.</param>
    /// <param name="workers">Workers who took part.</param>
    /// <param name="before">All parameters before the update; empty where there was none.</param>
    /// <param name="after">All parameters.</param>
    public void End(int rows, int workers, ReadOnlySpan<float> before, ReadOnlySpan<float> after)
    {
        Step.Clear();
        (Step.Sum, Step.Squares) = RowSums.Total(_outputs.AsSpan(0, rows));
        Step.Values = (long)rows * Width;
        if (_hasGradient)
        {
            (Step.GradientSum, Step.GradientSquares) = RowSums.Total(_gradients.AsSpan(0, rows));
            Step.Gradients = Step.Values;
            _hasGradient = false;
        }
        if (Judges)
            Judge(workers);
        if (!before.IsEmpty && _layer.WeightCount > 0)
        {
            Step.UpdateRatios = UpdateRatio(before, after);
            Step.Updates = 1;
        }
        Window.Add(Step);
    }

    /// <summary>√Σ(after − before)² / √Σ before² over the weights of all directions; 0 where nothing changed.</summary>
    private double UpdateRatio(ReadOnlySpan<float> before, ReadOnlySpan<float> after)
    {
        int count = _layer.WeightCount;
        (double change, double size) = RowSums.Change(before.Slice(_layer.Weights, count), after.Slice(_layer.Weights, count));
        if (_layer.ReverseWeights is { } reverse)
        {
            (double changeBehind, double sizeBehind) = RowSums.Change(before.Slice(reverse, count), after.Slice(reverse, count));
            (change, size) = (change + changeBehind, size + sizeBehind);
        }
        return change == 0 ? 0 : Math.Sqrt(change / size);
    }

    private static void Record(Work work, ReadOnlySpan<T> values, RowSums[] sums)
    {
        int width = RowShare.Width(work, values.Length);
        (int start, int end) = work.OwnRows;
        for (int row = start; row < end; row++)
            sums[row] = RowSums.Of(values.Slice(row * width, width));
    }

    /// <summary>Largest of maxima, sums of counts: exact in any order.</summary>
    private void Judge(int workers)
    {
        for (int worker = 0; worker < workers; worker++)
        {
            ReadOnlySpan<T> steepest = _steepest[worker], flat = _flat[worker];
            for (int i = 0, unit = 0; i < steepest.Length; i++, unit = unit + 1 == _layer.Units ? 0 : unit + 1)
            {
                Step.Steepest[unit] = Math.Max(Step.Steepest[unit], float.CreateTruncating(steepest[i]));
                Step.Saturated += double.CreateTruncating(flat[i]);
            }
        }
        Step.Judged = _layer.Saturation > 0 ? Step.Values : 0;
    }
}
