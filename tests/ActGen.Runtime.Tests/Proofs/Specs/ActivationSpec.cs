using ActGen.Runtime.Tests.Proofs.Definitions;

namespace ActGen.Runtime.Tests.Proofs.Specs;

/// <summary>y = f(x; p), differentiated by dual numbers.</summary>
/// <param name="Definition">f.</param>
/// <param name="Parameters">The values of f's parameters as declared; learned ones start there.</param>
internal sealed record ActivationSpec(ActivationDefinition Definition, params double[] Parameters) : LayerSpec
{
    public override string Attribute => Definition.Attribute(Parameters);

    public override IReadOnlyList<int[]> TensorShapes(int inputWidth) => [.. Definition.Learned.Select(_ => new[] { 1 })];

    public override double[][] Forward(double[][] x, double[][] parameters, int layer, Run run)
    {
        double[] p = Values(parameters);
        return [.. x.Select(row => row.Select(value => Definition.Value(value, p)).ToArray())];
    }

    public override double[][] Backward(double[][] x, double[][] y, double[][] g, double[][] parameters, double[][] gradients, int layer, Run run)
    {
        double[] p = Values(parameters);
        for (int learned = 0; learned < Definition.Learned.Count; learned++)
        {
            int parameter = Definition.Learned[learned];
            gradients[learned][0] += x.Zip(g, (row, up) => row.Zip(up, (value, u) => u * Definition.ParameterDerivative(value, p, parameter)).Sum()).Sum();
        }
        return [.. x.Select((row, b) => row.Select((value, i) => g[b][i] * Definition.Derivative(value, p)).ToArray())];
    }

    /// <summary>An element exactly at a kink got there by a clamp, dropout or softmax of one: it stays there under small changes and in float too.</summary>
    public override double DistanceToKink(double[][] x, double[][] parameters) =>
        x.SelectMany(row => row).SelectMany(value => Definition.Kinks.Select(kink => Math.Abs(value - kink))).Where(distance => distance > 0).DefaultIfEmpty(double.PositiveInfinity).Min();

    public bool Equals(ActivationSpec? other) => other is not null && Definition == other.Definition && Parameters.SequenceEqual(other.Parameters);

    public override int GetHashCode() => Definition.GetHashCode();

    private double[] Values(double[][] tensors)
    {
        double[] values = Definition.Fill(Parameters);
        for (int learned = 0; learned < Definition.Learned.Count; learned++)
            values[Definition.Learned[learned]] = tensors[learned][0];
        return values;
    }
}
