using System.Text;
using ActGen.Frontend.Analysis;
using ActGen.Frontend.Attributes;
using ActGen.Frontend.Calculus;
using ActGen.Frontend.Model;
using ActGen.Generator.Emission;
using Microsoft.CodeAnalysis;
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
            .ForAttributeWithMetadataName(FormulaReader.AttributeName, AttributedType.IsType, AttributedType.ReadFormula)
            .WithTrackingName("Formulas")
            .Collect()
            .Select(static (declarations, _) => FormulaTable.Of(declarations.OfType<FormulaDeclaration>()))
            .WithTrackingName("FormulaTable");

        Write(context, NetworkReader.AttributeName, formulas);
        Write(context, VariantReader.AttributeName, formulas);
    }

    private static void Write(IncrementalGeneratorInitializationContext context, string attribute, IncrementalValueProvider<FormulaTable> formulas)
    {
        // 2. The networks as their attributes declare them, blocks put in their places, with the formulas that they name: the equality gate.
        IncrementalValuesProvider<NetworkDeclaration> networks = context.SyntaxProvider
            .ForAttributeWithMetadataName(attribute, AttributedType.IsType, ReadNetwork)
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

    private static NetworkDeclaration? ReadNetwork(GeneratorAttributeSyntaxContext context, CancellationToken cancellation) =>
        AttributedType.Of(context) is { } type && IsHead(context.Attributes[0], type) ? NetworkReader.Read(type, context.SemanticModel.Compilation, cancellation) : null;

    /// <summary>A class that is marked as network and as variant is written once.</summary>
    private static bool IsHead(AttributeData attribute, INamedTypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(NetworkReader.HeadOf(type.GetAttributes())?.AttributeClass, attribute.AttributeClass);
}
