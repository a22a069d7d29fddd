using System.Composition;
using ActGen.Analyzers.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ActGen.CodeFixes.Stack;

/// <summary>The fixes of rules about networks, offered at the other places of a diagnostic as well, of which the loss is one: a light
/// bulb appears only where the diagnostic itself stands.</summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(LayerStackFixElsewhere)), Shared]
internal sealed class LayerStackFixElsewhere : CodeRefactoringProvider
{
    private static readonly LayerStackFix Fix = new();

    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (model is null
            || root?.FindNode(context.Span).FirstAncestorOrSelf<AttributeSyntax>() is not { Parent.Parent: TypeDeclarationSyntax declaration } attribute
            || model.GetDeclaredSymbol(declaration, context.CancellationToken) is not INamedTypeSymbol type)
        {
            return;
        }
        var found = new List<Diagnostic>();
        new NetworkFindings(DeclaredNetworks.Of(model.Compilation), context.Document.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider).Check(type, found.Add, context.CancellationToken);
        foreach (Diagnostic diagnostic in found.Where(one => Fix.FixableDiagnosticIds.Contains(one.Id)))
        {
            if (!diagnostic.AdditionalLocations.Any(place => place.SourceTree == attribute.SyntaxTree && place.SourceSpan == attribute.Span))
                continue;
            foreach (CodeAction action in await Fix.ActionsAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false))
                context.RegisterRefactoring(action);
        }
    }
}
