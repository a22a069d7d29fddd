using ActGen.Frontend.Facts;

namespace ActGen.Analyzers.Usage.Model;

/// <summary>A function from a span to a span.</summary>
/// <param name="Makes">What the results mean.</param>
internal sealed record SpanFunction(ValueKind Makes)
{
    /// <summary>eˣ.</summary>
    public bool IsExponential { get; init; }

    /// <summary>ln x.</summary>
    public bool IsLogarithm { get; init; }
}
