using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Operations;

namespace ActGen.Analyzers.Usage.Flow;

/// <summary>What is known about the values in a buffer. A buffer without content is unknown.</summary>
/// <param name="Softmaxes">The calls whose results may be in it; none for a buffer that is new and unwritten.</param>
internal readonly record struct Content(ImmutableHashSet<IInvocationOperation> Softmaxes)
{
    /// <summary>New and unwritten. Joined with results of softmax it is that: nobody evaluates a loss on the zeros before the loop.</summary>
    public static Content Unwritten { get; } = new([]);

    public static Content Of(IInvocationOperation softmax) => new([softmax]);

    public Content Join(Content other) => new(Softmaxes.Union(other.Softmaxes));

    public bool Equals(Content other) => Softmaxes.SetEquals(other.Softmaxes);

    public override int GetHashCode() => Softmaxes.Count;
}
