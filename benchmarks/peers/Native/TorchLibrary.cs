using System.Runtime.InteropServices;
using ActGen.Tools;

namespace ActGen.Peers.Native;

/// <summary>The C functions in front of libtorch.</summary>
internal static class TorchLibrary
{
    public const string Name = "actgen_peers";

    /// <summary>Why libtorch is no peer in this run, or null when it is one.</summary>
    public static string? Absence { get; } = Load();

    private static string? Load()
    {
        string path = Repository.PathOf("artifacts", "peers", $"lib{Name}.so");
        if (!File.Exists(path))
            return $"{path} does not exist: run benchmarks/peers/setup.sh";
        if (!NativeLibrary.TryLoad(path, out nint handle))
            return $"{path} cannot be loaded: is libtorch installed?";
        NativeLibrary.SetDllImportResolver(typeof(TorchLibrary).Assembly, (name, _, _) => name == Name ? handle : 0);
        return null;
    }
}
