using System.Runtime.InteropServices;

namespace ActGen.CompilerServices;

/// <summary>How many lanes of a vector belong to a row, as far as the caller knows, as a type: <c>sizeof</c> tells them apart before the JIT reads what depends on it.</summary>
internal interface IRowLanes;

/// <summary>All of them.</summary>
[StructLayout(LayoutKind.Sequential, Size = 1)]
internal readonly struct WholeVector : IRowLanes;

/// <summary>Not all of them.</summary>
[StructLayout(LayoutKind.Sequential, Size = 2)]
internal readonly struct PartOfVector : IRowLanes;

/// <summary>Some or all.</summary>
[StructLayout(LayoutKind.Sequential, Size = 3)]
internal readonly struct AnyLanes : IRowLanes;
