using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;

namespace ActGen.Testing;

/// <summary>Applies refactorings.</summary>
public static class RefactoringHarness
{
    /// <summary>The program after the one refactoring that is offered at <c>[|the mark|]</c>, or null where none is.</summary>
    public static async Task<string?> ApplyAsync(CodeRefactoringProvider provider, string markup)
    {
        using var workspace = new AdhocWorkspace();
        (Document document, List<CodeAction> actions) = await OffersAsync(provider, markup, workspace);
        if (actions.Count == 0)
            return null;
        return await AfterAsync(document, actions.Single());
    }

    /// <summary>The programs after the refactorings that are offered at <c>[|the mark|]</c>, by their titles.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> AllAsync(CodeRefactoringProvider provider, string markup)
    {
        using var workspace = new AdhocWorkspace();
        (Document document, List<CodeAction> actions) = await OffersAsync(provider, markup, workspace);
        var programs = new Dictionary<string, string>();
        foreach (CodeAction action in actions)
            programs.Add(action.Title, await AfterAsync(document, action));
        return programs;
    }

    private static async Task<(Document Document, List<CodeAction> Actions)> OffersAsync(CodeRefactoringProvider provider, string markup, AdhocWorkspace workspace)
    {
        MarkupText code = MarkupText.Parse(markup);
        Document document = TestProject.CreateDocument(workspace, code.Text, TestCompilation.ParseOptions, []);
        var actions = new List<CodeAction>();
        await provider.ComputeRefactoringsAsync(new CodeRefactoringContext(document, code.Spans.Single().Span, actions.Add, CancellationToken.None));
        return (document, actions);
    }

    private static async Task<string> AfterAsync(Document document, CodeAction action)
    {
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        Document changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;
        return (await changed.GetTextAsync()).ToString();
    }
}
