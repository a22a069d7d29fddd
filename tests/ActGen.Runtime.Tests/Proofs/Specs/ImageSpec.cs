namespace ActGen.Runtime.Tests.Proofs.Specs;

/// <summary>A layer that looks at more than one position: convolutions, pools, norms over groups. Its definition is on whole rows as they are declared, channels first.</summary>
internal abstract record ImageSpec : LayerSpec
{
    /// <summary>The outputs of each row.</summary>
    /// <param name="shape">Of a row of x.</param>
    /// <param name="x">One row for each row of the batch.</param>
    /// <param name="parameters">The layer's tensors.</param>
    /// <param name="run">Training or inference.</param>
    public abstract double[][] Forward(SpecShape shape, double[][] x, double[][] parameters, Run run);

    /// <summary>∂L/∂x from ∂L/∂y; adds the tensors' gradients into <paramref name="gradients"/>.</summary>
    public abstract double[][] Backward(SpecShape shape, double[][] x, double[][] y, double[][] g, double[][] parameters, double[][] gradients, Run run);

    /// <summary>Distance of the nearest value from a point where the derivative jumps, as two values of a maximum that are equal.</summary>
    public virtual double DistanceToKink(SpecShape shape, double[][] x, double[][] parameters) => double.PositiveInfinity;

    public sealed override double[][] Forward(double[][] x, double[][] parameters, int layer, Run run) => throw new NotSupportedException();

    public sealed override double[][] Backward(double[][] x, double[][] y, double[][] g, double[][] parameters, double[][] gradients, int layer, Run run) => throw new NotSupportedException();
}
