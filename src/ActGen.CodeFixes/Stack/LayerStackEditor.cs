using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ActGen.CodeFixes.Stack;

/// <summary>Edits the attribute stack of one class. Edits are collected, then applied to the text in one pass: separate
/// removals within one bracket would overlap, and text keeps every comment and line break that is not edited.</summary>
internal sealed class LayerStackEditor
{
    private readonly SourceText _text;
    private readonly TypeDeclarationSyntax _type;
    private readonly HashSet<AttributeSyntax> _removed = [];
    private readonly Dictionary<AttributeSyntax, string> _replaced = [];
    private readonly Dictionary<AttributeSyntax, string> _inserted = [];
    private readonly List<string> _appended = [];
    private readonly Dictionary<TextSpan, string> _arguments = [];

    /// <param name="text">The whole document.</param>
    /// <param name="type">A class of which <see cref="CanEdit"/> holds.</param>
    public LayerStackEditor(SourceText text, TypeDeclarationSyntax type)
    {
        _text = text;
        _type = type;
    }

    /// <summary>Not where the stack holds a preprocessor directive: what is not compiled now cannot be judged. What stands around the stack,
    /// such as a pragma that ends behind it, is in nobody's way.</summary>
    public static bool CanEdit(TypeDeclarationSyntax type)
    {
        if (type.AttributeLists.Count == 0)
            return false;
        SyntaxToken first = type.AttributeLists[0].GetFirstToken(), behind = type.AttributeLists.Last().GetLastToken().GetNextToken();
        bool hasDirective = type.AttributeLists.Any(list => list.DescendantTokens().Any(token => token.ContainsDirectives && token != first))
            || behind.LeadingTrivia.Any(IsCondition)
            || first.TrailingTrivia.Any(trivia => trivia.IsDirective);
        return !hasDirective;
    }

    private static bool IsCondition(SyntaxTrivia trivia) => trivia.Kind() is
        SyntaxKind.IfDirectiveTrivia or SyntaxKind.ElifDirectiveTrivia or SyntaxKind.ElseDirectiveTrivia or SyntaxKind.EndIfDirectiveTrivia;

    /// <summary>Takes an attribute out; the bracket goes with it when nothing else is in it.</summary>
    public void Remove(AttributeSyntax attribute) => _removed.Add(attribute);

    /// <summary>Puts another attribute in the place of one.</summary>
    public void Replace(AttributeSyntax attribute, string replacement) => _replaced[attribute] = replacement;

    /// <summary>Puts an attribute behind another one, in the same bracket: <c>[Dense(64)]</c> → <c>[Dense(64), ReLU]</c>.</summary>
    public void InsertAfter(AttributeSyntax attribute, string inserted) => _inserted[attribute] = inserted;

    /// <summary>Moves an attribute into a bracket of its own at the end of the stack.</summary>
    public void MoveLast(AttributeSyntax attribute)
    {
        Remove(attribute);
        var list = (AttributeListSyntax)attribute.Parent!;
        Append($"[{attribute}]" + (list.Attributes.Count == 1 ? CommentBehind(list) : ""));
    }

    /// <summary>Puts a bracket at the end of the stack, which may end with a comment.</summary>
    public void Append(string bracket) => _appended.Add(bracket);

    /// <summary>The comment that ends the line of a bracket, with a blank before it; empty where there is none.</summary>
    public string CommentBehind(AttributeListSyntax list)
    {
        TextLine line = _text.Lines.GetLineFromPosition(list.Span.End);
        string rest = _text.ToString(TextSpan.FromBounds(list.Span.End, line.End)).Trim();
        return rest.Length > 0 && _text.EndsItsLine(list.Span.End) ? " " + rest : "";
    }

    /// <summary>Gives an argument another value.</summary>
    public void SetArgument(AttributeArgumentSyntax argument, string value) => _arguments[argument.Expression.Span] = value;

    /// <summary>Gives a property of an attribute a value, whether it was written or not.</summary>
    public void SetArgument(AttributeSyntax attribute, string name, string value)
    {
        if (Find(attribute, name) is { } written)
            SetArgument(written, value);
        else if (attribute.ArgumentList is not { } list)
            _arguments[new TextSpan(attribute.Span.End, 0)] = $"({name} = {value})";
        else
            _arguments[new TextSpan(list.CloseParenToken.SpanStart, 0)] = list.Arguments.Count == 0 ? $"{name} = {value}" : $", {name} = {value}";
    }

    /// <summary>Takes a property of an attribute out, the parentheses too where nothing else is in them.</summary>
    public void RemoveArgument(AttributeSyntax attribute, string name)
    {
        if (Find(attribute, name) is not { } argument)
            return;
        AttributeArgumentListSyntax list = attribute.ArgumentList!;
        int index = list.Arguments.IndexOf(argument);
        TextSpan span = list.Arguments.Count == 1 ? list.Span
            : index > 0 ? TextSpan.FromBounds(list.Arguments[index - 1].Span.End, argument.Span.End)
            : TextSpan.FromBounds(argument.SpanStart, list.Arguments[1].SpanStart);
        _arguments[span] = "";
    }

    /// <summary>The edits as changes of the text, in order and without overlap.</summary>
    public IEnumerable<TextChange> Changes() =>
        StackRemovals.Of(_text, _type, _removed)
            .Concat(_replaced.Where(edit => IsKept(edit.Key)).Select(edit => new TextChange(edit.Key.Span, edit.Value)))
            .Concat(_inserted.Where(edit => IsKept(edit.Key)).Select(edit => new TextChange(new TextSpan(edit.Key.Span.End, 0), ", " + edit.Value)))
            .Concat(_arguments.Select(edit => new TextChange(edit.Key, edit.Value)))
            .Concat(Appended())
            .OrderBy(change => change.Span.Start)
            .ThenBy(change => change.Span.End);

    private static AttributeArgumentSyntax? Find(AttributeSyntax attribute, string name) =>
        attribute.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name);

    private bool IsKept(AttributeSyntax attribute) => !_removed.Contains(attribute);

    /// <summary>Behind the last bracket that stays, on lines of their own where the last bracket has one, else beside it.</summary>
    private IEnumerable<TextChange> Appended()
    {
        if (_appended.Count == 0)
            yield break;
        AttributeListSyntax last = _type.AttributeLists.LastOrDefault(list => list.Attributes.Any(IsKept)) ?? _type.AttributeLists.Last();
        TextLine line = _text.Lines.GetLineFromPosition(last.Span.End);
        string newLine = _text.NewLine();
        bool isOwnLine = _text.EndsItsLine(last.Span.End);
        // Behind a comment to the end of the line nothing can follow on it.
        bool isComment = !isOwnLine && _appended.Any(bracket => bracket.Contains("//"));
        string before = isOwnLine || isComment ? newLine + _text.Indentation(_text.Lines.GetLineFromPosition(last.SpanStart).Start) : " ";
        int at = isOwnLine ? line.End : last.Span.End;
        yield return new TextChange(
            isComment ? TextSpan.FromBounds(at, _text.SkipSpaces(at)) : new TextSpan(at, 0),
            string.Concat(_appended.Select(bracket => before + bracket)) + (isComment ? before : ""));
    }
}
