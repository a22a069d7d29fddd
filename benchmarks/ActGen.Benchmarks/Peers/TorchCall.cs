using System.Runtime.InteropServices;
using ActGen.Tools;

namespace ActGen.Benchmarks.Peers;

/// <summary>An operator of libtorch on the memory of a workload, on one thread and without gradient recording.</summary>
internal sealed unsafe partial class TorchCall : IDisposable
{
    private const string Library = "actgen_torch";

    private readonly void* _call;

    private TorchCall(void* call) => _call = call;

    /// <summary>Why libtorch is no peer in this run, or null when it is one.</summary>
    public static string? Absence { get; } = Probe();

    /// <summary>The operator, or null where this libtorch does not have it.</summary>
    public static TorchCall? Prepare(string op, Buffers buffers)
    {
        fixed (float* x = buffers.X, y = buffers.Y, g = buffers.Upstream, dx = buffers.Gradient)
        {
            void* call = Prepare(op, x, y, g, dx, buffers.X.Length, buffers.Columns);
            return call is null ? null : new(call);
        }
    }

    public void Run(int times) => Run(_call, times);

    public void Dispose() => Free(_call);

    private static string? Probe()
    {
        string path = Repository.PathOf("artifacts", $"lib{Library}.so");
        if (!File.Exists(path))
            return $"{path} does not exist: run benchmarks/torch/build.sh";
        if (!NativeLibrary.TryLoad(path, out nint handle))
            return $"{path} cannot be loaded: is libtorch installed?";
        NativeLibrary.SetDllImportResolver(typeof(TorchCall).Assembly, (name, _, _) => name == Library ? handle : 0);
        return null;
    }

    [LibraryImport(Library, EntryPoint = "actgen_torch_prepare", StringMarshalling = StringMarshalling.Utf8)]
    private static partial void* Prepare(string op, float* x, float* y, float* g, float* dx, long length, long columns);

    [LibraryImport(Library, EntryPoint = "actgen_torch_run")]
    private static partial void Run(void* call, long times);

    [LibraryImport(Library, EntryPoint = "actgen_torch_free")]
    private static partial void Free(void* call);
}
