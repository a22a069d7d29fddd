namespace ActGen.Analyzers.Usage.Flow;

/// <summary>A piece of memory that arrays, spans and memories of a method refer to.</summary>
/// <param name="Key">What tells it apart: the expression that creates it, or the variable that holds it first.</param>
/// <param name="Origin">Where it comes from.</param>
internal readonly record struct Buffer(object Key, BufferOrigin Origin)
{
    /// <summary>What a variable refers to that may refer to anything.</summary>
    public static Buffer Elsewhere(object name) => new((nameof(Elsewhere), name), BufferOrigin.Shared);
}

/// <summary>Who else can reach a buffer.</summary>
internal enum BufferOrigin
{
    /// <summary>Created in the method: nobody, until it escapes.</summary>
    Created,

    /// <summary>A parameter: the caller, who does not run meanwhile.</summary>
    Parameter,

    /// <summary>A field, or the result of something not understood: anybody.</summary>
    Shared,
}
