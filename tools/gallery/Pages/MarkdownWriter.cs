using System.Text;

namespace ActGen.Gallery.Pages;

/// <summary>Markdown, block by block.</summary>
internal sealed class MarkdownWriter
{
    private readonly StringBuilder _text = new();

    public void Heading(int level, string text) => Block($"{new string('#', level)} {text}");

    public void Block(string text)
    {
        if (_text.Length > 0)
            _text.Append('\n');
        _text.Append(text).Append('\n');
    }

    public void Code(string language, string text) => Block($"```{language}\n{text}\n```");

    public void List(IEnumerable<string> items) => Block(string.Join('\n', items.Select(item => "- " + item)));

    public void Table(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows) => Block(string.Join('\n', new[]
    {
        Row(header),
        Row([.. header.Select(_ => "---")]),
    }.Concat(rows.Select(Row))));

    public string Finish() => _text.ToString();

    /// <summary>A bar is the end of a cell, in code too.</summary>
    private static string Row(IReadOnlyList<string> cells) => $"| {string.Join(" | ", cells.Select(cell => cell.Replace("|", "\\|")))} |";
}
