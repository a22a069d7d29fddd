using System.Globalization;
using System.Text;
using ActGen.Frontend.Symbols;
using Microsoft.CodeAnalysis.CSharp;

namespace ActGen.Generator.Text;

/// <summary>Writes C# text with <c>\n</c> line ends and block scopes; multi-line raw strings keep the indentation of where they are written.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>One or several lines at the current depth; blank lines stay blank.</summary>
    public void Line(string text = "")
    {
        foreach (string line in text.Split('\n'))
        {
            string trimmed = line.TrimEnd('\r');
            if (trimmed.Length > 0)
                _text.Append(' ', 4 * _depth).Append(trimmed);
            _text.Append('\n');
        }
    }

    /// <summary>A blank line between members: none where a block has just begun.</summary>
    public void Separate()
    {
        if (_text.Length >= 2 && _text[_text.Length - 2] != '{')
            Line();
    }

    /// <summary><paramref name="header"/>, an opening brace, and the closing one when the scope ends.</summary>
    public Scope Block(string header, string close = "}", string open = "{")
    {
        Line(header);
        Line(open);
        _depth++;
        return new Scope(this, close);
    }

    /// <summary>One level deeper until the scope ends, without braces.</summary>
    public Scope Indent()
    {
        _depth++;
        return new Scope(this, null);
    }

    /// <summary>Namespace and containing types of <paramref name="type"/>; the type's own header is the caller's.</summary>
    public Scope Containers(TypeIdentity type)
    {
        int opened = 0;
        if (type.Namespace.Length > 0)
        {
            Block($"namespace {type.Namespace}");
            opened++;
        }
        foreach (TypeHeader header in type.Headers.Items.RemoveAt(type.Headers.Count - 1))
        {
            Block($"partial {header.Keyword} {header.Name}{header.TypeParameters}");
            opened++;
        }
        return new Scope(this, "}", opened);
    }

    public override string ToString() => _text.ToString();

    /// <summary>A float constant that reads back to the same bits under any culture: G9 where 7 digits are not enough, infinities and NaN by name, −0 kept.</summary>
    public static string Float(float value) => value switch
    {
        float.PositiveInfinity => "float.PositiveInfinity",
        float.NegativeInfinity => "float.NegativeInfinity",
        _ when float.IsNaN(value) => "float.NaN",
        0f => IsNegativeZero(value) ? "-0f" : "0f",
        _ when value.ToString("G7", CultureInfo.InvariantCulture) is var text && float.Parse(text, CultureInfo.InvariantCulture) == value => text + "f",
        _ => value.ToString("G9", CultureInfo.InvariantCulture) + "f",
    };

    /// <summary>A double constant that reads back to the same bits under any culture: G17 where 15 digits are not enough.</summary>
    public static string Double(double value)
    {
        if (double.IsNaN(value))
            return "double.NaN";
        if (double.IsInfinity(value))
            return value > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity";
        if (value == 0)
            return BitConverter.DoubleToInt64Bits(value) < 0 ? "-0.0" : "0.0";
        string text = value.ToString("G15", CultureInfo.InvariantCulture);
        if (double.Parse(text, CultureInfo.InvariantCulture) != value)
            text = value.ToString("G17", CultureInfo.InvariantCulture);
        return text.Any(c => c is '.' or 'E') ? text : text + ".0";
    }

    /// <summary>A name as it must be written: keywords get their @.</summary>
    public static string Identifier(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    /// <summary>A string literal from which the text cannot escape.</summary>
    public static string String(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    private static bool IsNegativeZero(float value) => BitConverter.DoubleToInt64Bits(value) < 0;

    /// <summary>Closes what was opened.</summary>
    internal readonly struct Scope(CodeWriter writer, string? close, int levels = 1) : IDisposable
    {
        public void Dispose()
        {
            for (int i = 0; i < levels; i++)
            {
                writer._depth--;
                if (close is not null)
                    writer.Line(close);
            }
        }
    }
}
