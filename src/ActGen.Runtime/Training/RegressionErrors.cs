namespace ActGen;

/// <summary>Errors of real predictions, added in double in row order.</summary>
/// <param name="size">Targets of a row.</param>
/// <param name="width">Targets of a position of a row.</param>
/// <param name="stride">Predictions of a position, of which the first are those of its targets.</param>
internal sealed class RegressionErrors(int size, int width, int stride)
{
    private readonly double[] _squares = new double[size];
    private double _absolute;
    private long _rows;

    public double MAE => _absolute / (_rows * size);

    public double RMSE => double.Sqrt(_squares.Sum() / (_rows * size));

    /// <summary>Counts a batch.</summary>
    /// <param name="predictions">Rows × output size.</param>
    /// <param name="targets">Rows × target size.</param>
    public void Add(ReadOnlySpan<float> predictions, ReadOnlySpan<float> targets)
    {
        _rows += targets.Length / size;
        for (int i = 0; i < targets.Length; i++)
        {
            double error = (double)predictions[(i / width * stride) + (i % width)] - targets[i];
            _absolute += double.Abs(error);
            _squares[i % size] += error * error;
        }
    }

    /// <summary>R² against the targets' own means, for each target; their average.</summary>
    /// <param name="targets">The targets of all rows counted.</param>
    public double R2(ReadOnlySpan<float> targets)
    {
        double sum = 0;
        for (int target = 0; target < size; target++)
        {
            double mean = 0, spread = 0;
            for (int i = target; i < targets.Length; i += size)
                mean += targets[i] / (double)_rows;
            for (int i = target; i < targets.Length; i += size)
                spread += (targets[i] - mean) * (targets[i] - mean);
            sum += spread > 0 ? 1 - (_squares[target] / spread) : _squares[target] == 0 ? 1 : 0;
        }
        return sum / size;
    }
}
