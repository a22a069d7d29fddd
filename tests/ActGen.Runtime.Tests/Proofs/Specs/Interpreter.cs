namespace ActGen.Runtime.Tests.Proofs.Specs;

/// <summary>Runs a network by its definition in double: each layer's textbook loops in turn, backward in reverse. Knows nothing of kernels or plans.</summary>
/// <param name="spec">The network.</param>
/// <param name="first">Steps before it, where it is a block.</param>
internal sealed class Interpreter(NetworkSpec spec, int first = 0)
{
    private readonly IReadOnlyList<SpecShape> _shapes = spec.Shapes;

    /// <summary>Everything a forward pass computed.</summary>
    /// <param name="Values">Whole rows before each layer, then the outputs, as they are declared.</param>
    /// <param name="DistanceToKink">Of the nearest element in any layer.</param>
    public sealed record Tape(IReadOnlyList<double[][]> Values, double[][][] Parameters, Run Run, double DistanceToKink, int LastAxis)
    {
        /// <summary>Rows of the last axis of the outputs.</summary>
        public double[][] Outputs => [.. Values[^1].SelectMany(row => row.Chunk(LastAxis))];

        /// <summary>Magnitude of the largest value; NaN if any is.</summary>
        public double Largest => Values.SelectMany(rows => rows).SelectMany(row => row).Select(Math.Abs).Aggregate(0.0, Math.Max);
    }

    /// <summary>Gradients of a scalar.</summary>
    public sealed record Gradients(double[][] Tensors, double[] Input);

    /// <summary>The forward pass.</summary>
    /// <param name="tensors">One array per trained tensor.</param>
    /// <param name="inputs">Rows × input size.</param>
    /// <param name="run">Training or inference.</param>
    public Tape Forward(double[][] tensors, double[] inputs, Run run)
    {
        List<double[][]> values = [[.. inputs.Chunk(spec.InputSize)]];
        double[][][] parameters = Distribute(tensors);
        double distance = double.PositiveInfinity;
        for (int i = 0; i < spec.Layers.Count; i++)
        {
            if (spec.Layers[i] is ResidualSpec)
            {
                Tape block = Block(i).Forward(parameters[i], [.. values[i].SelectMany(row => row)], run);
                distance = Math.Min(distance, block.DistanceToKink);
                values.Add(Stored(Sum(values[i], block.Values[^1]), run));
                continue;
            }
            if (spec.Layers[i] is ImageSpec image)
            {
                distance = Math.Min(distance, image.DistanceToKink(_shapes[i], values[i], parameters[i]));
                values.Add(Stored(image.Forward(_shapes[i], values[i], parameters[i], run), run));
                continue;
            }
            double[][] x = _shapes[i].Split(values[i]);
            distance = Math.Min(distance, spec.Layers[i].DistanceToKink(x, parameters[i]));
            values.Add(Stored(OutputOf(i).Join(spec.Layers[i].Forward(x, parameters[i], Number(i), run)), run));
        }
        return new Tape(values, parameters, run, distance, _shapes[^1].Last);
    }

    /// <summary>The chain rule, layer by layer.</summary>
    /// <param name="tape">The forward pass.</param>
    /// <param name="outputGradient">Rows of the last axis.</param>
    public Gradients Backward(Tape tape, double[][] outputGradient)
    {
        double[][] tensors = [.. spec.TensorShapes.Select(shape => new double[shape.Aggregate(1, (a, b) => a * b)])];
        double[][][] gradients = Distribute(tensors);
        double[][] g = _shapes[^1].Join(outputGradient);
        for (int i = spec.Layers.Count - 1; i >= 0; i--)
        {
            if (spec.Layers[i] is ResidualSpec)
            {
                Tape block = Block(i).Forward(tape.Parameters[i], [.. tape.Values[i].SelectMany(row => row)], tape.Run);
                Gradients inner = Block(i).Backward(block, g);
                for (int t = 0; t < inner.Tensors.Length; t++)
                    inner.Tensors[t].CopyTo(gradients[i][t], 0);
                g = Stored(Sum(g, [.. inner.Input.Chunk(_shapes[i].Size)]), tape.Run);
                continue;
            }
            SpecShape output = OutputOf(i);
            g = Stored(spec.Layers[i] is ImageSpec image
                ? image.Backward(_shapes[i], tape.Values[i], tape.Values[i + 1], g, tape.Parameters[i], gradients[i], tape.Run)
                : _shapes[i].Join(spec.Layers[i].Backward(_shapes[i].Split(tape.Values[i]), output.Split(tape.Values[i + 1]), output.Split(g), tape.Parameters[i], gradients[i], Number(i), tape.Run)), tape.Run);
        }
        return new Gradients(tensors, [.. g.SelectMany(row => row)]);
    }

    /// <summary>A layer's number, from 1: its place among the steps.</summary>
    private int Number(int layer) => first + 1 + spec.Layers.Take(layer).Sum(one => one.Steps);

    /// <summary>A residual block, whose first step is the beginning itself.</summary>
    private Interpreter Block(int layer) => new(((ResidualSpec)spec.Layers[layer]).Inner(_shapes[layer]), Number(layer));

    private static double[][] Sum(double[][] one, double[][] other) => [.. one.Zip(other, (a, b) => a.Zip(b, (x, y) => x + y).ToArray())];

    private SpecShape OutputOf(int layer) => spec.Layers[layer].OutputShape(_shapes[layer]);

    private static double[][] Stored(double[][] rows, Run run) => run.Store is null ? rows : [.. rows.Select(row => row.Select(run.Stored).ToArray())];

    /// <summary>Each layer's share of the list of tensors, its running averages, where they are given, behind what it trains.</summary>
    private double[][][] Distribute(double[][] tensors)
    {
        IReadOnlyList<int> widths = spec.Widths;
        int[] counts = [.. spec.Layers.Select((layer, i) => layer.TensorShapes(widths[i]).Count)];
        Queue<double[]> trained = new(tensors.Take(counts.Sum())), statistics = new(tensors.Skip(counts.Sum()));
        return [.. spec.Layers.Select((layer, i) => Next(trained, counts[i]).Concat(Next(statistics, layer.StatisticShapes(widths[i]).Count)).ToArray())];

        static double[][] Next(Queue<double[]> queue, int count) => [.. Enumerable.Range(0, Math.Min(count, queue.Count)).Select(_ => queue.Dequeue())];
    }
}
