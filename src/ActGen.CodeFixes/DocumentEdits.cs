using ActGen.CodeFixes.Stack;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ActGen.CodeFixes;

/// <summary>All edits of one fix, or of "fix all", in one document.</summary>
/// <param name="tree">The document's.</param>
/// <param name="all">Those of all documents.</param>
internal sealed class DocumentEdits(SyntaxTree tree, SolutionEdits all)
{
    private readonly SourceText _text = tree.GetText();
    private readonly Dictionary<TypeDeclarationSyntax, LayerStackEditor> _stacks = [];
    private readonly Dictionary<TextSpan, string> _replacements = [];

    /// <summary>The editor of the stack that an attribute belongs to, of which <see cref="LayerStackEditor.CanEdit"/> holds; in another document too.</summary>
    public LayerStackEditor StackOf(AttributeSyntax attribute) => StackOf((TypeDeclarationSyntax)attribute.Parent!.Parent!);

    /// <summary>The editor of the stack of a declaration, of which <see cref="LayerStackEditor.CanEdit"/> holds; in another document too.</summary>
    public LayerStackEditor StackOf(TypeDeclarationSyntax type)
    {
        if (type.SyntaxTree != tree)
            return all.In(type.SyntaxTree).StackOf(type);
        if (!_stacks.TryGetValue(type, out LayerStackEditor? editor))
            _stacks.Add(type, editor = new LayerStackEditor(_text, type));
        return editor;
    }

    /// <summary>Inserts text; two fixes that want the same at the same place get it once.</summary>
    public void Insert(int position, string inserted) => Replace(new TextSpan(position, 0), inserted);

    /// <summary>Puts other text in the place of some.</summary>
    public void Replace(TextSpan span, string replacement) => _replacements[span] = replacement;

    public SourceText Apply() => _text.WithChanges(_stacks.Values
        .SelectMany(stack => stack.Changes())
        .Concat(_replacements.Select(replacement => new TextChange(replacement.Key, replacement.Value)))
        .OrderBy(change => change.Span.Start)
        .ThenBy(change => change.Span.End));
}
