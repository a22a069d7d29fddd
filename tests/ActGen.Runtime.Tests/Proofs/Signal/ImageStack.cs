using ActGen.CompilerServices;
using ActGen.Runtime.Tests.Proofs.Programs;
using ActGen.Runtime.Tests.Proofs.Specs;

namespace ActGen.Runtime.Tests.Proofs.Signal;

/// <summary>A network over images, cut into segments between which values and gradients can be watched: each segment is a network of its own,
/// chained by hand over the weights that the product draws for the whole.</summary>
/// <param name="Name">What it is an example of.</param>
/// <param name="Input">Shape of one row.</param>
/// <param name="Segments">From input to output.</param>
internal sealed record ImageStack(string Name, int[] Input, params LayerSpec[][] Segments)
{
    /// <summary>How far signals may be from their prediction where the theory is rougher; null where it is not.</summary>
    public double? SignalBound { get; init; }

    /// <summary>Likewise gradients.</summary>
    public double? GradientBound { get; init; }

    /// <summary>The whole.</summary>
    public NetworkSpec Whole => new(Input, [.. Segments.SelectMany(segment => segment)]);

    /// <summary>The networks between two cuts.</summary>
    public IReadOnlyList<NetworkSpec> Parts
    {
        get
        {
            List<NetworkSpec> parts = [];
            int[] shape = Input;
            foreach (LayerSpec[] segment in Segments)
            {
                parts.Add(new(shape, segment));
                shape = parts[^1].Shapes[^1].Sizes;
            }
            return parts;
        }
    }

    /// <summary>Runs normal rows forward in training, and normal gradients back.</summary>
    public static StackRun Run(NetworkDefinition whole, IReadOnlyList<IDoubleNetwork> parts, int rows, int seed)
    {
        Queue<double[]> weights = new(Tensors(whole, seed));
        DoubleBatch[] batches = new DoubleBatch[parts.Count];
        double[][] values = new double[parts.Count + 1][], gradients = new double[parts.Count + 1][];
        values[0] = DeepStack.NormalRows(rows, whole.InputSize, seed);
        for (int i = 0; i < parts.Count; i++)
        {
            batches[i] = new(rows, Parameters(parts[i].Definition, weights), values[i], null, null, new(Training: true, Seed: seed));
            values[i + 1] = parts[i].Forward(batches[i]);
        }
        gradients[parts.Count] = DeepStack.NormalRows(rows, whole.OutputSize, seed + 1_000_000);
        for (int i = parts.Count - 1; i >= 0; i--)
            gradients[i] = parts[i].Backward(batches[i], gradients[i + 1]).Input;
        return new(values, gradients);
    }

    /// <summary>The trained tensors of a new network, one after the other.</summary>
    public static IEnumerable<double[]> Tensors(NetworkDefinition definition, int seed)
    {
        float[] parameters = new float[definition.Parameters.Sum(tensor => tensor.Length)];
        ParameterInitializer.Fill(definition.Parameters, seed, parameters);
        return definition.Parameters
            .Where(tensor => tensor.Kind != ParameterKind.Statistic)
            .Select(tensor => parameters.AsSpan(tensor.Offset, tensor.Length).ToArray().Select(value => (double)value).ToArray());
    }

    /// <summary>Those of a part, running statistics behind them, which training does not read.</summary>
    public static double[] Parameters(NetworkDefinition part, Queue<double[]> weights)
    {
        double[] parameters = new double[part.Parameters.Sum(tensor => tensor.Length)];
        foreach (ParameterInfo tensor in part.Parameters.Where(tensor => tensor.Kind != ParameterKind.Statistic))
            weights.Dequeue().CopyTo(parameters, tensor.Offset);
        return parameters;
    }
}
