using System.Runtime.InteropServices;

namespace ActGen.CompilerServices;

/// <summary>How many steps a single row has, as a type, like <see cref="ITileExtent"/>: what short rows never use is not compiled for them. <c>sizeof</c> tells the lengths apart before the
/// JIT reads what depends on it.</summary>
internal interface IRowLength;

/// <summary>Any number of steps; where rows are short ones otherwise, at least as many in each chain as a vector has lanes.</summary>
[StructLayout(LayoutKind.Sequential, Size = 2)]
internal readonly struct LongRow : IRowLength;

/// <summary>Fewer steps in each chain than a vector has lanes.</summary>
[StructLayout(LayoutKind.Sequential, Size = 1)]
internal readonly struct ShortRow : IRowLength;
