using System.Globalization;
using ActGen.Analyzers.Findings;
using ActGen.Frontend.Calculus;
using ActGen.Frontend.Facts;
using ActGen.Frontend.Meaning;

namespace ActGen.Analyzers.Declarations.Losses;

/// <summary>A layer that bounds what a loss gets, and what to do about it: an activation directly behind weights goes away, and a layer with weights of its own, a recurrent one, gets a product behind it.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Range">Between which values its outputs lie.</param>
/// <param name="Formula">What is known of the activation; null for a layer with weights.</param>
internal sealed record BoundedOutput(LayerMeaning Layer, ValueRange Range, FormulaFacts? Formula)
{
    /// <summary>Share of outputs without a gradient in a new network, as far as it is known.</summary>
    public double DeadShare => Formula?.Moments.DeadShare ?? 0;

    /// <summary>The last part of a message.</summary>
    public string Advice => Formula is null ? $"Put [Dense({Width})] behind it" : $"Remove [{Layer.Name}]";

    private string Width => Layer.Width.ToString(CultureInfo.InvariantCulture);

    /// <summary>Of the layer that made the values that a loss gets; null where it does not bound them, or removing it would not leave logits.</summary>
    /// <param name="source">The layer.</param>
    public static BoundedOutput? Of(LayerMeaning? source) => source switch
    {
        { Facts: { Map: LayerMap.Nonlinear, Formula: { } formula }, Before.Kind: ValueKind.Logits } => new(source, formula.Range, formula),
        { Facts: { Map: LayerMap.Nonlinear, HasWeights: true, Range: { } range }, Width: > 0 } => new(source, range, null),
        _ => null,
    };

    /// <summary>The advice as a fix.</summary>
    /// <param name="reason">Why it is right to remove an activation.</param>
    public StackFix Fix(string reason = "") => Formula is null
        ? new($"Put Dense({Width}) behind {Layer.Name}", StackEdit.InsertAfter("Dense", Width))
        : new($"Remove [{Layer.Name}]{reason}", StackEdit.Remove());
}
