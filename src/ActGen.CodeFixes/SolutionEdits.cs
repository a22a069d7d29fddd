using Microsoft.CodeAnalysis;

namespace ActGen.CodeFixes;

/// <summary>All edits of one fix, or of "fix all".</summary>
internal sealed class SolutionEdits
{
    private readonly Dictionary<SyntaxTree, DocumentEdits> _documents = [];

    /// <summary>Those in one document.</summary>
    public DocumentEdits In(SyntaxTree tree)
    {
        if (!_documents.TryGetValue(tree, out DocumentEdits? edits))
            _documents.Add(tree, edits = new DocumentEdits(tree, this));
        return edits;
    }

    /// <summary>The solution with all of them.</summary>
    public Solution Apply(Solution solution)
    {
        Solution edited = solution;
        foreach (KeyValuePair<SyntaxTree, DocumentEdits> one in _documents)
        {
            if (solution.GetDocument(one.Key) is { } document)
                edited = edited.WithDocumentText(document.Id, one.Value.Apply());
        }
        return edited;
    }
}
