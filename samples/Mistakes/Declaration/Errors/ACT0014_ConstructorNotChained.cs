using ActGen;

namespace Mistakes.ACT0014;

/// <summary>The weights are made by the generated constructor, which nothing calls here.</summary>
[Network(4)]
[Dense(3)]
[CrossEntropyLoss]
public sealed partial class Wrong
{
    /// <summary>A named network.</summary>
    /// <param name="name">Its name.</param>
    public Wrong(string name) => Name = name;

    /// <summary>Its name.</summary>
    public string Name { get; }
}

/// <summary><c>: this(seed)</c> makes the weights first.</summary>
[Network(4)]
[Dense(3)]
[CrossEntropyLoss]
public sealed partial class Right
{
    /// <summary>A named network.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="seed">Of the initial weights.</param>
    public Right(string name, long seed = 0)
        : this(seed) => Name = name;

    /// <summary>Its name.</summary>
    public string Name { get; } = "";
}
