namespace ActGen.Runtime.Tests.Guards;

/// <summary>A theory about pages that nobody may touch, which are asked for by Linux' mmap.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LinuxTheoryAttribute : TheoryAttribute
{
    public LinuxTheoryAttribute()
    {
        if (!OperatingSystem.IsLinux())
            Skip = "Guard pages are mapped by the functions of Linux' C library.";
    }
}
