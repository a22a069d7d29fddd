using System.Runtime.InteropServices;
using ActGen.CompilerServices;
using ActGen.Peers.Native;

namespace ActGen.Peers;

/// <summary>What runs, on what, with how many threads.</summary>
internal static class Machine
{
    /// <summary>A line each; sets the peers to one thread.</summary>
    public static IEnumerable<string> Describe()
    {
        string processor = Processor();
        OpenBlasKernels.Choose(processor);
        yield return $"{processor}, vectors of {VectorBits()} bits, {RuntimeInformation.FrameworkDescription}";
        yield return OnnxSession.Absence is { } noOnnx ? $"ONNX Runtime is left out: {noOnnx}" : $"ONNX Runtime {OnnxSession.Version} by its C API with bound buffers";
        yield return TorchLibrary.Absence is { } noTorch ? $"libtorch is left out: {noTorch}" : $"libtorch {TorchNetwork.Version} called from C++";
        yield return $"oneDNN {(Blas.HasOneDnn ? "2" : "is left out")}, OpenBLAS {(Blas.HasOpenBlas ? $"0.3 with kernels for {Blas.OpenBlasCore}" : "is left out")}, one thread each";
        if (TorchLibrary.Absence is null)
            TorchNetwork.UseThreads(1);
        Blas.UseThreads(1);
    }

    private static string Processor()
    {
        const string Place = "/proc/cpuinfo";
        string? line = File.Exists(Place) ? File.ReadLines(Place).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line is null ? RuntimeInformation.ProcessArchitecture.ToString() : line[(line.IndexOf(':') + 1)..].Trim();
    }

    private static int VectorBits()
    {
        Width kernel = default;
        VectorWidth.Run<Width, float>(ref kernel);
        return kernel.Bits;
    }

    private struct Width : IVectorKernel<float>
    {
        public int Bits;

        void IVectorKernel<float>.Run<TVector>() => Bits = 32 * TVector.Count;
    }
}
