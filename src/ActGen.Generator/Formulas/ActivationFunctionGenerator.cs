using ActGen.Frontend.Calculus;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ActGen.Generator.Formulas;

/// <summary>Writes the other half of every struct marked <c>[ActivationFunction]</c>.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ActivationFunctionGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // 1. Each formula becomes a value without symbols: the gate where an unrelated edit stops.
        IncrementalValuesProvider<FormulaDeclaration> formulas = context.SyntaxProvider
            .ForAttributeWithMetadataName(FormulaReader.AttributeName, static (node, _) => node is StructDeclarationSyntax or RecordDeclarationSyntax, Read)
            .Where(static formula => formula is { Type.IsNamed: true })
            .Select(static (formula, _) => formula!)
            .WithTrackingName("Formulas");

        // 2. Text. The built-in formulas also get their attribute and shortcut.
        context.RegisterSourceOutput(formulas, static (output, formula) =>
        {
            output.AddSource(formula.Type.HintName + ".g.cs", FormulaEmitter.Emit(formula));
            if (formula.Attribute is { } attribute && formula.ToFormula() is { } read)
                output.AddSource(formula.Type.HintName + ".Use.g.cs", BuiltInEmitter.Emit(formula, read, attribute));
        });
    }

    private static FormulaDeclaration? Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        if (context.TargetSymbol is not INamedTypeSymbol { TypeKind: TypeKind.Struct, IsFileLocal: false, IsRefLikeType: false } type)
            return null;
        // One call per attributed declaration: only the first one of a type counts.
        SyntaxReference? first = type.GetAttributes().FirstOrDefault(a => a.AttributeClass?.ToDisplayString() == FormulaReader.AttributeName)?.ApplicationSyntaxReference;
        SyntaxReference? here = context.Attributes[0].ApplicationSyntaxReference;
        return first?.SyntaxTree == here?.SyntaxTree && first?.Span == here?.Span
            ? FormulaReader.Read(type, context.SemanticModel.Compilation, cancellation)
            : null;
    }
}
