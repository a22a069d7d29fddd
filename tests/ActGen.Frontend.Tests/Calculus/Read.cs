using ActGen.Frontend.Calculus;
using ActGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ActGen.Frontend.Tests.Calculus;

/// <summary>Formulas for tests, read from source.</summary>
internal static class Read
{
    private static readonly Dictionary<string, Formula> BuiltInFormulas = ReadBuiltIns();

    public static IEnumerable<string> BuiltInNames => BuiltInFormulas.Keys;

    public static Formula BuiltIn(string name) => BuiltInFormulas[name];

    /// <summary>The declaration with this method as its formula.</summary>
    public static FormulaDeclaration Declaration(string members)
    {
        CSharpCompilation compilation = FormulaContract.Compile("using static ActGen.Functions;\n" + Struct(members));
        return FormulaReader.Read(compilation.GetTypeByMetadataName("Test")!, compilation, default);
    }

    public static string Struct(string members) => $$"""[ActGen.ActivationFunction] public readonly partial struct Test { {{members}} }""";

    public static Formula Formula(string members)
    {
        FormulaDeclaration declaration = Declaration(members);
        Assert.Empty(declaration.Problems);
        return declaration.ToFormula()!;
    }

    /// <summary>A formula of x alone.</summary>
    public static Formula Expression(string expression) => Formula($"public static float Formula(float x) => {expression};");

    private static Dictionary<string, Formula> ReadBuiltIns()
    {
        CSharpCompilation compilation = FormulaContract.CompileBuiltIns();
        INamedTypeSymbol formulas = compilation.GetTypeByMetadataName("ActGen.Formulas")!;
        var read = new Dictionary<string, Formula>(StringComparer.Ordinal);
        foreach (INamedTypeSymbol type in formulas.GetTypeMembers().OrderBy(type => type.Name, StringComparer.Ordinal))
        {
            FormulaDeclaration declaration = FormulaReader.Read(type, compilation, default);
            Assert.Empty(declaration.Problems);
            read.Add(type.Name, declaration.ToFormula()!);
        }
        return read;
    }
}
