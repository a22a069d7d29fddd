using ActGen.Frontend.Calculus;
using ActGen.Frontend.Collections;
using ActGen.Frontend.Shapes;

namespace ActGen.Frontend.Model;

/// <summary>One step of a declaration, understood as far as possible.</summary>
/// <param name="Index">Place in the declaration.</param>
/// <param name="Declaration">As written.</param>
/// <param name="Input">Shape of one row of its input.</param>
/// <param name="Output">Shape of one row of its output; of a loss its input's.</param>
/// <param name="ParameterCount">Trained parameters; null when unknown.</param>
/// <param name="Formula">The formula of an activation; null when it is unknown or this is none.</param>
/// <param name="FormulaParameters">The values of the formula's parameters, in its order.</param>
internal sealed record LayerAnalysis(
    int Index,
    LayerDeclaration Declaration,
    Shape Input,
    Shape Output,
    long? ParameterCount,
    Formula? Formula,
    EquatableArray<double> FormulaParameters)
{
    public LayerKind Kind => Declaration.Kind;
}
