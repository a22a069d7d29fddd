using System.Globalization;

namespace ActGen.Runtime.Tests.Proofs.Definitions;

/// <summary>An activation as a textbook states it.</summary>
/// <param name="Name">The attribute's name, or a whole attribute where that is no plain name (<c>GELU(Approximate = true)</c>).</param>
/// <param name="Formula">f(x; p) on dual numbers.</param>
internal sealed record ActivationDefinition(string Name, Func<Dual, Dual[], Dual> Formula)
{
    /// <summary>Name of the struct that carries the formula in the product; by default the attribute's.</summary>
    public string Struct { get; init; } = Name;

    /// <summary>Defaults of the parameters.</summary>
    public IReadOnlyList<double> Defaults { get; init; } = [];

    /// <summary>Values that random networks take for the parameters: one list per variant, defaults first.</summary>
    public IReadOnlyList<double[]> Variants { get; init; } = [[]];

    /// <summary>Indices of the learned parameters.</summary>
    public IReadOnlyList<int> Learned { get; init; } = [];

    /// <summary>Points where a derivative of first or second order jumps.</summary>
    public IReadOnlyList<double> Kinks { get; init; } = [];

    /// <summary>C# source of the formula where it is a user's own.</summary>
    public string? Source { get; init; }

    /// <summary>The attribute with these arguments, without brackets.</summary>
    public string Attribute(double[] arguments) =>
        arguments.Length == 0 ? Name : $"{Name}({string.Join(", ", arguments.Select(value => value.ToString("R", CultureInfo.InvariantCulture)))})";

    /// <summary>All parameters: those given, then the defaults.</summary>
    public double[] Fill(double[] given) => [.. given, .. Defaults.Skip(given.Length)];

    /// <summary>f(x).</summary>
    public double Value(double x, double[] p) => Formula(x, Constants(p)).Value;

    /// <summary>∂f/∂x.</summary>
    public double Derivative(double x, double[] p) => Formula(new Dual(x, 1), Constants(p)).Tangent;

    /// <summary>∂f/∂p of one parameter.</summary>
    public double ParameterDerivative(double x, double[] p, int parameter)
    {
        Dual[] duals = Constants(p);
        duals[parameter] = new Dual(p[parameter], 1);
        return Formula(x, duals).Tangent;
    }

    public bool Equals(ActivationDefinition? other) => other is not null && Name == other.Name;

    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Name;

    private static Dual[] Constants(double[] p) => [.. p.Select(value => (Dual)value)];
}
