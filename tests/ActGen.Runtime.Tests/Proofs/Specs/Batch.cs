namespace ActGen.Runtime.Tests.Proofs.Specs;

/// <summary>Parameters, inputs and targets for a network, reproducible from a seed. Every value is a float, so that float and double programs read the same numbers.</summary>
internal sealed record Batch(int Rows, double[][] Tensors, double[] Inputs, Targets? Targets)
{
    /// <summary>Draws until no element of any layer or of the loss is closer to a kink than <paramref name="margin"/>: there float and
    /// double, or the two sides of a difference quotient, take different branches.</summary>
    public static Batch Draw(NetworkSpec spec, int rows, int seed, Run run, double margin = 1e-4)
    {
        Interpreter interpreter = new(spec);
        for (int attempt = 0; attempt < 1000; attempt++)
        {
            Batch batch = Draw(spec, rows, new Random((seed * 1009) + attempt));
            Interpreter.Tape tape = interpreter.Forward(batch.Tensors, batch.Inputs, run);
            if (tape.DistanceToKink > margin && (spec.Loss is null || spec.Loss.DistanceToKink(tape.Outputs, batch.Targets!) > margin))
                return batch;
        }
        throw new InvalidOperationException($"No inputs away from the kinks were found in 1,000 draws for\n{spec}");
    }

    private static Batch Draw(NetworkSpec spec, int rows, Random random)
    {
        double[][] tensors = [.. spec.Layers.SelectMany((layer, i) => DrawTensors(layer, spec.Widths[i], random))];
        double[] inputs = [.. Enumerable.Range(0, rows * spec.InputSize).Select(_ => Normal(random))];
        return new Batch(rows, tensors, inputs, spec.Loss is null ? null : DrawTargets(spec, spec.Loss, rows * spec.Positions, random));
    }

    /// <summary>Weights with the variance that keeps a signal's size, small biases, learned activation parameters near their start.</summary>
    private static IEnumerable<double[]> DrawTensors(LayerSpec layer, int width, Random random)
    {
        IReadOnlyList<int[]> shapes = layer.TensorShapes(width);
        for (int i = 0; i < shapes.Count; i++)
        {
            double start = layer is ActivationSpec a ? a.Definition.Fill(a.Parameters)[a.Definition.Learned[i]] : 0;
            double scale = layer is ActivationSpec ? 0.1 : shapes[i].Length == 2 ? 1.2 / Math.Sqrt(shapes[i][0]) : 0.3;
            yield return [.. Enumerable.Range(0, shapes[i].Aggregate(1, (p, n) => p * n)).Select(_ => Single(start + (scale * Normal(random))))];
        }
    }

    private static Targets DrawTargets(NetworkSpec spec, LossSpec loss, int rows, Random random)
    {
        int width = spec.Widths[^1];
        return loss.Sort switch
        {
            TargetSort.Labels => new([.. Enumerable.Range(0, rows).Select(_ => loss.Ignored is { } ignored && random.Next(4) == 0 ? ignored : random.Next(width))], null),
            TargetSort.Probabilities => new(null, Rows(() => [.. Simplex(width, random).Select(Single)])),
            TargetSort.ZeroOrOne => new(null, Rows(() => Enumerable.Range(0, width).Select(_ => random.Next(3) == 0 ? Single(random.NextDouble()) : random.Next(2)).ToArray())),
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
