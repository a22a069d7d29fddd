using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ActGen.CodeFixes.Stack;

/// <summary>What text goes when attributes go. A removed attribute takes the comment behind it on a line of its own; every
/// other comment belongs to a neighbour and stays.</summary>
internal static class StackRemovals
{
    public static IEnumerable<TextChange> Of(SourceText text, TypeDeclarationSyntax type, HashSet<AttributeSyntax> removed)
    {
        var wholeLists = type.AttributeLists.Where(list => list.Attributes.All(removed.Contains)).ToList();
        return OfLists(text, type, [.. wholeLists])
            .Select(Gone)
            .Concat(type.AttributeLists.Except(wholeLists).SelectMany(list => WithinList(text, list, removed)));
    }

    /// <summary>Brackets that lose everything: those that share a line go together, with the line where it is left empty.</summary>
    private static IEnumerable<TextSpan> OfLists(SourceText text, TypeDeclarationSyntax type, HashSet<AttributeListSyntax> removed)
    {
        var lists = type.AttributeLists;
        for (int first = 0; first < lists.Count; first++)
        {
            if (!removed.Contains(lists[first]))
                continue;
            int last = first;
            while (last + 1 < lists.Count && removed.Contains(lists[last + 1]) && !text.EndsItsLine(lists[last].Span.End))
                last++;
            yield return WithSurroundings(text, lists[first].SpanStart, lists[last].Span.End);
            first = last;
        }
    }

    private static TextSpan WithSurroundings(SourceText text, int start, int end)
    {
        if (text.StartsItsLine(start))
            return text.EndsItsLine(end) ? text.WholeLines(start, end) : TextSpan.FromBounds(start, text.SkipSpaces(end));
        return TextSpan.FromBounds(text.SkipSpacesBack(start), end);
    }

    /// <summary>Runs of attributes within a bracket that keeps others.</summary>
    private static IEnumerable<TextChange> WithinList(SourceText text, AttributeListSyntax list, HashSet<AttributeSyntax> removed)
    {
        var attributes = list.Attributes;
        for (int first = 0; first < attributes.Count; first++)
        {
            if (!removed.Contains(attributes[first]))
                continue;
            int last = first;
            while (last + 1 < attributes.Count && removed.Contains(attributes[last + 1]))
                last++;
            foreach (TextChange change in last + 1 < attributes.Count ? [Gone(BeforeOthers(text, list, first, last))] : AtTheEnd(text, list, first, last))
                yield return change;
            first = last;
        }
    }

    /// <summary>The attributes, the comma behind them and what that comma's line says about them.</summary>
    private static TextSpan BeforeOthers(SourceText text, AttributeListSyntax list, int first, int last)
    {
        int start = list.Attributes[first].SpanStart, end = list.Attributes.GetSeparator(last).Span.End;
        return !text.EndsItsLine(end) ? TextSpan.FromBounds(start, text.SkipSpaces(end))
            : text.StartsItsLine(start) ? text.WholeLines(start, end)
            : TextSpan.FromBounds(start, text.SkipSpaces(text.Lines.GetLineFromPosition(end).EndIncludingLineBreak));
    }

    /// <summary>The comma before the attributes and the attributes; a comment behind that comma is about the attribute before it.</summary>
    private static IEnumerable<TextChange> AtTheEnd(SourceText text, AttributeListSyntax list, int first, int last)
    {
        SyntaxToken comma = list.Attributes.GetSeparator(first - 1);
        int start = list.Attributes[first].SpanStart, end = list.Attributes[last].Span.End;
        if (!text.EndsItsLine(comma.Span.End))
        {
            yield return Gone(TextSpan.FromBounds(text.SkipSpacesBack(comma.SpanStart), end));
            yield break;
        }
        if (text.EndsItsLine(end))
        {
            yield return Gone(comma.Span);
            yield return Gone(text.WholeLines(start, end));
            yield break;
        }
        // The closing bracket follows on the same line: it takes the comma's place, before the comment there.
        int close = list.CloseBracketToken.Span.End;
        yield return new TextChange(comma.Span, "]");
        yield return Gone(string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(comma.Span.End, start))) ? TextSpan.FromBounds(comma.Span.End, close)
            : text.StartsItsLine(start) && IsBlank(text, close) ? TextSpan.FromBounds(text.Lines.GetLineFromPosition(text.Lines.GetLineFromPosition(start).Start - 1).End, close)
            : TextSpan.FromBounds(start, text.SkipSpaces(close)));
    }

    private static bool IsBlank(SourceText text, int position) => text.SkipSpaces(position) == text.Lines.GetLineFromPosition(position).End;

    private static TextChange Gone(TextSpan span) => new(span, "");
}
