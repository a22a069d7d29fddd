using System.Runtime.InteropServices;

namespace ActGen.Runtime.Tests.Guards;

/// <summary>Memory between two pages without any access: who reads or writes one byte beyond it ends the process with an AccessViolationException, whose stack names the kernel.</summary>
internal sealed unsafe partial class GuardedPages : IDisposable
{
    private const int NoAccess = 0, Read = 1, Write = 2;
    private const int Private = 2, Anonymous = 0x20;

    private readonly byte* _memory;
    private readonly nuint _guard = (nuint)Environment.SystemPageSize;
    private readonly nuint _size;

    /// <param name="elements">Most elements of a span.</param>
    public GuardedPages(int elements)
    {
        _size = (((nuint)elements * sizeof(float)) + _guard - 1) / _guard * _guard;
        _memory = Map(null, _size + (2 * _guard), Read | Write, Private | Anonymous, -1, 0);
        if (_memory == (byte*)-1)
            throw new OutOfMemoryException($"{_size} bytes between guard pages could not be mapped.");
        Protect(_memory, _guard, NoAccess);
        Protect(_memory + _guard + _size, _guard, NoAccess);
    }

    private float* First => (float*)(_memory + _guard);

    /// <summary>A span with a guard page directly behind its last element, or directly before its first.</summary>
    public Span<float> Span(int length, bool atEnd) => Span<float>(length, atEnd);

    /// <summary>The same memory as other elements of four bytes.</summary>
    public Span<T> Span<T>(int length, bool atEnd)
        where T : unmanaged => new(First + (atEnd ? (int)(_size / sizeof(float)) - length : 0), length);

    /// <summary>From now on writing is a fault too.</summary>
    public void Seal() => Protect(First, _size, Read);

    public void Unseal() => Protect(First, _size, Read | Write);

    public void Dispose() => Unmap(_memory, _size + (2 * _guard));

    private static void Protect(void* address, nuint length, int access)
    {
        if (ProtectPages(address, length, access) != 0)
            throw new InvalidOperationException($"mprotect failed with error {Marshal.GetLastPInvokeError()}.");
    }

    [LibraryImport("libc", EntryPoint = "mmap", SetLastError = true)]
    private static partial byte* Map(void* address, nuint length, int access, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "mprotect", SetLastError = true)]
    private static partial int ProtectPages(void* address, nuint length, int access);

    [LibraryImport("libc", EntryPoint = "munmap", SetLastError = true)]
    private static partial int Unmap(void* address, nuint length);
}
