namespace ActGen.Files;

/// <summary>Replaces a file as a whole: killed at any instant, the old or the new file is there, complete.</summary>
internal static class AtomicFile
{
    /// <summary>Writes to a temporary file in the same folder, flushes it to the disk, renames it over the target, flushes the folder.</summary>
    /// <param name="path">The file; a symbolic link is followed.</param>
    /// <param name="write">Writes the content.</param>
    public static void Replace(string path, Action<Stream> write)
    {
        // Also a link whose target does not exist yet: the target is made.
        string? linked = new FileInfo(path).LinkTarget is null ? null : File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName;
        string target = Path.GetFullPath(linked ?? path);
        if (Directory.Exists(target))
            throw new IOException("The path is a folder.");
        string folder = Path.GetDirectoryName(target)!;
        string temporary = Path.Combine(folder, $".{Path.GetFileName(target)}.{Path.GetRandomFileName()}.tmp");
        bool created = false;
        try
        {
            using (var stream = new FileStream(temporary, Options(target)))
            {
                created = true;
                write(stream);
                stream.Flush(flushToDisk: true);
            }
            File.Move(temporary, target, overwrite: true);
            created = false;
        }
        finally
        {
            if (created)
                TryDelete(temporary);
        }
        FolderFlush.ToDisk(folder);
    }

    private static FileStreamOptions Options(string target)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        // The new file is as readable and as secret as the one it replaces.
        if (!OperatingSystem.IsWindows() && File.Exists(target))
            options.UnixCreateMode = File.GetUnixFileMode(target);
        return options;
    }

    private static void TryDelete(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // What stopped the writing is what the caller hears about.
        }
    }
}
