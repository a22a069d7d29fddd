using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Usage.Flow;

/// <summary>The identity of a data set that <c>Dataset.Split</c> made.</summary>
/// <param name="Call">The call.</param>
/// <param name="Index">0 or 1.</param>
/// <param name="Whole">What was split.</param>
/// <param name="Fraction">The share of the first part, where it is a constant.</param>
internal sealed record SplitPart(SyntaxNode Call, int Index, Buffer? Whole, double? Fraction);
