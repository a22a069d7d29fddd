using ActGen.Frontend.Collections;

namespace ActGen.Frontend.Calculus;

/// <summary>Everything that follows from f and its parameters alone; computed once per formula text.</summary>
internal sealed class FormulaDerivation
{
    private static readonly MemoTable<(Expression, EquatableArray<FormulaParameter>), FormulaDerivation> Known = new();

    /// <summary>Written out f and f′ would have more parts than anyone could read, and the compiler would spend seconds on them.</summary>
    private const int LargestTree = 1 << 16;

    private readonly Lazy<OutputForm?> _outputForm;

    private FormulaDerivation(Expression written, EquatableArray<FormulaParameter> parameters)
    {
        Function = Algebra.Simplify(written);
        Derivative = Ties.Settle(Function, Differentiation.Of(Function, Expression.Input));
        ParameterDerivatives =
        [
            .. parameters.Select((parameter, i) => parameter.IsLearnable ? Differentiation.Of(Function, Expression.Parameter(i)) : Expression.Zero),
        ];
        IsLearned = parameters.Any(parameter => parameter.IsLearnable);
        IsTooLarge = ((Expression[])[Function, Derivative, .. ParameterDerivatives]).Any(root => Lowering.Expand(root).Size > LargestTree);
        _outputForm = new Lazy<OutputForm?>(() => IsLearned || IsTooLarge || Derivative.Is(1) ? null : OutputForm.Of(Function, Derivative, parameters));
    }

    /// <summary>f, simplified in the stable direction.</summary>
    public Expression Function { get; }

    /// <summary>f′ in x.</summary>
    public Expression Derivative { get; }

    /// <summary>∂f/∂p for each learnable parameter, 0 for the others.</summary>
    public EquatableArray<Expression> ParameterDerivatives { get; }

    /// <summary>Too large for a kernel: functions inside one another, of which each takes its argument several times.</summary>
    public bool IsTooLarge { get; }

    /// <summary>f′ in y, where y determines it and no parameter is learned (its derivative needs x anyway).</summary>
    public OutputForm? OutputForm => _outputForm.Value;

    public KeepRule Keeps => IsLearned ? new KeepRule(Operand.Input)
        : Derivative.Is(1) ? new KeepRule(Operand.None)
        : OutputForm is { } form ? new KeepRule(Operand.Output, form.Conditions)
        : new KeepRule(Operand.Derivative);

    private bool IsLearned { get; }

    public static FormulaDerivation Of(Expression written, EquatableArray<FormulaParameter> parameters) =>
        Known.GetOrAdd((written, parameters), static key => new FormulaDerivation(key.Item1, key.Item2));
}
