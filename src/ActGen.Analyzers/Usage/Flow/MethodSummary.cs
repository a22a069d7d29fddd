using System.Collections.Immutable;

namespace ActGen.Analyzers.Usage.Flow;

/// <summary>What a method of the project does, as far as callers need it.</summary>
/// <param name="Returned">What the returned buffer holds or the returned number is; null where it is unknown.</param>
/// <param name="ReturnsParameter">Whether the returned buffer may be one that it was given, or one that others have.</param>
/// <param name="Written">What buffers hold afterwards that it was given, by the names of its parameters.</param>
internal sealed record MethodSummary(Content? Returned, bool ReturnsParameter, ImmutableDictionary<string, Content> Written);
