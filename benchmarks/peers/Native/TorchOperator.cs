using System.Runtime.InteropServices;

namespace ActGen.Peers.Native;

/// <summary>A layer of libtorch on tensors of its own: forward in inference mode, and forward with the gradients of input and parameters.</summary>
internal sealed unsafe partial class TorchOperator : IDisposable
{
    private const string Library = TorchLibrary.Name;

    private readonly void* _operator;

    private TorchOperator(void* created) => _operator = created;

    /// <summary>A convolution of square images with bias.</summary>
    public static TorchOperator Convolution(int images, int channels, int size, int filters, int kernel, int stride, int padding, int groups, bool isChannelsLast) =>
        new(CreateConvolution(images, channels, size, filters, kernel, stride, padding, groups, isChannelsLast ? 1 : 0));

    /// <summary>Batch normalisation of square images by the batch, with γ and β.</summary>
    public static TorchOperator BatchNorm(int images, int channels, int size, bool isChannelsLast) => new(CreateBatchNorm(images, channels, size, isChannelsLast ? 1 : 0));

    /// <summary>Layer normalisation of rows, with γ and β.</summary>
    public static TorchOperator LayerNorm(int rows, int features) => new(CreateLayerNorm(rows, features));

    /// <summary>The largest of each 2×2 cells of square images.</summary>
    public static TorchOperator MaxPool(int images, int channels, int size, bool isChannelsLast) => new(CreateMaxPool(images, channels, size, isChannelsLast ? 1 : 0));

    public void Forward(int times) => Forward(_operator, times);

    /// <summary>Forward, then all gradients.</summary>
    public void Both(int times) => Both(_operator, times);

    public void Dispose() => Free(_operator);

    [LibraryImport(Library, EntryPoint = "actgen_peers_create_convolution")]
    private static partial void* CreateConvolution(int images, int channels, int size, int filters, int kernel, int stride, int padding, int groups, int channelsLast);

    [LibraryImport(Library, EntryPoint = "actgen_peers_create_batch_norm")]
    private static partial void* CreateBatchNorm(int images, int channels, int size, int channelsLast);

    [LibraryImport(Library, EntryPoint = "actgen_peers_create_layer_norm")]
    private static partial void* CreateLayerNorm(int rows, int features);

    [LibraryImport(Library, EntryPoint = "actgen_peers_create_max_pool")]
    private static partial void* CreateMaxPool(int images, int channels, int size, int channelsLast);

    [LibraryImport(Library, EntryPoint = "actgen_peers_operate")]
    private static partial void Forward(void* created, int times);

    [LibraryImport(Library, EntryPoint = "actgen_peers_operate_both")]
    private static partial void Both(void* created, int times);

    [LibraryImport(Library, EntryPoint = "actgen_peers_free_operator")]
    private static partial void Free(void* created);
}
