using ActGen.Frontend.Facts;
using ActGen.Frontend.Model;
using ActGen.Frontend.Shapes;

namespace ActGen.Frontend.Layers;

/// <summary>All that the front end knows of a kind of layer. A kind that is added is a class here with its line in <see cref="LayerTypes"/>; beside it
/// stand its attribute and its kernel in the runtime, its signal in <c>Propagation</c> and its emitter in the generator.</summary>
internal abstract class LayerType
{
    /// <summary>Whether it does something to values at inference: a network of layers that do not is none.</summary>
    public virtual bool Computes => true;

    /// <summary>The order in which it wants the values of a row.</summary>
    public virtual LayerReads Reads(LayerDeclaration layer) => LayerReads.Features;

    /// <summary>Its input as it understands it: a shape on two axes is (channels, length) or (time, features), as the layer that reads it says.</summary>
    public virtual Shape Understand(LayerDeclaration layer, Shape input) => Reads(layer) == LayerReads.Declared ? input.AsDeclared() : input;

    /// <summary>Reports arguments for which it is not defined (ACT0006).</summary>
    public virtual void Check(ArgumentChecks arguments)
    {
    }

    /// <summary>The layer's output shape; unknown, with a reason, when the layer does not fit.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="input">A known shape.</param>
    /// <param name="origin">What made the input, for the reason: <c>the network's input</c>, <c>[Dense]</c>.</param>
    public virtual (Shape Output, string? Misfit) Infer(LayerDeclaration layer, Shape input, string origin) => (input, null);

    /// <summary>Trained parameters; null when unknown.</summary>
    public virtual long? ParameterCount(LayerDeclaration layer, Shape input) => 0;

    /// <summary>Numbers that are saved with the parameters and not trained.</summary>
    public virtual long StatisticCount(LayerDeclaration layer, Shape input) => 0;

    /// <summary>What rules may know of it.</summary>
    public abstract LayerFacts Facts(LayerAnalysis layer);

    /// <summary>Adds its steps to a plan.</summary>
    /// <param name="layer">Without problems.</param>
    /// <param name="next">The layer behind it, or null.</param>
    /// <param name="plan">Where it goes.</param>
    public abstract void Plan(LayerAnalysis layer, LayerAnalysis? next, PlanBuilder plan);

    /// <summary>No shape, for a reason.</summary>
    protected static (Shape Output, string? Misfit) Misfit(string reason) => (Shape.Unknown, reason);

    /// <summary>What the features of a shape lie on, in words.</summary>
    protected static string Axis(Shape shape) => shape.IsChannelsFirst ? "channels" : "last axis";

    /// <summary>The features in equal parts.</summary>
    protected static (Shape Output, string? Misfit) Divided(Shape input, int parts, string origin) => input.Features % parts == 0
        ? (input.WithFeatures(input.Features / parts), null)
        : Misfit($"cuts the {Axis(input)} into {parts} equal parts, but {origin} gives rows of shape {input}, and {input.Features} is no multiple of {parts}");
}
