using System.Globalization;
using ActGen.Runtime.Tests.Proofs.Definitions;

namespace ActGen.Runtime.Tests.Proofs.Specs;

/// <summary>y = f(x; p), differentiated by dual numbers.</summary>
/// <param name="Definition">f.</param>
/// <param name="Parameters">The values of f's parameters as declared; learned ones start there.</param>
internal sealed record ActivationSpec(ActivationDefinition Definition, params double[] Parameters) : LayerSpec
{
    /// <summary>Whether each element of a row has learned values of its own.</summary>
    public bool PerChannel { get; init; }

    /// <summary>Whether its functions trade digits for speed; in double they have none to trade.</summary>
    public bool IsFast { get; init; }

    public override string Attribute => Definition.Name + Arguments(named: PerChannel ? "PerChannel = true" : "");

    /// <summary>The formula's type, where an attribute names it.</summary>
    public string TypeName => Definition.Source is null ? $"Formulas.{Definition.Struct}" : Definition.Struct;

    public override SpecOrder Reads => PerChannel ? SpecOrder.Features : SpecOrder.Any;

    public override ActivationSpec? Activation => this;

    public override IReadOnlyList<int[]> TensorShapes(int inputWidth) => [.. Definition.Learned.Select(_ => new[] { PerChannel ? inputWidth : 1 })];

    /// <summary>Learned parameters are near their start.</summary>
    public override (double Start, double Scale) Distribution(int tensor, int[] shape) => (Definition.Fill(Parameters)[Definition.Learned[tensor]], 0.1);

    /// <summary>An attribute's arguments with the values of the parameters, in brackets where there are any.</summary>
    /// <param name="first">What stands before them, or null.</param>
    /// <param name="named">What stands behind them, or empty.</param>
    public string Arguments(int? first = null, string named = "")
    {
        string[] arguments = [.. new[] { first?.ToString(CultureInfo.InvariantCulture) }.OfType<string>(), .. Parameters.Select(value => value.ToString("R", CultureInfo.InvariantCulture)),
            .. new[] { named, IsFast ? "Precision = Precision.Fast" : "" }.Where(argument => argument.Length > 0)];
        return arguments.Length == 0 ? "" : $"({string.Join(", ", arguments)})";
    }

    public override double[][] Forward(double[][] x, double[][] parameters, int layer, Run run) =>
        [.. x.Select(row => row.Select((value, i) => Definition.Value(value, Values(parameters, i))).ToArray())];

    public override double[][] Backward(double[][] x, double[][] y, double[][] g, double[][] parameters, double[][] gradients, int layer, Run run)
    {
        double[][] dx = [.. x.Select(row => new double[row.Length])];
        for (int b = 0; b < x.Length; b++)
        {
            for (int i = 0; i < x[b].Length; i++)
            {
                double[] p = Values(parameters, i);
                dx[b][i] = g[b][i] * Definition.Derivative(x[b][i], p);
                for (int learned = 0; learned < Definition.Learned.Count; learned++)
                    gradients[learned][PerChannel ? i : 0] += g[b][i] * Definition.ParameterDerivative(x[b][i], p, Definition.Learned[learned]);
            }
        }
        return dx;
    }

    /// <summary>An element exactly at a kink got there by a clamp, dropout or softmax of one: it stays there under small changes and in float too.</summary>
    public override double DistanceToKink(double[][] x, double[][] parameters) =>
        x.SelectMany(row => row).SelectMany(value => Definition.Kinks.Select(kink => Math.Abs(value - kink))).Where(distance => distance > 0).DefaultIfEmpty(double.PositiveInfinity).Min();

    public bool Equals(ActivationSpec? other) =>
        other is not null && Definition == other.Definition && Parameters.SequenceEqual(other.Parameters) && PerChannel == other.PerChannel && IsFast == other.IsFast;

    public override int GetHashCode() => Definition.GetHashCode();

    private double[] Values(double[][] tensors, int channel)
    {
        double[] values = Definition.Fill(Parameters);
        for (int learned = 0; learned < Definition.Learned.Count; learned++)
            values[Definition.Learned[learned]] = tensors[learned][PerChannel ? channel : 0];
        return values;
    }
}
