namespace ActGen.Runtime.Tests.Proofs.Specs;

/// <summary>One layer: how a user writes it, and its textbook definition with the gradient, on rows of values in plain loops.</summary>
internal abstract record LayerSpec
{
    /// <summary>The attribute without brackets.</summary>
    public abstract string Attribute { get; }

    /// <summary>Width of the last axis after the layer.</summary>
    public virtual int OutputWidth(int inputWidth) => inputWidth;

    /// <summary>Shapes of the trained tensors, in the order of declaration.</summary>
    public virtual IReadOnlyList<int[]> TensorShapes(int inputWidth) => [];

    /// <summary>The layer's rows of outputs.</summary>
    /// <param name="x">Rows of inputs; a row is the last axis.</param>
    /// <param name="parameters">The layer's tensors.</param>
    /// <param name="layer">Index of the layer in its network, from 1.</param>
    /// <param name="run">Training or inference.</param>
    public abstract double[][] Forward(double[][] x, double[][] parameters, int layer, Run run);

    /// <summary>∂L/∂x from ∂L/∂y; adds the tensors' gradients into <paramref name="gradients"/>.</summary>
    public abstract double[][] Backward(double[][] x, double[][] y, double[][] g, double[][] parameters, double[][] gradients, int layer, Run run);

    /// <summary>Distance of the nearest element from a point where the derivative jumps.</summary>
    public virtual double DistanceToKink(double[][] x, double[][] parameters) => double.PositiveInfinity;
}
