using ActGen.Generator.Text;

namespace ActGen.Generator.Emission;

/// <summary>The explicit members of <c>INetworkProgram</c>: invisible after the dot, they forward to the program class.</summary>
internal static class ExplicitProgram
{
    /// <param name="program">The program class; null gives members that throw <paramref name="error"/>.</param>
    /// <param name="vocabulary">The scalar.</param>
    /// <param name="code">Where to write.</param>
    /// <param name="attribute">On each member, or null.</param>
    /// <param name="error">A throw expression.</param>
    public static void Write(string? program, Vocabulary vocabulary, CodeWriter code, string? attribute, string? error = null)
    {
        string contract = vocabulary.Kernels("INetworkProgram");
        code.Separate();
        if (attribute is not null)
            code.Line(attribute);
        code.Line($"static {Vocabulary.Type("NetworkDefinition")} {contract}.Describe() => {error ?? program + ".Describe()"};");
        foreach ((string name, string returns) in ProgramEmitter.Operations)
        {
            code.Line();
            if (attribute is not null)
                code.Line(attribute);
            code.Line($"static {returns} {contract}.{name}({vocabulary.PassParameter}) => {error ?? $"{program}.{name}(in pass)"};");
        }
    }
}
