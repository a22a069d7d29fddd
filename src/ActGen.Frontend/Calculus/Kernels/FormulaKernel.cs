using ActGen.Frontend.Collections;

namespace ActGen.Frontend.Calculus;

/// <summary>What the generated half of a formula computes, operation by operation.</summary>
internal sealed class FormulaKernel
{
    private FormulaKernel(FormulaDerivation derivation, EquatableArray<FormulaParameter> parameters, EquatableArray<NamedPart> locals)
    {
        var names = new Dictionary<Expression, string>();
        var compensation = new Compensation(Guard.Of(ExactTail.Of(Lowering.Expand(derivation.Function)), parameters));
        (Expression f, Expression d) = SigmoidGate.Of(compensation.Function, compensation.Apply(Guard.Of(Lowering.Expand(derivation.Derivative), parameters)));
        Expression[] plain = [.. locals.Select(local => Lowering.Expand(Algebra.Simplify(local.Part)))];
        // As they are, and as the guard may have made them.
        Expression[] parts = [.. plain.Concat(plain.Select(VanishingProducts.Of)).Select(compensation.Apply)];
        bool keepsOutput = derivation.Keeps is { Operand: Operand.Output, Conditions.Count: 0 };
        if (keepsOutput)
        {
            // Training of such a formula never computes f and f′ together: each is written for itself.
            Forward = Lower(f)[0];
            Derivative = Lower(d)[0];
        }
        else
        {
            Expression[] both = Lower(f, d);
            Forward = both[0];
            Derivative = both[1];
        }
        DerivativeOfOutput = derivation.OutputForm is { } form ? Lowering.Of(form.Kernel)[0] : null;
        ParameterDerivatives = [.. derivation.ParameterDerivatives.Select(p => Lowering.Of(Guard.Of(Lowering.Expand(p), parameters))[0])];
        SharesForward = !keepsOutput;
        HasFastForm = Lowering.Uses([Forward, Derivative, .. ParameterDerivatives]).Keys.Any(node => OperatorTable.HasFastForm(node.Operator));
        IsCheap = OperationCount.Of(Forward) is { Functions: 0 } count && count.Cheap + count.Divisions <= 6;
        Names = names;

        Expression[] Lower(params Expression[] roots)
        {
            (Expression[] lowered, Expression?[] images) = Lowering.Of(roots, parts);
            for (int i = 0; i < images.Length; i++)
            {
                if (images[i] is { Arguments.Length: > 0 } image)
                    names[image] = locals[i % locals.Count].Name;
            }
            return lowered;
        }
    }

    public Expression Forward { get; }

    public Expression Derivative { get; }

    /// <summary>f′ in y, or null.</summary>
    public Expression? DerivativeOfOutput { get; }

    public EquatableArray<Expression> ParameterDerivatives { get; }

    /// <summary>Whether forward and derivative were lowered together; otherwise f′ is computed from y.</summary>
    public bool SharesForward { get; }

    /// <summary>At most six machine operations: it runs in the registers of the matrix product.</summary>
    public bool IsCheap { get; }

    /// <summary>Whether a choice of precision makes a difference.</summary>
    public bool HasFastForm { get; }

    /// <summary>What the author calls parts of the formula.</summary>
    public IReadOnlyDictionary<Expression, string> Names { get; }

    public static FormulaKernel Of(FormulaDerivation derivation, EquatableArray<FormulaParameter> parameters, EquatableArray<NamedPart> locals = default) =>
        new(derivation, parameters, locals);
}
