namespace ActGen;

/// <summary>Makes a partial class the same network as another one, with one formula replaced wherever it is used: in activations, gates and blocks. The question it
/// answers is which activation is best here.</summary>
/// <remarks>The class has everything that a network has. Weights that start as <see cref="Initializer.Auto"/> says start as the new formula needs them. An attribute like <c>[GELU]</c>
/// uses the formula of its name, with <c>Approximate = true</c> another one: <c>Formulas.GELUTanh</c>.</remarks>
/// <typeparam name="TNetwork">A class marked <see cref="NetworkAttribute"/>, or another variant.</typeparam>
/// <typeparam name="TFrom">The formula that is replaced; an error (ACT0009) where the network does not use it.</typeparam>
/// <typeparam name="TTo">The formula in its place.</typeparam>
/// <param name="parameters">The new formula's parameters in order; those left out take their defaults.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class VariantAttribute<TNetwork, TFrom, TTo>(params double[] parameters) : Attribute
    where TFrom : IActivation
    where TTo : IActivation
{
    /// <summary>The new formula's parameters in order.</summary>
    public double[] Parameters { get; } = parameters;
}
