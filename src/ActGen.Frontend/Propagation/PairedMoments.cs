using ActGen.Frontend.Calculus;
using ActGen.Frontend.Collections;
using ActGen.Frontend.Model;

namespace ActGen.Frontend.Propagation;

/// <summary>E f(u)·f(v) for normal u and v alike, by their correlation ρ: Σ aₙ²ρⁿ, aₙ the coefficients of f by orthonormal Hermite polynomials (Mehler 1866; the same
/// series as in Daniely, Frostig &amp; Singer 2016, "Toward Deeper Understanding of Neural Networks").</summary>
internal sealed class PairedMoments
{
    private const double Step = 1.0 / 32, Reach = 8;
    private const int Points = (int)(2 * Reach / Step), Terms = 24;

    /// <summary>Where functions are asked: off the middle, where kinks are.</summary>
    private static readonly double[] Z = [.. Enumerable.Range(0, Points).Select(i => ((i + 0.5) * Step) - Reach)];

    private static readonly double[] Weights = [.. Z.Select(static z => Step * RealMath.NormalPdf(z))];

    /// <summary>The polynomials at those points.</summary>
    private static readonly double[][] Polynomials = Hermite();

    private static readonly MemoTable<(Expression, EquatableArray<double>, double, double, bool), PairedMoments> Known = new(4096);

    /// <summary>aₙ², and what is left of E f² behind them.</summary>
    private readonly double[] _squares = new double[Terms + 1];

    private PairedMoments(double[] values)
    {
        double[] weighted = [.. values.Select(static (value, i) => Weights[i] * value)];
        for (int n = 0; n < Terms; n++)
        {
            double[] polynomial = Polynomials[n];
            double sum = 0;
            for (int i = 0; i < Points; i++)
                sum += weighted[i] * polynomial[i];
            _squares[n] = sum * sum;
        }
        double all = 0;
        for (int i = 0; i < Points; i++)
            all += weighted[i] * values[i];
        _squares[Terms] = Math.Max(all - _squares.Sum(), 0);
    }

    /// <summary>c of the values behind an activation.</summary>
    /// <param name="layer">f.</param>
    /// <param name="input">Its input.</param>
    /// <param name="f">Its moments there.</param>
    public static double Common(PlannedActivation layer, Signal input, FormulaMoments f)
    {
        if (!(f.MeanSquare > 0) || double.IsInfinity(f.MeanSquare))
            return 0;
        double paired = input.Correlation > 0 ? Of(layer, FormulaAnalysis.Of(layer.Formula).Function, input).Share(input.Correlation) : f.Mean * f.Mean / f.MeanSquare;
        return RealMath.IsFinite(paired) ? Math.Min(paired, 1) : 0;
    }

    /// <summary>c of the gradient before it.</summary>
    /// <param name="layer">f.</param>
    /// <param name="input">Its input.</param>
    /// <param name="behind">c of the gradient behind it.</param>
    public static double CommonGradient(PlannedActivation layer, Signal input, double behind)
    {
        if (!(behind > 0) || !(input.MeanSquare > 0) || double.IsInfinity(input.MeanSquare))
            return 0;
        double passed = behind * Of(layer, FormulaAnalysis.Of(layer.Formula).Derivative, input).Share(input.Correlation);
        return RealMath.IsFinite(passed) ? passed : 0;
    }

    /// <summary>E f²(u)·f²(v)/(E f²)² of an activation or of its derivative.</summary>
    public static double OfSquares(PlannedActivation layer, Signal input, bool isDerivative)
    {
        if (!(input.Correlation > 0) || !(input.MeanSquare > 0) || double.IsInfinity(input.MeanSquare))
            return 1;
        FormulaAnalysis f = FormulaAnalysis.Of(layer.Formula);
        PairedMoments squares = Of(layer, isDerivative ? f.Derivative : f.Function, input, isSquared: true);
        double ratio = squares.At(input.Correlation) / squares._squares[0];
        return RealMath.IsFinite(ratio) ? ratio : 1;
    }

    private static PairedMoments Of(PlannedActivation layer, Expression function, Signal input, bool isSquared = false) => Known.GetOrAdd(
        (function, layer.Values.ToEquatableArray(), input.Mean, Quadrature.RoundToSixDigits(Math.Sqrt(Math.Max(input.Variance, 0))), isSquared),
        key =>
        {
            double[] x = [.. Z.Select(z => key.Item3 + (key.Item4 * z))];
            // Of a random parameter each place has another one.
            return new(layer.Range is { } range ? range.Mean(value => Values([value])) : Values([.. key.Item2]));

            double[] Values(double[] parameters) => key.Item5 ? [.. Evaluator.At(key.Item1, x, parameters).Select(static y => y * y)] : Evaluator.At(key.Item1, x, parameters);
        });

    /// <summary>E f(u)·f(v)/E f².</summary>
    private double Share(double correlation) => At(correlation) / At(1);

    /// <summary>E f(u)·f(v).</summary>
    private double At(double correlation)
    {
        double sum = 0, power = 1;
        foreach (double square in _squares)
        {
            sum += square * power;
            power *= correlation;
        }
        return sum;
    }

    /// <summary>√(n + 1)·hₙ₊₁ = z·hₙ − √n·hₙ₋₁.</summary>
    private static double[][] Hermite()
    {
        double[][] polynomials = [[.. Z.Select(static _ => 1.0)], Z, .. new double[Terms - 2][]];
        for (int n = 1; n + 1 < Terms; n++)
            polynomials[n + 1] = [.. Z.Select((z, i) => ((z * polynomials[n][i]) - (Math.Sqrt(n) * polynomials[n - 1][i])) / Math.Sqrt(n + 1))];
        return polynomials;
    }
}
