namespace ActGen.Runtime.Tests.Proofs.Specs;

/// <summary>Parameters, inputs and targets for a network, reproducible from a seed. Every value is a float, so that float and double programs read the same numbers.</summary>
internal sealed record Batch(int Rows, double[][] Tensors, double[] Inputs, Targets? Targets)
{
    /// <summary>The square of a value, and a sum of squares, is still a float.</summary>
    private const double LargestValue = 1e15;

    /// <summary>Draws until no element of any layer or of the loss is closer to a kink than <paramref name="margin"/>: there float and
    /// double, or the two sides of a difference quotient, take different branches; and until no value is out of float's reach.</summary>
    public static Batch Draw(NetworkSpec spec, int rows, int seed, Run run, double margin = 1e-4) =>
        TryDraw(spec, rows, seed, run, attempts: 1000, margin) ?? throw new InvalidOperationException($"No inputs away from the kinks and within range were found in 1,000 draws for\n{spec}");

    /// <summary>The same; null when none is found in that many draws.</summary>
    public static Batch? TryDraw(NetworkSpec spec, int rows, int seed, Run run, int attempts, double margin = 1e-4)
    {
        Interpreter interpreter = new(spec);
        for (int attempt = 0; attempt < attempts; attempt++)
        {
            Batch batch = Draw(spec, rows, new Random((seed * 1009) + attempt));
            Interpreter.Tape tape = interpreter.Forward(batch.Tensors, batch.Inputs, run);
            if (tape.Largest < LargestValue && tape.DistanceToKink > margin && (spec.Loss is null || spec.Loss.DistanceToKink(tape.Outputs, batch.Targets!) > margin))
                return batch;
        }
        return null;
    }

    private static Batch Draw(NetworkSpec spec, int rows, Random random)
    {
        double[][] tensors = [.. spec.Layers.SelectMany((layer, i) => DrawTensors(layer, spec.Widths[i], random))];
        // Means and variances in turn, which draw nothing where there are none.
        double[][] statistics = [.. spec.StatisticShapes.Select((shape, i) => Enumerable.Range(0, shape[0]).Select(_ => Single(i % 2 == 0 ? 0.3 * Normal(random) : 0.5 + Math.Abs(Normal(random)))).ToArray())];
        double[] inputs = [.. Enumerable.Range(0, rows * spec.InputSize).Select(_ => Normal(random))];
        return new Batch(rows, [.. tensors, .. statistics], inputs, spec.Loss is null ? null : DrawTargets(spec, spec.Loss, rows * spec.Positions, random) with { Rows = rows });
    }

    private static IEnumerable<double[]> DrawTensors(LayerSpec layer, int width, Random random)
    {
        IReadOnlyList<int[]> shapes = layer.TensorShapes(width);
        for (int i = 0; i < shapes.Count; i++)
        {
            (double start, double scale) = layer.Distribution(i, shapes[i]);
            yield return [.. Enumerable.Range(0, shapes[i].Aggregate(1, (p, n) => p * n)).Select(_ => Single(start + (scale * Normal(random))))];
        }
    }

    private static Targets DrawTargets(NetworkSpec spec, LossSpec loss, int rows, Random random)
    {
        int width = loss.TargetWidth(spec.Widths[^1]);
        return loss.Sort switch
        {
            TargetSort.Labels => new([.. Enumerable.Range(0, rows).Select(_ => loss.Ignored is { } ignored && random.Next(4) == 0 ? ignored : random.Next(width))], null),
            TargetSort.Probabilities => new(null, Rows(() => [.. Simplex(width, random).Select(Single)])),
            TargetSort.ZeroOrOne => new(null, Rows(() => Enumerable.Range(0, width).Select(_ => random.Next(3) == 0 ? Single(random.NextDouble()) : random.Next(2)).ToArray())),
            TargetSort.LogProbabilities => new(null, Rows(() => [.. Simplex(width, random).Select(p => Single(Math.Log(p)))])),
            TargetSort.Sign => new(null, Rows(() => Enumerable.Range(0, width).Select(_ => (2.0 * random.Next(2)) - 1).ToArray())),
            TargetSort.Count => new(null, Rows(() => Enumerable.Range(0, width).Select(_ => (double)random.Next(5)).ToArray())),
            _ => new(null, Rows(() => Enumerable.Range(0, width).Select(_ => Normal(random)).ToArray())),
        };

        double[][] Rows(Func<double[]> row) => [.. Enumerable.Range(0, rows).Select(_ => row())];
    }

    private static double[] Simplex(int width, Random random)
    {
        double[] weights = [.. Enumerable.Range(0, width).Select(_ => random.NextDouble() + 0.01)];
        return [.. weights.Select(weight => weight / weights.Sum())];
    }

    private static double Normal(Random random) =>
        Single(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));

    private static double Single(double value) => (float)value;
}
