using System.Reflection;

namespace ActGen.Runtime.Tests.Numerics.Functions;

/// <summary>Everything that a network can be declared with can be called directly: each formula as an activation on spans, each loss attribute
/// as a loss, each vector function as a scalar and on spans.</summary>
public sealed class ShortcutTests
{
    [Fact]
    public void Every_formula_has_a_function_of_spans()
    {
        string[] formulas = [.. typeof(Formulas).GetNestedTypes().Where(type => typeof(IActivation).IsAssignableFrom(type)).Select(type => type.Name)];
        Assert.NotEmpty(formulas);
        // An option of another formula (GELU(Approximate = true) is GELUTanh) is reached by its own name.
        Assert.Empty(formulas.Except(Names(typeof(global::ActGen.Activations))));
    }

    [Fact]
    public void Every_loss_attribute_has_a_function_of_spans()
    {
        string[] losses = [.. typeof(LossAttribute).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(LossAttribute)) && !type.IsAbstract).Select(type => type.Name.Replace("LossAttribute", "", StringComparison.Ordinal))];
        Assert.NotEmpty(losses);
        Assert.Empty(losses.Except(Names(typeof(global::ActGen.Losses))));
    }

    [Fact]
    public void Every_vector_function_is_there_for_one_number_and_for_spans()
    {
        string[] functions = [.. FunctionCases.All.Select(function => function.Name), "Pow"];
        Assert.Empty(functions.Except(Names(typeof(ActGen.Functions))));
        Assert.Empty(functions.Select(name => $"Apply{name}").Except(Names(typeof(ActGen.Functions))));
    }

    private static IEnumerable<string> Names(Type type) => type.GetMethods(BindingFlags.Public | BindingFlags.Static).Select(method => method.Name);
}
