using System.Composition;
using ActGen.Analyzers.Declarations;
using ActGen.Analyzers.Options;
using ActGen.CodeFixes.Stack;
using ActGen.Frontend.Attributes;
using ActGen.Frontend.Diagnostics;
using ActGen.Frontend.Meaning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ActGen.CodeFixes.Refactorings;

/// <summary>Other activations for a hidden layer, each with what it is predicted to do to a new network. Those that would bring a warning
/// which the network does not have now are left out.</summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(SwapActivation)), Shared]
internal sealed class SwapActivation : CodeRefactoringProvider
{
    private static readonly string[] Candidates = ["ReLU", "LeakyReLU", "ELU", "GELU", "SiLU", "Mish", "Tanh"];

    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (model is null
            || root?.FindNode(context.Span).FirstAncestorOrSelf<AttributeSyntax>() is not { Parent.Parent: TypeDeclarationSyntax declaration } attribute
            || !LayerStackEditor.CanEdit(declaration)
            || model.GetDeclaredSymbol(declaration, context.CancellationToken) is not INamedTypeSymbol type
            || DeclaredNetworks.Of(model.Compilation).AnalysisOf(type, context.CancellationToken) is not { } analysis)
        {
            return;
        }
        NetworkMeaning network = NetworkMeaning.Of(analysis);
        var sites = new DeclarationSites(type, analysis.Declaration, context.CancellationToken);
        LayerMeaning? swapped = network.Layers.FirstOrDefault(layer => sites.IsOwn(layer.Index) && sites.Find(new ProblemSite(layer.Index)) is { } place && place.SourceTree == attribute.SyntaxTree && place.SourceSpan == attribute.Span);
        // What stands behind the last weights belongs to the loss.
        if (swapped?.Facts.Function is not { } function || swapped.Index > network.LastWeighted?.Index)
            return;
        foreach (string name in Candidates)
        {
            if (With(network, swapped, name, model.Compilation) is not { } other || other.Layers.First(layer => layer.Index == swapped.Index).Facts.Function is not { } its || its.Formula == function.Formula
                || Warnings(other) > Warnings(network) || AttributeNames.NameFor(model, attribute, name + "Attribute") is not { } written)
            {
                continue;
            }
            string title = $"Swap {swapped.Name} for {name}{Effect(network, other)}";
            context.RegisterRefactoring(CodeAction.Create(
                title,
                _ =>
                {
                    var edits = new SolutionEdits();
                    edits.In(attribute.SyntaxTree).StackOf(attribute).Replace(attribute, written);
                    return Task.FromResult(edits.Apply(context.Document.Project.Solution));
                },
                equivalenceKey: nameof(SwapActivation) + name));
        }
    }

    /// <summary>The network with another activation; null where the library does not have it.</summary>
    private static NetworkMeaning? With(NetworkMeaning network, LayerMeaning swapped, string name, Compilation compilation) =>
        compilation.GetTypeByMetadataName($"ActGen.{name}Attribute") is { } type && LayerReader.Activation(type, compilation.Assembly) is { } activation
            ? network.With(layer => ReferenceEquals(layer, swapped.Layer.Declaration) ? activation : layer)
            : null;

    private static int Warnings(NetworkMeaning network) => NetworkRules.All
        .SelectMany(rule => rule.Find(network, RuleOptions.Default).Select(finding => finding.Severity ?? rule.Descriptor.DefaultSeverity))
        .Count(severity => severity >= DiagnosticSeverity.Warning);

    /// <summary>Signal at the output and gradient at the first layer that is trained, before and after.</summary>
    private static string Effect(NetworkMeaning before, NetworkMeaning after)
    {
        if (before.Layers.LastOrDefault()?.Flow is not { } signal || after.Layers.LastOrDefault()?.Flow is not { } otherSignal
            || before.FirstTrained?.Flow is not { } gradient || after.FirstTrained?.Flow is not { } otherGradient)
        {
            return "";
        }
        return $": signal at the output {Wording.Factor(signal.Output)} → {Wording.Factor(otherSignal.Output)}, gradient at the first layer {Wording.Factor(gradient.OutputGradient)} → {Wording.Factor(otherGradient.OutputGradient)}";
    }
}
