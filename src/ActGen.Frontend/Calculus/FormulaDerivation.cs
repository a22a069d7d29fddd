using ActGen.Frontend.Collections;

namespace ActGen.Frontend.Calculus;

/// <summary>Everything that follows from f and its parameters alone; computed once per formula text.</summary>
internal sealed class FormulaDerivation
{
    private static readonly MemoTable<(Expression, EquatableArray<FormulaParameter>), FormulaDerivation> Known = new();

    private FormulaDerivation(Expression written, EquatableArray<FormulaParameter> parameters)
    {
        Function = Algebra.Simplify(written);
        Derivative = Differentiation.Of(Function, Expression.Input);
        ParameterDerivatives =
        [
            .. parameters.Select((parameter, i) => parameter.IsLearnable ? Differentiation.Of(Function, Expression.Parameter(i)) : Expression.Zero),
        ];
        bool isLearned = parameters.Any(parameter => parameter.IsLearnable);
        OutputForm = isLearned || Derivative.Is(1) ? null : OutputForm.Of(Function, Derivative, parameters.Count);
        Keeps = isLearned ? new KeepRule(Operand.Input)
            : Derivative.Is(1) ? new KeepRule(Operand.None)
            : OutputForm is { } form ? new KeepRule(Operand.Output, form.Conditions)
            : new KeepRule(Operand.Derivative);
    }

    /// <summary>f, simplified in the stable direction.</summary>
    public Expression Function { get; }

    /// <summary>f′ in x.</summary>
    public Expression Derivative { get; }

    /// <summary>∂f/∂p for each learnable parameter, 0 for the others.</summary>
    public EquatableArray<Expression> ParameterDerivatives { get; }

    /// <summary>f′ in y, where y determines it and no parameter is learned (its derivative needs x anyway).</summary>
    public OutputForm? OutputForm { get; }

    public KeepRule Keeps { get; }

    public static FormulaDerivation Of(Expression written, EquatableArray<FormulaParameter> parameters) =>
        Known.GetOrAdd((written, parameters), static key => new FormulaDerivation(key.Item1, key.Item2));
}
