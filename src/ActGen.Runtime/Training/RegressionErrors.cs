namespace ActGen;

/// <summary>Errors of real predictions, added in double in row order.</summary>
internal sealed class RegressionErrors(int outputs)
{
    private readonly double[] _squares = new double[outputs];
    private double _absolute;
    private long _rows;

    public double MAE => _absolute / (_rows * outputs);

    public double RMSE => double.Sqrt(_squares.Sum() / (_rows * outputs));

    /// <summary>Counts a batch.</summary>
    public void Add(ReadOnlySpan<float> predictions, ReadOnlySpan<float> targets)
    {
        _rows += predictions.Length / outputs;
        for (int i = 0; i < predictions.Length; i++)
        {
            double error = (double)predictions[i] - targets[i];
            _absolute += double.Abs(error);
            _squares[i % outputs] += error * error;
        }
    }

    /// <summary>R² against the targets' own means, for each output; their average.</summary>
    /// <param name="targets">The targets of all rows counted.</param>
    public double R2(ReadOnlySpan<float> targets)
    {
        double sum = 0;
        for (int output = 0; output < outputs; output++)
        {
            double mean = 0, spread = 0;
            for (int i = output; i < targets.Length; i += outputs)
                mean += targets[i] / (double)_rows;
            for (int i = output; i < targets.Length; i += outputs)
                spread += (targets[i] - mean) * (targets[i] - mean);
            sum += spread > 0 ? 1 - (_squares[output] / spread) : _squares[output] == 0 ? 1 : 0;
        }
        return sum / outputs;
    }
}
