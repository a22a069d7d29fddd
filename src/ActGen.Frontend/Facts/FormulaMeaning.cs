using ActGen.Frontend.Calculus;

namespace ActGen.Frontend.Facts;

/// <summary>From an element-wise formula to the facts of a layer that applies it: its name plays no part.</summary>
internal static class FormulaMeaning
{
    public static LayerFacts Of(ElementFunction? function)
    {
        if (function?.Facts is not { } facts)
            return LayerFacts.Unknown;
        return new(facts.IsIdentity ? LayerMap.Identity : facts.IsAffine ? LayerMap.Affine : LayerMap.Nonlinear)
        {
            Function = function,
            Formula = facts,
            Makes = Makes(facts),
        };
    }

    private static ValueKind Makes(FormulaFacts formula) => formula switch
    {
        { SquashesBothSides: true, Range: { Infimum: >= 0, Supremum: <= 1 } } => ValueKind.UnitInterval,
        { SquashesBothSides: true, Range: { Infimum: >= -1, Supremum: <= 1 } } => ValueKind.SignedUnit,
        { Range.Infimum: >= 0 } => ValueKind.NonNegative,
        _ => ValueKind.Unknown,
    };
}
