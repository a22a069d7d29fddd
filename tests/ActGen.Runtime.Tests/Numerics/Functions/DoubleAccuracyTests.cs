using System.Globalization;
using ActGen.CompilerServices;

namespace ActGen.Runtime.Tests.Numerics.Functions;

/// <summary>The double kernels against correctly rounded values, computed with 1,200 bits (tools/coefficients/golden.py).</summary>
public sealed class DoubleAccuracyTests
{
    /// <summary>The promise of docs/numerics.md.</summary>
    private const double Promise = 4;

    public static TheoryData<string> Names => FunctionCases.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Error_stays_within_the_promise(string name)
    {
        (double X, double Exact)[] rows = [.. Read(name)];
        Assert.True(rows.Length >= 100);
        double[] x = [.. rows.Select(row => row.X)], y = new double[x.Length];
        FunctionCases.Of(name).Apply<double, Simd512<double>>(x, y);
        for (int i = 0; i < x.Length; i++)
        {
            double error = Math.Abs(y[i] - rows[i].Exact) / (Math.BitIncrement(Math.Abs(rows[i].Exact)) - Math.Abs(rows[i].Exact));
            Assert.True(error <= Promise, $"{name}({x[i]:R}) is {y[i]:R}, expected {rows[i].Exact:R}: {error} ULP");
        }
    }

    [Theory]
    [InlineData("Exp", 0.0, 1.0)]
    [InlineData("Expm1", -0.0, -0.0)]
    [InlineData("Log1p", -0.0, -0.0)]
    [InlineData("Tanh", -0.0, -0.0)]
    [InlineData("Erf", -0.0, -0.0)]
    [InlineData("Sigmoid", 0.0, 0.5)]
    [InlineData("NormalCdf", 0.0, 0.5)]
    [InlineData("Softplus", 1000.0, 1000.0)]
    [InlineData("Exp", 1000.0, double.PositiveInfinity)]
    [InlineData("Exp", double.NegativeInfinity, 0.0)]
    [InlineData("Tanh", double.NegativeInfinity, -1.0)]
    [InlineData("Erf", double.PositiveInfinity, 1.0)]
    [InlineData("NormalCdf", double.NegativeInfinity, 0.0)]
    [InlineData("Sigmoid", double.NegativeInfinity, 0.0)]
    [InlineData("Log", 0.0, double.NegativeInfinity)]
    [InlineData("Erfc", 0.0, 1.0)]
    [InlineData("Erfc", double.NegativeInfinity, 2.0)]
    [InlineData("Sin", -0.0, -0.0)]
    [InlineData("Cos", 0.0, 1.0)]
    [InlineData("Sin", double.PositiveInfinity, double.NaN)]
    [InlineData("Atan", double.NegativeInfinity, -1.5707963267948966)]
    [InlineData("Log", 5e-324, -744.4400719213812)]
    public void Has_its_value(string name, double x, double expected)
    {
        double[] y = new double[1];
        FunctionCases.Of(name).Apply<double, Simd512<double>>([x], y);
        Assert.True(Floats.AreSame(expected, y[0]), $"{name}({x:R}) is {y[0]:R}, expected {expected:R}");
    }

    private static IEnumerable<(double X, double Exact)> Read(string name)
    {
        using Stream file = typeof(DoubleAccuracyTests).Assembly.GetManifestResourceStream("DoubleValues.csv")!;
        using StreamReader reader = new(file);
        while (reader.ReadLine() is { } line)
        {
            string[] cells = line.Split(',');
            if (cells[0] == name)
                yield return (Parse(cells[1]), Parse(cells[2]));
        }
    }

    private static double Parse(string bits) => BitConverter.UInt64BitsToDouble(ulong.Parse(bits, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
}
