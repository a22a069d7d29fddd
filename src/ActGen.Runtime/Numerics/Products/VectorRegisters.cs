using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;

namespace ActGen.CompilerServices;

/// <summary>How many vector registers the tiles of products may fill.</summary>
internal static class VectorRegisters
{
    /// <summary>Whether there are 32, not 16.</summary>
    public static bool AreMany => Vector512.IsHardwareAccelerated || AdvSimd.IsSupported;
}
