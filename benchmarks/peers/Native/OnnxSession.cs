using System.Runtime.InteropServices;
using ActGen.Tools;

namespace ActGen.Peers.Native;

/// <summary>A model in ONNX Runtime, called through its C API with bound buffers: its fastest way.</summary>
/// <remarks>Entries of <c>OrtApi</c> by position in onnxruntime_c_api.h: later versions only append.</remarks>
internal sealed unsafe class OnnxSession : IDisposable
{
    private const uint ApiVersion = 14;
    private const int GetErrorMessage = 2, CreateEnv = 3, CreateSessionFromArray = 8, CreateSessionOptions = 10, SetIntraOpNumThreads = 24, SetInterOpNumThreads = 25,
        CreateTensorWithData = 49, CreateCpuMemoryInfo = 69, ReleaseSession = 95, RunWithBinding = 133, CreateIoBinding = 134, ReleaseIoBinding = 135, BindInput = 136, BindOutput = 137;
    private const int FloatElements = 1, DeviceAllocator = 0, DefaultMemory = 0, WarningLevel = 2;

    private static readonly void** Api;
    private readonly void* _session;
    private readonly void* _binding;
    private readonly delegate* unmanaged<void*, void*, void*, void*> _run;

    static OnnxSession()
    {
        string path = Repository.PathOf("artifacts", "peers", "node_modules", "onnxruntime-node", "bin", "napi-v6", "linux", "x64", "libonnxruntime.so.1");
        if (!File.Exists(path))
        {
            Absence = $"{path} does not exist: run benchmarks/peers/setup.sh";
            return;
        }
        nint handle = NativeLibrary.Load(path);
        void** entries = ((delegate* unmanaged<void**>)NativeLibrary.GetExport(handle, "OrtGetApiBase"))();
        Api = (void**)((delegate* unmanaged<uint, void*>)entries[0])(ApiVersion);
        Version = Marshal.PtrToStringUTF8((nint)((delegate* unmanaged<byte*>)entries[1])())!;
    }

    /// <summary>One row through a model.</summary>
    /// <param name="model">Its bytes.</param>
    /// <param name="input">The row; read at each run.</param>
    /// <param name="inputs">Its shape.</param>
    /// <param name="output">Where the result goes.</param>
    /// <param name="outputs">Its shape.</param>
    /// <param name="threads">Threads that share one run.</param>
    public OnnxSession(byte[] model, float* input, ReadOnlySpan<long> inputs, float* output, ReadOnlySpan<long> outputs, int threads = 1)
    {
        void* env, options, session, memory, binding;
        fixed (byte* log = "peers\0"u8, bytes = model, x = "x\0"u8, y = "y\0"u8)
        {
            Check(((delegate* unmanaged<int, byte*, void**, void*>)Api[CreateEnv])(WarningLevel, log, &env));
            Check(((delegate* unmanaged<void**, void*>)Api[CreateSessionOptions])(&options));
            Check(((delegate* unmanaged<void*, int, void*>)Api[SetIntraOpNumThreads])(options, threads));
            Check(((delegate* unmanaged<void*, int, void*>)Api[SetInterOpNumThreads])(options, 1));
            Check(((delegate* unmanaged<void*, byte*, nuint, void*, void**, void*>)Api[CreateSessionFromArray])(env, bytes, (nuint)model.Length, options, &session));
            Check(((delegate* unmanaged<int, int, void**, void*>)Api[CreateCpuMemoryInfo])(DeviceAllocator, DefaultMemory, &memory));
            Check(((delegate* unmanaged<void*, void**, void*>)Api[CreateIoBinding])(session, &binding));
            Check(((delegate* unmanaged<void*, byte*, void*, void*>)Api[BindInput])(binding, x, Tensor(memory, input, inputs)));
            Check(((delegate* unmanaged<void*, byte*, void*, void*>)Api[BindOutput])(binding, y, Tensor(memory, output, outputs)));
        }
        _session = session;
        _binding = binding;
        _run = (delegate* unmanaged<void*, void*, void*, void*>)Api[RunWithBinding];
    }

    /// <summary>Why ONNX Runtime is no peer in this run, or null when it is one.</summary>
    public static string? Absence { get; }

    public static string Version { get; } = "";

    public void Run(int times)
    {
        for (int i = 0; i < times; i++)
            Check(_run(_session, null, _binding));
    }

    public void Dispose()
    {
        ((delegate* unmanaged<void*, void>)Api[ReleaseIoBinding])(_binding);
        ((delegate* unmanaged<void*, void>)Api[ReleaseSession])(_session);
    }

    private static void* Tensor(void* memory, float* values, ReadOnlySpan<long> shape)
    {
        void* value;
        nuint length = 1;
        foreach (long size in shape)
            length *= (nuint)size;
        fixed (long* sizes = shape)
        {
            Check(((delegate* unmanaged<void*, void*, nuint, long*, nuint, int, void**, void*>)Api[CreateTensorWithData])(
                memory, values, length * sizeof(float), sizes, (nuint)shape.Length, FloatElements, &value));
        }
        return value;
    }

    private static void Check(void* status)
    {
        if (status != null)
            throw new InvalidOperationException(Marshal.PtrToStringUTF8((nint)((delegate* unmanaged<void*, byte*>)Api[GetErrorMessage])(status)));
    }
}
