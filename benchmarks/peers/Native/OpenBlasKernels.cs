using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace ActGen.Peers.Native;

/// <summary>Which kernels OpenBLAS takes, on which libtorch stands too. It knows processors by their numbers, and on one that is newer than itself takes those for SSE3: a fifth of what it can.</summary>
internal static partial class OpenBlasKernels
{
    private const string Variable = "OPENBLAS_CORETYPE", OfAvx512 = "SkylakeX", Vendor = "Intel";
    private const int Keep = 0;

    /// <summary>Names those for AVX-512 on a processor that has it, unless somebody named others. Before anything loads the library, which looks once.</summary>
    /// <param name="processor">Its name. On AMD's the library chooses for itself, as it did when the marks were set.</param>
    public static void Choose(string processor)
    {
        if (OperatingSystem.IsLinux() && Avx512F.IsSupported && processor.Contains(Vendor, StringComparison.Ordinal))
            _ = SetVariable(Variable, OfAvx512, Keep);
    }

    // The environment of .NET is a copy, which native libraries do not see.
    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetVariable(string name, string value, int overwrites);
}
