namespace ActGen;

/// <summary>On a formula of this library: its attribute gets a bool property that selects another formula.</summary>
/// <typeparam name="TFormula">The formula used when the property is true.</typeparam>
/// <param name="property">Name of the property.</param>
[AttributeUsage(AttributeTargets.Struct)]
internal sealed class FormulaOptionAttribute<TFormula>(string property) : Attribute
    where TFormula : IActivation
{
    /// <summary>Name of the property.</summary>
    public string Property { get; } = property;
}

/// <summary>On a formula of this library: it gets no attribute of its own.</summary>
[AttributeUsage(AttributeTargets.Struct)]
internal sealed class WithoutAttributeAttribute : Attribute;
