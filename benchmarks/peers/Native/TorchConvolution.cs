using System.Runtime.InteropServices;

namespace ActGen.Peers.Native;

/// <summary>A convolution of square images with bias in libtorch, stride 1, on tensors of its own.</summary>
internal sealed unsafe partial class TorchConvolution(int images, int channels, int size, int filters, int kernel, int padding, bool isChannelsLast) : IDisposable
{
    private const string Library = TorchLibrary.Name;

    private readonly void* _convolution = Create(images, channels, size, filters, kernel, padding, isChannelsLast ? 1 : 0);

    public void Forward(int times) => Forward(_convolution, times);

    /// <summary>Forward, then the gradients of images, weights and bias.</summary>
    public void Both(int times) => Both(_convolution, times);

    public void Dispose() => Free(_convolution);

    [LibraryImport(Library, EntryPoint = "actgen_peers_create_convolution")]
    private static partial void* Create(int images, int channels, int size, int filters, int kernel, int padding, int channelsLast);

    [LibraryImport(Library, EntryPoint = "actgen_peers_convolve")]
    private static partial void Forward(void* convolution, int times);

    [LibraryImport(Library, EntryPoint = "actgen_peers_convolve_both")]
    private static partial void Both(void* convolution, int times);

    [LibraryImport(Library, EntryPoint = "actgen_peers_free_convolution")]
    private static partial void Free(void* convolution);
}
