namespace ActGen;

/// <summary>Base of every attribute that is one step of a network: layers, activations, losses.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public abstract class LayerAttribute : Attribute;

/// <summary>Base of the losses; a loss is the last step of a network.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public abstract class LossAttribute : LayerAttribute;
