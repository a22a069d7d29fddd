using System.Reflection;

namespace ActGen.Runtime.Tests.Proofs.Definitions;

/// <summary>Whoever adds an activation adds its definition here: otherwise nothing would prove it.</summary>
public sealed class FormulaCoverageTests
{
    [Fact]
    public void Every_built_in_formula_has_a_definition()
    {
        IEnumerable<string> formulas = typeof(NetworkAttribute).Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<ActivationFunctionAttribute>() is not null && type.Name != "Identity")
            .Select(type => type.Name);
        Assert.Equal(formulas.Order(), ActivationDefinitions.BuiltIn.Select(definition => definition.Struct).Order());
    }
}
