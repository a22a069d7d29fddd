using ActGen.Frontend.Collections;

namespace ActGen.Frontend.Calculus;

/// <summary>What anyone may ask about a formula. Pure and remembered by value.</summary>
internal sealed class FormulaAnalysis
{
    private static readonly MemoTable<Formula, FormulaAnalysis> Known = new();
    private static readonly MemoTable<(Expression, EquatableArray<double>, double), FormulaMoments> KnownMoments = new(4096);
    private static readonly MemoTable<(Formula, EquatableArray<double>), bool> DeterminedByOutput = new();

    /// <summary>Share of the mean square below which what is around a mean is no variance any more.</summary>
    private const double LeastVariance = 1e-6;

    private readonly FormulaDerivation _derivation;
    private readonly Lazy<FormulaKernel> _kernel;

    private FormulaAnalysis(Formula formula)
    {
        Formula = formula;
        _derivation = FormulaDerivation.Of(formula.Expression, formula.Parameters);
        _kernel = new Lazy<FormulaKernel>(() => FormulaKernel.Of(_derivation, formula.Parameters));
    }

    public Formula Formula { get; }

    /// <summary>f, simplified.</summary>
    public Expression Function => _derivation.Function;

    /// <summary>f′ in x.</summary>
    public Expression Derivative => _derivation.Derivative;

    /// <summary>f′ in y, as people write it, or null.</summary>
    public Expression? DerivativeOfOutput => _derivation.OutputForm?.Formula;

    /// <summary>∂f/∂p of the learnable parameters, 0 for the others.</summary>
    public EquatableArray<Expression> ParameterDerivatives => _derivation.ParameterDerivatives;

    /// <summary>The operations of the generated kernel.</summary>
    public FormulaKernel Kernel => _kernel.Value;

    /// <summary>Whether <c>Precision.Fast</c> makes a difference.</summary>
    public bool HasFastForm => Kernel.HasFastForm;

    /// <summary>f as people write it: <c>x·tanh(softplus(x))</c>.</summary>
    public string Text => FormulaText.Of(Formula.Expression, Formula.Parameters);

    /// <summary>f′ as people write it, in y where y is kept: <c>[y &gt; 0]</c>, <c>1 − y²</c>.</summary>
    public string DerivativeText => DerivativeTextFor(Formula.Keeps.Operand);

    public static FormulaAnalysis Of(Formula formula) => Known.GetOrAdd(formula, static f => new FormulaAnalysis(f));

    /// <summary>f′ in terms of what is kept.</summary>
    public string DerivativeTextFor(Operand kept) =>
        FormulaText.Of(kept == Operand.Output && DerivativeOfOutput is { } inOutput ? inOutput : Derivative, Formula.Parameters);

    /// <summary>What backward keeps for these values, by the formula's own rule, whose word for the output is tried on the values:
    /// a rule stands on samples, and (20 − p)·x changes its sign beyond them.</summary>
    /// <param name="parameters">Actual values, one per parameter.</param>
    /// <param name="learned">Which of them are trained.</param>
    public Operand OperandFor(IReadOnlyList<double> parameters, IReadOnlyList<bool> learned)
    {
        Operand operand = Formula.Keeps.For(parameters, learned);
        if (operand != Operand.Output || parameters.Count == 0 || _derivation.OutputForm is not { } form)
            return operand;
        return DeterminedByOutput.GetOrAdd((Formula, parameters.ToEquatableArray()), key => form.Holds([.. key.Item2])) ? operand : Operand.Derivative;
    }

    /// <summary>Moments over a normal input with mean square q.</summary>
    /// <param name="parameters">Actual values.</param>
    /// <param name="q">Its mean square.</param>
    /// <param name="mean">Its mean.</param>
    public FormulaMoments Moments(IReadOnlyList<double> parameters, double q = 1, double mean = 0)
    {
        if (mean == 0)
            return KnownMoments.GetOrAdd((Function, parameters.ToEquatableArray(), q), key => Quadrature.Moments(Function, Derivative, [.. key.Item2], key.Item3));
        Expression shifted = Expression.Input + mean, function = At(Function), derivative = At(Derivative);
        double variance = Quadrature.RoundToSixDigits(Math.Max(q - (mean * mean), LeastVariance * q));
        return KnownMoments.GetOrAdd((function, parameters.ToEquatableArray(), variance), key => Quadrature.Moments(function, derivative, [.. key.Item2], key.Item3));

        Expression At(Expression expression) => Algebra.Rewrite(expression, node => node.Operator == Operator.Input ? shifted : null);
    }

    /// <summary>E f(√q z)², z standard normal.</summary>
    public double MeanSquare(IReadOnlyList<double> parameters, double q = 1) => Moments(parameters, q).MeanSquare;

    /// <summary>E f′(√q z)².</summary>
    public double DerivativeMeanSquare(IReadOnlyList<double> parameters, double q = 1) => Moments(parameters, q).DerivativeMeanSquare;
}
