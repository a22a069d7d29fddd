using ActGen.Frontend.Calculus;
using Microsoft.CodeAnalysis;

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
            .ForAttributeWithMetadataName(FormulaReader.AttributeName, AttributedType.IsType, Read)
            .Where(static formula => formula is { Type.IsNamed: true, AcceptsGeneratedHalf: true })
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

    /// <summary>Null too where nothing can be added to the type; its problem says why.</summary>
    private static FormulaDeclaration? Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellation) =>
        context.TargetSymbol is INamedTypeSymbol type && FormulaReader.CanBeExtended(type) ? AttributedType.ReadFormula(context, cancellation) : null;
}
