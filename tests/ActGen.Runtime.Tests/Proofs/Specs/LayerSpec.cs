namespace ActGen.Runtime.Tests.Proofs.Specs;

/// <summary>One layer: how a user writes it, and its textbook definition with the gradient, on rows of values in plain loops.</summary>
internal abstract record LayerSpec
{
    /// <summary>The attribute without brackets.</summary>
    public abstract string Attribute { get; }

    /// <summary>What must divide the width of the last axis before the layer.</summary>
    public virtual int Divisor => 1;

    /// <summary>Width of the last axis below which the gradient in float is what is left of a difference of nearly equal numbers.</summary>
    public virtual int LeastWidth => 1;

    /// <summary>The activation that the layer is or has; null for none.</summary>
    public virtual ActivationSpec? Activation => null;

    /// <summary>The layer, and those within it.</summary>
    public virtual IEnumerable<LayerSpec> Parts => [this];

    /// <summary>Steps that it is in a network, by which layers are counted.</summary>
    public virtual int Steps => 1;

    /// <summary>Features of a position after the layer.</summary>
    public virtual int OutputWidth(int inputWidth) => inputWidth;

    /// <summary>The order in which it reads the values of a row.</summary>
    public virtual SpecOrder Reads => SpecOrder.Features;

    /// <summary>Whether it can work on rows of that shape.</summary>
    public virtual bool Fits(SpecShape input) => input.Features % Divisor == 0 && input.Features >= LeastWidth && (Reads != SpecOrder.Declared || input.Sizes.Length <= 2);

    /// <summary>Shape after the layer.</summary>
    /// <param name="input">As it reads it.</param>
    public virtual SpecShape OutputShape(SpecShape input) => input.WithFeatures(OutputWidth(input.Features));

    /// <summary>Shapes of the trained tensors, in the order of declaration.</summary>
    public virtual IReadOnlyList<int[]> TensorShapes(int inputWidth) => [];

    /// <summary>Shapes of running averages, a mean and a variance, which lie behind the trained tensors of all layers.</summary>
    public virtual IReadOnlyList<int[]> StatisticShapes(int inputWidth) => [];

    /// <summary>Rows of a batch below which the gradient in float is what is left of a difference of nearly equal numbers.</summary>
    public virtual int LeastRows => 1;

    /// <summary>Mean and spread of the values that tests draw for a tensor: weights with the variance that keeps a signal's size, small biases.</summary>
    public virtual (double Start, double Scale) Distribution(int tensor, int[] shape) => (0, shape.Length == 2 ? 1.2 / Math.Sqrt(shape[0]) : 0.3);

    /// <summary>The layer's rows of outputs.</summary>
    /// <param name="x">Rows of inputs, in the order in which they lie in memory; a row is the features of a position.</param>
    /// <param name="parameters">The layer's tensors.</param>
    /// <param name="layer">Index of the layer in its network, from 1.</param>
    /// <param name="run">Training or inference.</param>
    public abstract double[][] Forward(double[][] x, double[][] parameters, int layer, Run run);

    /// <summary>∂L/∂x from ∂L/∂y; adds the tensors' gradients into <paramref name="gradients"/>.</summary>
    public abstract double[][] Backward(double[][] x, double[][] y, double[][] g, double[][] parameters, double[][] gradients, int layer, Run run);

    /// <summary>Distance of the nearest element from a point where the derivative jumps.</summary>
    public virtual double DistanceToKink(double[][] x, double[][] parameters) => double.PositiveInfinity;
}
