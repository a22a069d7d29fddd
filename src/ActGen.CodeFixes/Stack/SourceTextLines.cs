using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace ActGen.CodeFixes.Stack;

/// <summary>Where lines begin and end around a piece of code.</summary>
internal static class SourceTextLines
{
    /// <summary>Only blanks stand before the position on its line.</summary>
    public static bool StartsItsLine(this SourceText text, int position) =>
        text.SkipSpacesBack(position) == text.Lines.GetLineFromPosition(position).Start;

    /// <summary>Only blanks and one comment stand behind the position on its line, and the comment ends there.</summary>
    public static bool EndsItsLine(this SourceText text, int position)
    {
        int end = text.Lines.GetLineFromPosition(position).End;
        string rest = text.ToString(TextSpan.FromBounds(position, end)).Trim();
        return rest.Length == 0
            || rest.StartsWith("//", StringComparison.Ordinal)
            || (rest.StartsWith("/*", StringComparison.Ordinal) && rest.IndexOf("*/", StringComparison.Ordinal) == rest.Length - 2);
    }

    /// <summary>All lines from one position to another, with their line breaks.</summary>
    public static TextSpan WholeLines(this SourceText text, int start, int end) => TextSpan.FromBounds(
        text.Lines.GetLineFromPosition(start).Start, text.Lines.GetLineFromPosition(end).EndIncludingLineBreak);

    /// <summary>The blanks that a line begins with.</summary>
    public static string Indentation(this SourceText text, int lineStart) =>
        text.ToString(TextSpan.FromBounds(lineStart, text.SkipSpaces(lineStart)));

    /// <summary>How the text breaks its lines.</summary>
    public static string NewLine(this SourceText text)
    {
        TextLine first = text.Lines[0];
        return first.EndIncludingLineBreak > first.End ? text.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak)) : "\n";
    }

    public static int SkipSpaces(this SourceText text, int position)
    {
        while (position < text.Length && text[position] is ' ' or '\t')
            position++;
        return position;
    }

    public static int SkipSpacesBack(this SourceText text, int position)
    {
        while (position > 0 && text[position - 1] is ' ' or '\t')
            position--;
        return position;
    }

    public static bool IsSpace(this SyntaxTrivia trivia) =>
        trivia.IsKind(SyntaxKind.WhitespaceTrivia) || trivia.IsKind(SyntaxKind.EndOfLineTrivia);
}
