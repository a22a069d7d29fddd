using ActGen.Frontend.Calculus;
using ActGen.Frontend.Collections;

namespace ActGen.Frontend.Facts;

/// <summary>An element-wise formula with the values that its parameters have in one layer, none of them learned or random.</summary>
/// <param name="Formula">f.</param>
/// <param name="Parameters">One value per parameter.</param>
internal sealed record ElementFunction(Formula Formula, EquatableArray<double> Parameters)
{
    /// <summary>What it is like.</summary>
    public FormulaFacts Facts => FormulaFacts.Of(Formula, Parameters);

    /// <summary>Functions, and divisions, that an element costs.</summary>
    public OperationCount Cost => OperationCount.Of(FormulaAnalysis.Of(Formula).Kernel.Forward);

    /// <summary>f at some points.</summary>
    public double[] At(params double[] points) => Evaluator.At(FormulaAnalysis.Of(Formula).Function, points, [.. Parameters]);

    /// <summary>f′ at a point, by the kernel's convention where f has a kink.</summary>
    public double SlopeAt(double x) => Evaluator.At(FormulaAnalysis.Of(Formula).Derivative, x, [.. Parameters]);

    /// <summary>Moments over a normal input of mean square q.</summary>
    public FormulaMoments MomentsAt(double q) => FormulaAnalysis.Of(Formula).Moments(Parameters, q);
}
