using ActGen.Frontend.Analysis;
using ActGen.Frontend.Attributes;
using ActGen.Frontend.Calculus;
using ActGen.Frontend.Model;
using ActGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ActGen.Frontend.Tests.Networks;

/// <summary>From attributes to their analysis, as generator and analyzers go.</summary>
internal static class Analyze
{
    /// <summary>The analysis of a class <c>Net</c> with these attributes.</summary>
    public static NetworkAnalysis Stack(string attributes) => Program($"using ActGen;\n{attributes}\npublic sealed partial class Net;");

    /// <summary>The analysis of class <c>Net</c> in a program.</summary>
    public static NetworkAnalysis Program(params string[] sources) => NetworkAnalysis.Of(Declaration(sources));

    /// <summary>The declaration of class <c>Net</c>, wherever it is nested.</summary>
    public static NetworkDeclaration Declaration(params string[] sources) => Declaration(TestCompilation.Create(sources));

    public static NetworkDeclaration Declaration(CSharpCompilation compilation)
    {
        INamedTypeSymbol type = compilation.GetSymbolsWithName("Net", SymbolFilter.Type).OfType<INamedTypeSymbol>().First();
        FormulaTable formulas = FormulaTable.Of(compilation.GetSymbolsWithName(_ => true, SymbolFilter.Type).OfType<INamedTypeSymbol>()
            .Where(symbol => symbol.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "ActivationFunctionAttribute"))
            .Select(symbol => FormulaReader.Read(symbol, compilation, default)));
        return NetworkReader.Read(type, compilation, default)!.Resolve(formulas);
    }

    /// <summary>The ids of the problems, in order.</summary>
    public static string Ids(this NetworkAnalysis analysis) => string.Join(" ", analysis.Problems.Select(problem => problem.Id));
}
