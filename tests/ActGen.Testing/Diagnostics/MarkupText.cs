using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace ActGen.Testing;

/// <summary>A text with the places marked where diagnostics are expected: <c>[|any|]</c> or <c>{|ACT1001:this one|}</c>;
/// marks may nest.</summary>
/// <param name="Text">The text without marks.</param>
/// <param name="Spans">The marked places, by start.</param>
public sealed partial record MarkupText(string Text, ImmutableArray<MarkupSpan> Spans)
{
    [GeneratedRegex(@"\[\||\|\]|\{\|(?<id>[A-Za-z]+[0-9]+):|\|\}")]
    private static partial Regex Mark { get; }

    /// <summary>Reads marks.</summary>
    /// <exception cref="HarnessException">A mark is opened and not closed, or the reverse.</exception>
    public static MarkupText Parse(string markup)
    {
        var text = new StringBuilder();
        var spans = ImmutableArray.CreateBuilder<MarkupSpan>();
        var open = new Stack<(string? Id, int Start, string Close)>();
        int position = 0;
        foreach (Match mark in Mark.Matches(markup))
        {
            text.Append(markup, position, mark.Index - position);
            position = mark.Index + mark.Length;
            if (mark.Value == "[|")
                open.Push((null, text.Length, "|]"));
            else if (mark.Groups["id"].Success)
                open.Push((mark.Groups["id"].Value, text.Length, "|}"));
            else if (open.TryPop(out var start) && start.Close == mark.Value)
                spans.Add(new MarkupSpan(start.Id, TextSpan.FromBounds(start.Start, text.Length)));
            else
                throw new HarnessException($"'{mark.Value}' at {mark.Index} closes nothing.");
        }
        if (open.Count > 0)
            throw new HarnessException($"{open.Count} mark(s) are not closed.");
        text.Append(markup, position, markup.Length - position);
        spans.Sort((left, right) => (left.Span.Start, left.Span.End).CompareTo((right.Span.Start, right.Span.End)));
        return new MarkupText(text.ToString(), spans.ToImmutable());
    }
}

/// <summary>One marked place.</summary>
/// <param name="Id">The diagnostic expected there, or null for any.</param>
/// <param name="Span">Where.</param>
public readonly record struct MarkupSpan(string? Id, TextSpan Span);
