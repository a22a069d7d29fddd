using System.Runtime.Intrinsics.X86;

namespace ActGen.CompilerServices;

/// <summary>What decides between two ways to the same bits.</summary>
internal static class Processor
{
    /// <summary>Whether a division of sixteen floats takes longer than the ten operations of <see cref="Reciprocal512"/>: on Intel's processors it keeps the divider for ten cycles,
    /// beside which nothing else is divided and no root is taken; on AMD's for less than three. A constant for the JIT in what is compiled after this was asked once.</summary>
    public static readonly bool DividesSlowly = X86Base.IsSupported && X86Base.CpuId(0, 0).Ebx == GenuineIntel;

    /// <summary>"Genu", the first of three words.</summary>
    private const int GenuineIntel = 0x756E6547;
}
