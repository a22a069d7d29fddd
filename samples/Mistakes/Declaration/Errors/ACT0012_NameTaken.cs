using ActGen;

namespace Mistakes.ACT0012;

/// <summary><c>InputSize</c> is a member that the compiler writes.</summary>
[Network(4)]
[Dense(3)]
[CrossEntropyLoss]
public sealed partial class Wrong
{
    /// <summary>Measurements of a flower.</summary>
    public int InputSize => 4;
}

/// <summary>It is there already.</summary>
[Network(4)]
[Dense(3)]
[CrossEntropyLoss]
public sealed partial class Right
{
    /// <summary>Measurements of a flower.</summary>
    public static int Measurements => InputSize;
}
