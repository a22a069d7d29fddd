using System.Collections.Immutable;
using System.Text;
using ActGen.Frontend.Attributes;
using ActGen.Frontend.Calculus;
using ActGen.Frontend.Model;
using ActGen.Generator.Emission;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ActGen.Generator;

/// <summary>Writes the networks. Two cheap readers run on every edit; behind the equality gate everything is a pure function of the declaration.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class NetworkGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // 1. The formulas of this compilation, by name.
        IncrementalValueProvider<FormulaTable> formulas = context.SyntaxProvider
            .ForAttributeWithMetadataName(FormulaReader.AttributeName, IsType, ReadFormula)
            .WithTrackingName("Formulas")
            .Collect()
            .Select(static (declarations, _) => FormulaTable.Of(declarations.OfType<FormulaDeclaration>()))
            .WithTrackingName("FormulaTable");

        // 2. The networks as their attributes declare them, with the formulas that they name: the equality gate.
        IncrementalValuesProvider<NetworkDeclaration> networks = context.SyntaxProvider
            .ForAttributeWithMetadataName(NetworkReader.AttributeName, IsType, ReadNetwork)
            .Where(static declaration => declaration is { Type.IsNamed: true })
            .WithTrackingName("Networks")
            .Combine(formulas)
            .Select(static (pair, _) => pair.Left!.Resolve(pair.Right))
            .WithTrackingName("ResolvedNetworks");

        // 3. Analysis, plan, text.
        IncrementalValuesProvider<GeneratedFile> files = networks
            .Select(static (declaration, _) => new GeneratedFile(declaration.Type.HintName + ".g.cs", NetworkEmitter.Emit(NetworkAnalysis.Of(declaration))))
            .WithTrackingName("NetworkFiles");
        context.RegisterSourceOutput(files, static (output, file) =>
        {
            if (file.Text.Length > 0)
                output.AddSource(file.HintName, SourceText.From(file.Text, Encoding.UTF8));
        });
    }

    private static bool IsType(SyntaxNode node, CancellationToken cancellationToken) => node is TypeDeclarationSyntax;

    private static FormulaDeclaration? ReadFormula(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken) =>
        context.TargetSymbol is INamedTypeSymbol type && IsFirst(context)
            ? FormulaReader.Read(type, context.SemanticModel.Compilation, cancellationToken)
            : null;

    private static NetworkDeclaration? ReadNetwork(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken) =>
        context.TargetSymbol is INamedTypeSymbol type && IsFirst(context) ? NetworkReader.Read(type, cancellationToken) : null;

    /// <summary>Of several partial declarations with the attribute only the first goes on: two files of one name would lose all output.</summary>
    private static bool IsFirst(GeneratorAttributeSyntaxContext context)
    {
        ImmutableArray<AttributeData> all = context.TargetSymbol.GetAttributes();
        INamedTypeSymbol? attribute = context.Attributes[0].AttributeClass;
        SyntaxReference? first = all.FirstOrDefault(data => SymbolEqualityComparer.Default.Equals(data.AttributeClass, attribute))?.ApplicationSyntaxReference;
        return first is null || (first.SyntaxTree == context.TargetNode.SyntaxTree && context.TargetNode.Span.Contains(first.Span));
    }
}
