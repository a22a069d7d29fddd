using ActGen.Frontend.Calculus;

namespace ActGen.Frontend.Meaning;

/// <summary>From the facts of an element-wise formula to those of a layer that applies it: its name plays no part.</summary>
internal static class FormulaMeaning
{
    public static LayerFacts Of(FormulaFacts? formula) => formula is null
        ? LayerFacts.Unknown
        : new(formula.IsIdentity ? LayerMap.Identity : formula.IsAffine ? LayerMap.Affine : LayerMap.Nonlinear)
        {
            Formula = formula,
            Makes = Makes(formula),
        };

    private static ValueKind Makes(FormulaFacts formula) => formula switch
    {
        { SquashesBothSides: true, Range: { Infimum: >= 0, Supremum: <= 1 } } => ValueKind.UnitInterval,
        { SquashesBothSides: true, Range: { Infimum: >= -1, Supremum: <= 1 } } => ValueKind.SignedUnit,
        { Range.Infimum: >= 0 } => ValueKind.NonNegative,
        _ => ValueKind.Unknown,
    };
}
