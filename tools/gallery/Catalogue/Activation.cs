using ActGen.Frontend.Calculus;

namespace ActGen.Gallery.Catalogue;

/// <summary>All that the gallery shows of one activation.</summary>
/// <param name="Name">Of its struct, and of its page.</param>
/// <param name="Source">The line of C# that declares it.</param>
/// <param name="Prose">What its author wrote about it.</param>
/// <param name="Analysis">What the compiler derived.</param>
/// <param name="Facts">What numerical analysis found, with the default parameters.</param>
/// <param name="Attribute">How a network asks for it, or null where it is what a layer without activation does.</param>
internal sealed record Activation(string Name, string Source, Prose Prose, FormulaAnalysis Analysis, FormulaFacts Facts, string? Attribute)
{
    public Formula Formula => Analysis.Formula;

    /// <summary>The default parameters as the kernel sees them.</summary>
    public double[] Parameters { get; } = [.. Analysis.Formula.Defaults.Select(value => (double)(float)value)];
}
