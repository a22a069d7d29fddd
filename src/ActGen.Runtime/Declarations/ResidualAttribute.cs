namespace ActGen;

/// <summary>y = x + block(x), a block whose input is added to its output (He et al. 2016, "Deep Residual Learning for Image Recognition"): signal and gradient
/// have a way past its layers.</summary>
/// <remarks>The block's outputs must have the shape of its inputs. An activation behind the sum, as in the first residual networks, is the layer that follows.</remarks>
/// <typeparam name="TBlock">A class marked <see cref="BlockAttribute"/>, of this project or of a referenced one.</typeparam>
public sealed class ResidualAttribute<TBlock> : LayerAttribute
{
    /// <summary>How many such blocks follow one another, at least 1; each with weights of its own.</summary>
    public int Repeat { get; set; } = 1;
}
