namespace ActGen.Runtime.Tests.Proofs.Checks;

/// <summary>A difference quotient and what it cannot know: the rounding of f, divided by the step.</summary>
internal readonly record struct Quotient(double Slope, double Rounding);

/// <summary>Fourth-order central differences (Abramowitz &amp; Stegun 25.3.6 with Richardson's step): error h⁴·f⁽⁵⁾/30 and about ε·|f|/h.</summary>
internal static class FiniteDifferences
{
    /// <summary>2·10⁻⁵: truncation 10⁻²⁰, rounding 10⁻¹¹; twice the step stays far inside the margin that <see cref="KinkMargin"/> leaves.</summary>
    public const double Step = 2e-5;

    private const double UnitRoundoff = 1.0 / (1L << 53);

    /// <summary>How far from a kink every element must be so that no difference quotient straddles it.</summary>
    public const double KinkMargin = 1e-3;

    /// <summary>∂f/∂v for the variable <paramref name="variable"/>, which is restored.</summary>
    public static Quotient[] Derivative(Func<double[]> f, ref double variable)
    {
        double at = variable;
        double[] farLeft = At(f, ref variable, at - (2 * Step)), left = At(f, ref variable, at - Step);
        double[] right = At(f, ref variable, at + Step), farRight = At(f, ref variable, at + (2 * Step));
        variable = at;
        return [.. left.Select((value, i) => new Quotient((farLeft[i] - farRight[i] + (8 * (right[i] - value))) / (12 * Step), UnitRoundoff * Math.Abs(value) / Step))];
    }

    private static double[] At(Func<double[]> f, ref double variable, double at)
    {
        variable = at;
        return f();
    }
}
