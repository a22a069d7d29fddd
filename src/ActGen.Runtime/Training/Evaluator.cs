using ActGen.CompilerServices;

namespace ActGen;

/// <summary>Runs a network over a data set: inference (dropout off), loss, decisions or errors.</summary>
internal sealed class Evaluator<TNet>
    where TNet : INetworkCore<TNet>
{
    /// <summary>Rows at once; more would not be faster.</summary>
    private const int MaximumRows = 1024;

    private readonly NetworkPlan _plan = TNet.Code.Plan;
    private readonly LossDefinition _loss;
    private readonly Dataset _data;
    private readonly BatchBuffers _batch;
    private readonly int[] _rows;
    private readonly float[] _outputs;
    private readonly float[] _rowLosses;
    private readonly float[] _workspace;
    private double _lossSum;
    private double _divisor;

    public Evaluator(Dataset data, string name)
    {
        _loss = _plan.RequireLoss();
        DatasetFit fit = DatasetFit.Of(_plan, data, name);
        _data = data;
        int rows = Math.Min(Math.Min(MaximumRows, _plan.TileRows), data.Count);
        _batch = new BatchBuffers(_plan, fit, rows);
        _rows = new int[rows];
        _outputs = new float[rows * _plan.OutputSize];
        _rowLosses = new float[rows * _plan.LossesPerRow];
        _workspace = new float[_plan.InferenceElements(rows)];
    }

    /// <summary>Loss, decisions or errors of all rows.</summary>
    /// <param name="parameters">The weights, in the network's layout.</param>
    /// <param name="isFrozen">Whether they are those of a frozen network.</param>
    /// <param name="withConfusion">Whether to make a confusion matrix, which takes classes² counts.</param>
    public Evaluation Evaluate(ReadOnlySpan<float> parameters, bool isFrozen = false, bool withConfusion = true)
    {
        _lossSum = _divisor = 0;
        var decisions = new RightDecisions(_plan, _loss, _rows.Length);
        ConfusionMatrix? confusion = withConfusion ? ConfusionMatrix.For(_loss, _plan.OutputSize, _data.ClassNames) : null;
        RegressionErrors? errors = _loss.Decision == DecisionKind.None ? new(_plan.TargetSize, _plan.TargetWidth, _plan.Definition.OutputShape[^1]) : null;
        for (int first = 0; first < _data.Count; first += _rows.Length)
        {
            Span<int> rows = _rows.AsSpan(0, Math.Min(_rows.Length, _data.Count - first));
            for (int i = 0; i < rows.Length; i++)
                rows[i] = first + i;
            _batch.Load(rows);
            Span<float> outputs = RunBatch(rows.Length, parameters, isFrozen);
            decisions.Add(outputs, _batch, confusion);
            errors?.Add(outputs, _batch.Targets);
        }
        return new Evaluation
        {
            Count = _data.Count,
            Loss = ClassWeighting<float>.Mean(_lossSum, _divisor),
            Accuracy = decisions.Share,
            ConfusionMatrix = decisions.Share is null ? null : confusion,
            MAE = errors?.MAE,
            RMSE = errors?.RMSE,
            R2 = errors?.R2(_data.AllTargets),
        };
    }

    private Span<float> RunBatch(int rows, ReadOnlySpan<float> parameters, bool isFrozen)
    {
        Span<float> outputs = _outputs.AsSpan(0, rows * _plan.OutputSize);
        Span<float> rowLosses = _rowLosses.AsSpan(0, rows * _plan.LossesPerRow);
        rowLosses.Clear();
        var pass = new Pass<float>(new(new Work(rows), _rows.Length, _batch.Features, outputs, parameters, _workspace, isFrozen))
        {
            Labels = _batch.UsesLabels ? _batch.Labels : default,
            Targets = _batch.Targets,
            RowLosses = rowLosses,
        };
        InferencePass<float> inference = pass.Inference;
        TNet.Code.Infer(in inference);
        _divisor += TNet.Code.Loss(in pass);
        foreach (float loss in rowLosses)
            _lossSum += loss;
        // Errors are of predictions: of rates, where the outputs are logarithms of rates.
        if (_loss.Decision == DecisionKind.None)
            TNet.Code.Transform(in inference);
        return outputs;
    }
}
