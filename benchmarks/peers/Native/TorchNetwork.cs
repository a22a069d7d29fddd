using System.Runtime.InteropServices;

namespace ActGen.Peers.Native;

/// <summary>A multi-layer perceptron, or the small convolutional network, in libtorch, called from C++ without Python: forward in inference mode, or whole training steps.</summary>
internal sealed unsafe partial class TorchNetwork : IDisposable
{
    private const string Library = TorchLibrary.Name;

    private readonly void* _network;

    /// <summary>A network on the caller's buffers.</summary>
    /// <param name="widths">Inputs, units of the hidden layers, outputs.</param>
    /// <param name="inputs">Rows × inputs.</param>
    /// <param name="labels">A class for each row.</param>
    /// <param name="rows">Rows of a batch.</param>
    /// <param name="optimizer">"sgd" or "adam".</param>
    public TorchNetwork(ReadOnlySpan<int> widths, float* inputs, long* labels, int rows, string optimizer)
    {
        fixed (int* all = widths)
            _network = Create(all, widths.Length, inputs, labels, rows, optimizer);
    }

    private TorchNetwork(void* network) => _network = network;

    /// <summary>Convolutions of 8 and 16 filters of 3 × 3 with ReLU and pools of 2 × 2, then 10 outputs.</summary>
    /// <param name="inputs">Rows × 28 × 28.</param>
    /// <param name="labels">A class for each row.</param>
    /// <param name="rows">Rows of a batch.</param>
    /// <param name="optimizer">"sgd" or "adam".</param>
    public static TorchNetwork Convolutional(float* inputs, long* labels, int rows, string optimizer) => new(CreateConvolutional(inputs, labels, rows, optimizer));

    /// <summary>An LSTM and, where there are classes, outputs for them from its last state.</summary>
    /// <param name="inputs">Rows × steps × features.</param>
    /// <param name="labels">A class for each row.</param>
    /// <param name="sizes">Rows, steps, features, units, classes.</param>
    /// <param name="optimizer">"sgd" or "adam".</param>
    public static TorchNetwork LSTM(float* inputs, long* labels, (int Rows, int Steps, int Features, int Units, int Classes) sizes, string optimizer) =>
        new(CreateLSTM(inputs, labels, sizes.Rows, sizes.Steps, sizes.Features, sizes.Units, sizes.Classes, optimizer));

    public static string Version => Marshal.PtrToStringUTF8(TorchVersion())!;

    /// <summary>Threads of one operator, for all networks.</summary>
    public static void UseThreads(int threads) => SetThreads(threads);

    public void Forward(int times) => Forward(_network, times);

    public void Step(int times) => Step(_network, times);

    /// <summary>C = A·B of rows × inner and inner × columns.</summary>
    public static void Multiply(float* a, float* b, float* c, int rows, int inner, int columns, int times) => MultiplyMatrices(a, b, c, rows, inner, columns, times);

    public void Dispose() => Free(_network);

    [LibraryImport(Library, EntryPoint = "actgen_peers_version")]
    private static partial nint TorchVersion();

    [LibraryImport(Library, EntryPoint = "actgen_peers_threads")]
    private static partial void SetThreads(int threads);

    [LibraryImport(Library, EntryPoint = "actgen_peers_create", StringMarshalling = StringMarshalling.Utf8)]
    private static partial void* Create(int* widths, int count, float* inputs, long* labels, int rows, string optimizer);

    [LibraryImport(Library, EntryPoint = "actgen_peers_create_convolutional", StringMarshalling = StringMarshalling.Utf8)]
    private static partial void* CreateConvolutional(float* inputs, long* labels, int rows, string optimizer);

    [LibraryImport(Library, EntryPoint = "actgen_peers_create_lstm", StringMarshalling = StringMarshalling.Utf8)]
    private static partial void* CreateLSTM(float* inputs, long* labels, int rows, int steps, int features, int units, int classes, string optimizer);

    [LibraryImport(Library, EntryPoint = "actgen_peers_forward")]
    private static partial void Forward(void* network, int times);

    [LibraryImport(Library, EntryPoint = "actgen_peers_step")]
    private static partial void Step(void* network, int times);

    [LibraryImport(Library, EntryPoint = "actgen_peers_multiply")]
    private static partial void MultiplyMatrices(float* a, float* b, float* c, int rows, int inner, int columns, int times);

    [LibraryImport(Library, EntryPoint = "actgen_peers_free")]
    private static partial void Free(void* network);
}
