using ActGen.Frontend.Collections;

namespace ActGen.Frontend.Calculus;

/// <summary>What backward keeps: "output when slope &gt; 0, else derivative".</summary>
/// <param name="Operand">Kept while all conditions hold.</param>
/// <param name="Conditions">On the actual parameter values; empty: always.</param>
internal sealed record KeepRule(Operand Operand, EquatableArray<KeepCondition> Conditions)
{
    public KeepRule(Operand operand)
        : this(operand, [])
    {
    }

    /// <summary>What to keep for these values: a learned value may take any sign and its derivative needs x.</summary>
    public Operand For(IReadOnlyList<double> parameters, IReadOnlyList<bool> learned)
    {
        if (learned.Any(isLearned => isLearned))
            return Operand.Input;
        foreach (KeepCondition condition in Conditions)
        {
            if (condition.Parameter >= parameters.Count || !condition.Holds(parameters[condition.Parameter]))
                return Operand.Derivative;
        }
        return Operand;
    }
}

/// <summary>A parameter's sign.</summary>
/// <param name="Parameter">Position of the parameter.</param>
/// <param name="AllowsZero">≥ 0 rather than &gt; 0.</param>
internal sealed record KeepCondition(int Parameter, bool AllowsZero)
{
    public bool Holds(double value) => AllowsZero ? value >= 0 : value > 0;
}
