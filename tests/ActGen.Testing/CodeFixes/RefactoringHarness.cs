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
        MarkupText code = MarkupText.Parse(markup);
        using var workspace = new AdhocWorkspace();
        Document document = TestProject.CreateDocument(workspace, code.Text, TestCompilation.ParseOptions, []);
        var actions = new List<CodeAction>();
        await provider.ComputeRefactoringsAsync(new CodeRefactoringContext(document, code.Spans.Single().Span, actions.Add, CancellationToken.None));
        if (actions.Count == 0)
            return null;
        var operations = await actions.Single().GetOperationsAsync(CancellationToken.None);
        Document changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;
        return (await changed.GetTextAsync()).ToString();
    }
}
