using ActGen;

namespace Mistakes.ACT0004;

/// <summary>Which part comes first? Files have no order.</summary>
[Network(784)]
[Dense(128), ReLU]
public sealed partial class Wrong;

[Dense(10)]
[CrossEntropyLoss]
public sealed partial class Wrong;

/// <summary>All layers on one part; others may hold members.</summary>
[Network(784)]
[Dense(128), ReLU]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class Right;

public sealed partial class Right
{
    /// <summary>Name of the file with the weights.</summary>
    public static string FileName => "digits.safetensors";
}
