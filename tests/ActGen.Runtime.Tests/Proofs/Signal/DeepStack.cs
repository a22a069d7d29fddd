using ActGen.CompilerServices;
using ActGen.Runtime.Tests.Proofs.Definitions;
using ActGen.Runtime.Tests.Proofs.Programs;
using ActGen.Runtime.Tests.Proofs.Specs;

namespace ActGen.Runtime.Tests.Proofs.Signal;

/// <summary>A stack of equal layers, each a dense one with an activation, whose insides can be watched: the product's code for one layer
/// is chained by hand over the weights that the product draws for the whole.</summary>
/// <param name="Activation">Name of the activation.</param>
/// <param name="Init">How weights start.</param>
/// <param name="Width">Units of a layer, and inputs.</param>
/// <param name="Depth">Layers.</param>
internal sealed record DeepStack(string Activation, Initializer Init, int Width, int Depth)
{
    public NetworkSpec Whole => new([Width], [.. Enumerable.Repeat(Layer, Depth).SelectMany(layer => layer)]);

    public NetworkSpec Block => new([Width], Layer);

    private LayerSpec[] Layer => [new DenseSpec(Width) { Init = Init }, new ActivationSpec(ActivationDefinitions.Named(Activation))];

    /// <summary>A new network of this kind, as the product starts it.</summary>
    public static double[] Parameters(NetworkDefinition definition, int seed)
    {
        float[] parameters = new float[definition.Parameters.Sum(tensor => tensor.Length)];
        ParameterInitializer.Fill(definition.Parameters, seed, parameters);
        return [.. parameters.Select(value => (double)value)];
    }

    /// <summary>Runs rows forward through all layers and a random gradient back.</summary>
    public StackRun Run(IDoubleNetwork block, double[] parameters, double[] inputs, double[] outputGradient)
    {
        int rows = inputs.Length / Width;
        double[][] values = new double[Depth + 1][], gradients = new double[Depth + 1][];
        values[0] = inputs;
        gradients[Depth] = outputGradient;
        for (int layer = 0; layer < Depth; layer++)
            values[layer + 1] = block.Infer(Batch(layer));
        for (int layer = Depth - 1; layer >= 0; layer--)
            gradients[layer] = block.Backward(Batch(layer), gradients[layer + 1]).Input;
        return new StackRun(values, gradients);

        DoubleBatch Batch(int layer)
        {
            int size = parameters.Length / Depth;
            return new DoubleBatch(rows, parameters[(layer * size)..((layer + 1) * size)], values[layer], null, null, new Run(Training: false));
        }
    }

    /// <summary>Normal rows, each with mean square 1.</summary>
    public static double[] NormalRows(int rows, int width, int seed)
    {
        float[] values = new float[rows * width];
        RandomDeviates.FillNormal(new RandomStream(seed, Layer: 1, Step: 0), 0, 1, values);
        return [.. values.Chunk(width).SelectMany(row => row.Select(value => value / Math.Sqrt(MeanSquare(row))))];

        static double MeanSquare(float[] row) => row.Average(value => (double)value * value);
    }
}

/// <summary>Values before the first layer and behind each, and the gradients by them.</summary>
internal sealed record StackRun(double[][] Values, double[][] Gradients)
{
    public static double MeanSquare(double[] values) => values.Average(value => value * value);
}
