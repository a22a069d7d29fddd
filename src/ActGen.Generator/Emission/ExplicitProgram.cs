using ActGen.Generator.Text;

namespace ActGen.Generator.Emission;

/// <summary>The explicit members of <c>INetworkProgram</c>: invisible after the dot, they forward to the program class.</summary>
internal static class ExplicitProgram
{
    /// <param name="program">The program class.</param>
    /// <param name="vocabulary">The scalar.</param>
    /// <param name="code">Where to write.</param>
    /// <param name="attribute">On each member, or null.</param>
    public static void Write(string program, Vocabulary vocabulary, CodeWriter code, string? attribute) =>
        Write(vocabulary, code, attribute, vocabulary.PassParameter, operation => operation is null ? program + ".Describe()" : $"{program}.{operation}(in pass)");

    /// <summary>Members that throw. They take the pass by <c>in</c>, which C# 11 has too.</summary>
    /// <param name="vocabulary">The scalar.</param>
    /// <param name="code">Where to write.</param>
    /// <param name="attribute">On each member, or null.</param>
    /// <param name="error">A throw expression.</param>
    public static void WriteBroken(Vocabulary vocabulary, CodeWriter code, string? attribute, string error) =>
        Write(vocabulary, code, attribute, vocabulary.PassParameterOfOldCSharp, _ => error);

    private static void Write(Vocabulary vocabulary, CodeWriter code, string? attribute, string passParameter, Func<string?, string> body)
    {
        string contract = vocabulary.Kernels("INetworkProgram");
        code.Separate();
        if (attribute is not null)
            code.Line(attribute);
        code.Line($"static {Vocabulary.Type("NetworkDefinition")} {contract}.Describe() => {body(null)};");
        foreach ((string name, string returns) in ProgramEmitter.Operations)
        {
            code.Line();
            if (attribute is not null)
                code.Line(attribute);
            code.Line($"static {returns} {contract}.{name}({passParameter}) => {body(name)};");
        }
    }
}
