using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ActGen.Analyzers.Usage.Flow;

/// <summary>Patterns that give what they match another name.</summary>
internal static class Patterns
{
    /// <summary>Whether a pattern may declare a variable.</summary>
    public static bool MayDeclare(IIsPatternOperation test) => test.Pattern.DescendantsAndSelf().Any(part =>
        part is IDeclarationPatternOperation or IRecursivePatternOperation or IListPatternOperation or ISlicePatternOperation);
}
