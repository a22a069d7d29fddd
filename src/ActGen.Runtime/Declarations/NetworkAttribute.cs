namespace ActGen;

/// <summary>Makes a partial class a network. The layers follow as attributes, from input to output; a loss comes last.</summary>
/// <remarks><c>[Network(784)]</c> takes rows of 784 features, <c>[Network(1, 28, 28)]</c> images (channels, height, width),
/// <c>[Network(16, 8)]</c> sequences (time, features).</remarks>
/// <param name="inputShape">Shape of one input row; every size at least 1.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class NetworkAttribute(params int[] inputShape) : Attribute
{
    /// <summary>Shape of one input row.</summary>
    public int[] InputShape { get; } = inputShape;

    /// <summary>Expected mean square of the inputs, for the initialisation of the first layer: 1 for standardised data (the default), about 0.1 for images in 0..1.</summary>
    public double InputMeanSquare { get; set; } = 1;

    /// <summary>Whether training steps record what each layer does: mean and root mean square of activations and gradients, dead and saturated units, how fast weights change. Read it as
    /// <see cref="Trainer{TNet}.Telemetry"/>, for each epoch as <see cref="EpochResult.Layers"/>, or through the meter <c>ActGen</c> of <c>System.Diagnostics.Metrics</c>.</summary>
    /// <remarks>Every step records, which is a pass over each layer's values and gradients; weights and outputs are the same bits as without. False, the default, generates no code for it.</remarks>
    public bool Telemetry { get; set; }
}
