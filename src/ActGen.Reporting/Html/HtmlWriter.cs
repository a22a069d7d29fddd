using System.Text;

namespace ActGen.Reporting.Html;

/// <summary>Writes elements that are well-formed XML and valid HTML alike: all text is escaped, every element is closed.</summary>
internal sealed class HtmlWriter
{
    private readonly StringBuilder _text = new();

    /// <summary>An element with content; dispose the result to close it.</summary>
    public Scope Open(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(name, attributes);
        _text.Append(">\n");
        return new Scope(this, name);
    }

    /// <summary>An element that holds nothing but text.</summary>
    public void Leaf(string name, string text, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(name, attributes);
        _text.Append('>');
        Escape(text);
        _text.Append("</").Append(name).Append(">\n");
    }

    /// <summary>An element without content: HTML's <c>meta</c> and <c>img</c>, SVG's shapes.</summary>
    public void Empty(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(name, attributes);
        _text.Append("/>\n");
    }

    /// <summary>Text that is markup already, or a style sheet.</summary>
    public void Raw(string text) => _text.Append(text).Append('\n');

    public override string ToString() => _text.ToString();

    private void Start(string name, ReadOnlySpan<(string Name, string Value)> attributes)
    {
        _text.Append('<').Append(name);
        foreach ((string attribute, string value) in attributes)
        {
            _text.Append(' ').Append(attribute).Append("=\"");
            Escape(value);
            _text.Append('"');
        }
    }

    /// <summary>What XML cannot hold at all, as control characters, is shown as U+FFFD.</summary>
    private void Escape(string text)
    {
        foreach (Rune rune in text.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '<':
                    _text.Append("&lt;");
                    break;
                case '>':
                    _text.Append("&gt;");
                    break;
                case '&':
                    _text.Append("&amp;");
                    break;
                case '"':
                    _text.Append("&quot;");
                    break;
                case < ' ' and not ('\t' or '\n') or 0xFFFE or 0xFFFF or (>= 0x7F and <= 0x9F):
                    _text.Append('\uFFFD');
                    break;
                default:
                    _text.Append(rune.ToString());
                    break;
            }
        }
    }

    public readonly struct Scope(HtmlWriter writer, string name) : IDisposable
    {
        public void Dispose() => writer._text.Append("</").Append(name).Append(">\n");
    }
}
