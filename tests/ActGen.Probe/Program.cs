using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using ActGen.Probe;

if (args is ["inlining"])
{
    using InliningFailures failures = new();
    foreach (string failure in failures.Of(EveryKernel.Run))
        Console.WriteLine(failure);
    return;
}

// What this process may use, then what it computed: the parent compares both.
Console.WriteLine($"Avx512F {Avx512F.IsSupported}");
Console.WriteLine($"Avx2 {Avx2.IsSupported}");
Console.WriteLine($"Fma {Fma.IsSupported}");
Console.WriteLine($"Vector512 {Vector512.IsHardwareAccelerated}");
Console.WriteLine($"Vector256 {Vector256.IsHardwareAccelerated}");
Console.WriteLine($"Vector128 {Vector128.IsHardwareAccelerated}");
foreach (string line in Fingerprint.Lines())
    Console.WriteLine(line);
