namespace ActGen.Runtime.Tests.Proofs.Checks;

/// <summary>Fourth-order central differences (Abramowitz &amp; Stegun 25.3.6 with Richardson's step): error h⁴·f⁽⁵⁾/30 and about ε·|f|/h.</summary>
internal static class FiniteDifferences
{
    /// <summary>2·10⁻⁵: truncation 10⁻²⁰, rounding 10⁻¹¹; twice the step stays far inside the margin that <see cref="KinkMargin"/> leaves.</summary>
    public const double Step = 2e-5;

    /// <summary>How far from a kink every element must be so that no difference quotient straddles it.</summary>
    public const double KinkMargin = 1e-3;

    /// <summary>∂f/∂v for the variable <paramref name="variable"/>, which is restored.</summary>
    public static double[] Derivative(Func<double[]> f, ref double variable)
    {
        double at = variable;
        variable = at - (2 * Step);
        double[] result = f();
        AddScaled(result, f, ref variable, at - Step, -8);
        AddScaled(result, f, ref variable, at + Step, 8);
        AddScaled(result, f, ref variable, at + (2 * Step), -1);
        variable = at;
        for (int i = 0; i < result.Length; i++)
            result[i] /= 12 * Step;
        return result;
    }

    private static void AddScaled(double[] sum, Func<double[]> f, ref double variable, double at, double factor)
    {
        variable = at;
        double[] value = f();
        for (int i = 0; i < sum.Length; i++)
            sum[i] += factor * value[i];
    }
}
