using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace ActGen.Files;

/// <summary>Makes a rename survive a power failure: the folder's own data goes to the disk.</summary>
internal static partial class FolderFlush
{
    private const int ReadOnly = 0;

    /// <summary>Flushes a folder where the system has such a call; Windows journals renames itself.</summary>
    /// <remarks>A file system that cannot flush folders says so by an error, which does no harm: the file is in place.</remarks>
    public static void ToDisk(string folder)
    {
        if (OperatingSystem.IsWindows())
            return;
        int descriptor = Open(folder, ReadOnly);
        if (descriptor < 0)
            return;
        using var handle = new SafeFileHandle(descriptor, ownsHandle: true);
        _ = Flush(handle);
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync")]
    private static partial int Flush(SafeFileHandle descriptor);
}
