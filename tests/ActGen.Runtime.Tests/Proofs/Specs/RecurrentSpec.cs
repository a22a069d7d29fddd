namespace ActGen.Runtime.Tests.Proofs.Specs;

/// <summary>A state that goes from step to step, unit by unit by PyTorch's equations, and its gradient step by step back.</summary>
/// <param name="Cell">RNN, LSTM or GRU.</param>
/// <param name="Units">Elements of the state.</param>
internal sealed record RecurrentSpec(string Cell, int Units) : ImageSpec
{
    public bool ReturnSequences { get; init; }

    public bool Bidirectional { get; init; }

    /// <summary>Whether an RNN has max(z, 0) for tanh z.</summary>
    public bool Rectified { get; init; }

    /// <summary>How the weights of the input start.</summary>
    public Initializer Init { get; init; }

    public override string Attribute => $"{Cell}({Units}"
        + (Rectified ? ", Activation = RecurrentActivation.ReLU" : "")
        + (ReturnSequences ? ", ReturnSequences = true" : "")
        + (Bidirectional ? ", Bidirectional = true" : "")
        + (Init == Initializer.Auto ? "" : $", Init = Initializer.{Init}") + ")";

    public override SpecOrder Reads => SpecOrder.Declared;

    private int Gates => Cell switch { "LSTM" => 4, "GRU" => 3, _ => 1 };

    private int Directions => Bidirectional ? 2 : 1;

    public override bool Fits(SpecShape input) => input.Sizes.Length == 2;

    public override int OutputWidth(int inputWidth) => Directions * Units;

    public override SpecShape OutputShape(SpecShape input) => new(ReturnSequences ? [input.Sizes[0], Directions * Units] : [Directions * Units]);

    public override IReadOnlyList<int[]> TensorShapes(int inputWidth) =>
        [.. Enumerable.Range(0, Directions).SelectMany(_ => new int[][] { [inputWidth, Gates * Units], [Units, Gates * Units], [(Cell == "GRU" ? 4 : Gates) * Units] })];

    /// <summary>Weights of the state that keep its size, so that long sequences neither die nor explode.</summary>
    public override (double Start, double Scale) Distribution(int tensor, int[] shape) => (0, tensor % 3 == 1 ? 0.7 / Math.Sqrt(shape[0]) : shape.Length == 2 ? 1.2 / Math.Sqrt(shape[0]) : 0.3);

    public override double DistanceToKink(SpecShape shape, double[][] x, double[][] parameters) => !Rectified ? double.PositiveInfinity
        : x.SelectMany(row => Enumerable.Range(0, Directions).SelectMany(direction => Read(shape, row, parameters, direction, default))).SelectMany(step => step.Sums).Min(Math.Abs);

    public override double[][] Forward(SpecShape shape, double[][] x, double[][] parameters, Run run) =>
        [.. x.Select(row =>
        {
            double[] y = new double[OutputShape(shape).Size];
            for (int direction = 0; direction < Directions; direction++)
            {
                foreach (Step step in Read(shape, row, parameters, direction, run))
                {
                    // Without sequences the last state read stays.
                    for (int unit = 0; unit < Units; unit++)
                        y[Output(step.Time, direction, unit)] = step.State[unit];
                }
            }
            return y;
        })];

    public override double[][] Backward(SpecShape shape, double[][] x, double[][] y, double[][] g, double[][] parameters, double[][] gradients, Run run)
    {
        double[][] dx = [.. x.Select(row => new double[row.Length])];
        for (int b = 0; b < x.Length; b++)
        {
            for (int direction = 0; direction < Directions; direction++)
                Back(shape, x[b], g[b], parameters, gradients, direction, dx[b], run);
        }
        return dx;
    }

    /// <summary>One step: what its equations name.</summary>
    private sealed record Step(int Time, double[] Sums, double[] StateSums, double[] Gates, double[] Cell, double[] State, double[] CellBefore, double[] StateBefore);

    private List<Step> Read(SpecShape shape, double[] row, double[][] parameters, int direction, Run run)
    {
        int steps = shape.Sizes[0], inputs = shape.Last, columns = Gates * Units;
        double[] w = parameters[3 * direction], u = parameters[(3 * direction) + 1], b = parameters[(3 * direction) + 2], h = new double[Units], c = new double[Units];
        List<Step> read = [];
        for (int i = 0; i < steps; i++)
        {
            int time = direction == 0 ? i : steps - 1 - i;
            double[] sums = new double[columns], stateSums = new double[columns], gates = new double[columns], cell = new double[Units], state = new double[Units];
            for (int column = 0; column < columns; column++)
            {
                sums[column] = b[column] + Enumerable.Range(0, inputs).Sum(k => row[(time * inputs) + k] * w[(k * columns) + column]);
                stateSums[column] = Enumerable.Range(0, Units).Sum(k => h[k] * u[(k * columns) + column]);
            }
            for (int unit = 0; unit < Units; unit++)
            {
                if (Cell == "GRU")
                {
                    stateSums[(2 * Units) + unit] += b[(3 * Units) + unit];
                    double r = Gate(unit, 0, Sigmoid), z = Gate(unit, 1, Sigmoid);
                    double n = gates[(2 * Units) + unit] = run.Stored(Math.Tanh(sums[(2 * Units) + unit] + (r * stateSums[(2 * Units) + unit])));
                    state[unit] = run.Stored(((1 - z) * n) + (z * h[unit]));
                }
                else if (Cell == "LSTM")
                {
                    double input = Gate(unit, 0, Sigmoid), forget = Gate(unit, 1, Sigmoid), candidate = Gate(unit, 2, Math.Tanh), output = Gate(unit, 3, Sigmoid);
                    cell[unit] = run.Stored((forget * c[unit]) + (input * candidate));
                    state[unit] = run.Stored(output * Math.Tanh(cell[unit]));
                }
                else
                {
                    state[unit] = Gate(unit, 0, Rectified ? z => Math.Max(z, 0) : Math.Tanh);
                }
            }
            // For the distance to the kink.
            double[] all = Cell == "RNN" ? [.. sums.Zip(stateSums, (one, other) => one + other)] : sums;
            read.Add(new(time, all, stateSums, gates, cell, state, c, h));
            (c, h) = (cell, state);

            double Gate(int unit, int block, Func<double, double> f) => gates[(block * Units) + unit] = run.Stored(f(sums[(block * Units) + unit] + stateSums[(block * Units) + unit]));
        }
        return read;
    }

    private void Back(SpecShape shape, double[] row, double[] g, double[][] parameters, double[][] gradients, int direction, double[] dx, Run run)
    {
        int inputs = shape.Last, columns = Gates * Units;
        double[] w = parameters[3 * direction], u = parameters[(3 * direction) + 1];
        double[] dw = gradients[3 * direction], du = gradients[(3 * direction) + 1], db = gradients[(3 * direction) + 2], dh = new double[Units], dc = new double[Units];
        List<Step> read = Read(shape, row, parameters, direction, run);
        for (int i = read.Count - 1; i >= 0; i--)
        {
            Step step = read[i];
            // By what the input's product and the state's product gave.
            double[] byInput = new double[columns], byState = new double[columns], before = new double[Units], cellBefore = new double[Units];
            for (int unit = 0; unit < Units; unit++)
            {
                double d = dh[unit] + (ReturnSequences || i == read.Count - 1 ? g[Output(step.Time, direction, unit)] : 0);
                double At(int block) => step.Gates[(block * Units) + unit];
                if (Cell == "GRU")
                {
                    double r = At(0), z = At(1), n = At(2), q = step.StateSums[(2 * Units) + unit];
                    double byCandidate = d * (1 - z) * (1 - (n * n));
                    Set(0, unit, byCandidate * q * r * (1 - r));
                    Set(1, unit, d * (step.StateBefore[unit] - n) * z * (1 - z));
                    byInput[(2 * Units) + unit] = run.Stored(byCandidate);
                    byState[(2 * Units) + unit] = run.Stored(byCandidate * r);
                    before[unit] = d * z;
                }
                else if (Cell == "LSTM")
                {
                    double input = At(0), forget = At(1), candidate = At(2), output = At(3), tanh = Math.Tanh(step.Cell[unit]);
                    double byCell = dc[unit] + (d * output * (1 - (tanh * tanh)));
                    Set(0, unit, byCell * candidate * input * (1 - input));
                    Set(1, unit, byCell * step.CellBefore[unit] * forget * (1 - forget));
                    Set(2, unit, byCell * input * (1 - (candidate * candidate)));
                    Set(3, unit, d * tanh * output * (1 - output));
                    cellBefore[unit] = byCell * forget;
                }
                else
                {
                    Set(0, unit, d * (Rectified ? step.State[unit] > 0 ? 1 : 0 : 1 - (step.State[unit] * step.State[unit])));
                }
            }
            for (int column = 0; column < columns; column++)
            {
                db[column] += byInput[column];
                for (int k = 0; k < inputs; k++)
                {
                    dw[(k * columns) + column] += row[(step.Time * inputs) + k] * byInput[column];
                    dx[(step.Time * inputs) + k] += byInput[column] * w[(k * columns) + column];
                }
                for (int k = 0; k < Units; k++)
                {
                    du[(k * columns) + column] += step.StateBefore[k] * byState[column];
                    before[k] += byState[column] * u[(k * columns) + column];
                }
            }
            for (int unit = 0; Cell == "GRU" && unit < Units; unit++)
                db[(3 * Units) + unit] += byState[(2 * Units) + unit];
            (dh, dc) = ([.. before.Select(run.Stored)], [.. cellBefore.Select(run.Stored)]);

            void Set(int block, int unit, double value) => byInput[(block * Units) + unit] = byState[(block * Units) + unit] = run.Stored(value);
        }
    }

    private int Output(int time, int direction, int unit) => (ReturnSequences ? time * Directions * Units : 0) + (direction * Units) + unit;

    private static double Sigmoid(double z) => 1 / (1 + Math.Exp(-z));
}
