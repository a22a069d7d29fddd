namespace ActGen.CompilerServices;

/// <summary>Whether a register tile copies what it reads of B, as a type: the JIT compiles a tile for each answer.</summary>
internal interface ITileCopy;

/// <summary>The answers.</summary>
internal static class TileCopy
{
    /// <summary>It does not.</summary>
    internal readonly struct None : ITileCopy;

    /// <summary>Into a panel, in which its steps follow each other in memory, for the rows that come after.</summary>
    internal readonly struct IntoPanel : ITileCopy;
}
