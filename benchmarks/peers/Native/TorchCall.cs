using System.Runtime.InteropServices;
using ActGen.Peers.Functions;

namespace ActGen.Peers.Native;

/// <summary>An operator of libtorch on the memory of a workload, on one thread and without gradient recording.</summary>
internal sealed unsafe partial class TorchCall : IDisposable
{
    private const string Library = TorchLibrary.Name;

    private readonly void* _call;

    private TorchCall(void* call) => _call = call;

    /// <summary>The operator, or null where this libtorch does not have it, or where there is none.</summary>
    public static TorchCall? Prepare(string op, Buffers buffers)
    {
        if (TorchLibrary.Absence is not null)
            return null;
        fixed (float* x = buffers.X, y = buffers.Y, g = buffers.Upstream, dx = buffers.Gradient)
        {
            void* call = Prepare(op, x, y, g, dx, buffers.X.Length, buffers.Columns);
            return call is null ? null : new(call);
        }
    }

    public void Run(int times) => Run(_call, times);

    /// <summary>Operators one after the other, the given number of times.</summary>
    public static Action<int> Together(TorchCall[] calls) => calls is [var only] ? only.Run : times =>
    {
        for (int i = 0; i < times; i++)
        {
            foreach (TorchCall call in calls)
                call.Run(1);
        }
    };

    public void Dispose() => Free(_call);

    [LibraryImport(Library, EntryPoint = "actgen_torch_prepare", StringMarshalling = StringMarshalling.Utf8)]
    private static partial void* Prepare(string op, float* x, float* y, float* g, float* dx, long length, long columns);

    [LibraryImport(Library, EntryPoint = "actgen_torch_run")]
    private static partial void Run(void* call, long times);

    [LibraryImport(Library, EntryPoint = "actgen_torch_free")]
    private static partial void Free(void* call);
}
