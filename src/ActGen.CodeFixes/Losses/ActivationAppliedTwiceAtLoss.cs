using System.Composition;
using ActGen.Analyzers.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ActGen.CodeFixes.Losses;

/// <summary>The fixes of ACT2001 and ACT2002, offered at the loss as well: a light bulb appears only where a diagnostic
/// stands, which is the activation.</summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(ActivationAppliedTwiceAtLoss)), Shared]
internal sealed class ActivationAppliedTwiceAtLoss : CodeRefactoringProvider
{
    private static readonly ActivationAppliedTwiceFix Fix = new();

    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (model is null
            || root?.FindNode(context.Span).FirstAncestorOrSelf<AttributeSyntax>() is not { Parent.Parent: TypeDeclarationSyntax declaration } loss
            || model.GetDeclaredSymbol(declaration, context.CancellationToken) is not INamedTypeSymbol type)
        {
            return;
        }
        var found = new List<Diagnostic>();
        new NetworkFindings(model.Compilation).Check(type, found.Add, context.CancellationToken);
        foreach (Diagnostic diagnostic in found.Where(one => Fix.FixableDiagnosticIds.Contains(one.Id)))
        {
            bool isAboutThisLoss = diagnostic.AdditionalLocations.Any(place => place.SourceTree == loss.SyntaxTree && place.SourceSpan == loss.Span);
            if (isAboutThisLoss && await Fix.ActionAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is { } action)
                context.RegisterRefactoring(action);
        }
    }
}
