namespace ActGen;

/// <summary>Makes a class a block: a stack of layers that networks use by name, with <c>[Block&lt;Think&gt;]</c> and <c>[Residual&lt;Think&gt;]</c>. Nothing is
/// generated for it, so that it need not be partial; it has no loss, and its shapes are those of the places where it is used.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class BlockAttribute : Attribute;

/// <summary>The layers of a block, as if they were written here: each use has weights of its own.</summary>
/// <typeparam name="TBlock">A class marked <see cref="BlockAttribute"/>, of this project or of a referenced one. Blocks may use blocks, but never themselves.</typeparam>
public sealed class BlockAttribute<TBlock> : LayerAttribute
{
    /// <summary>How often the layers are stacked, at least 1; each time with weights of their own.</summary>
    public int Repeat { get; set; } = 1;
}
