using ActGen.CompilerServices;

namespace ActGen;

/// <summary>Room for one batch of a data set.</summary>
internal sealed class BatchBuffers
{
    private readonly DatasetFit _fit;
    private readonly NetworkPlan _plan;
    private readonly float[] _features;
    private readonly int[] _labels;
    private readonly float[] _targets;
    private int _rows;

    public BatchBuffers(NetworkPlan plan, DatasetFit fit, int rows)
    {
        _fit = fit;
        _plan = plan;
        _features = new float[checked(rows * plan.InputSize)];
        _labels = new int[rows * fit.Data.LabelCount];
        _targets = fit.UsesLabels ? [] : new float[checked(rows * plan.TargetSize)];
    }

    public bool UsesLabels => _fit.UsesLabels;

    public ReadOnlySpan<float> Features => _features.AsSpan(0, _rows * _plan.InputSize);

    /// <summary>The labels, if the rows have them, also where the loss takes them as real targets.</summary>
    public ReadOnlySpan<int> Labels => _labels.AsSpan(0, _rows * _fit.Data.LabelCount);

    /// <summary>The real targets; empty where the loss takes labels.</summary>
    public ReadOnlySpan<float> Targets => UsesLabels ? [] : _targets.AsSpan(0, _rows * _plan.TargetSize);

    public void Load(ReadOnlySpan<int> rows)
    {
        _rows = rows.Length;
        _fit.CopyRows(rows, _features, _labels, _targets);
    }
}
