using System.Text;
using ActGen.Reporting.Html;

namespace ActGen.Reporting;

/// <summary>What training did, as one HTML file: nothing is loaded from anywhere, no script runs, and it follows the reader's light or dark theme. The same runs give the same text.</summary>
/// <remarks>With one run: its curves, the gradient over layers and epochs, the confusion matrix, misread images, activations, layers. With several: the same, after a comparison.</remarks>
/// <param name="title">What the report is about.</param>
public sealed class HtmlReport(string title)
{
    /// <summary>What the report is about.</summary>
    public string Title { get; } = title ?? throw new ArgumentNullException(nameof(title));

    /// <summary>A sentence or two under the title: the data, the question.</summary>
    public string? Introduction { get; init; }

    /// <summary>Tables above everything else, as results over several seeds.</summary>
    public IReadOnlyList<ReportTable> Tables { get; init; } = [];

    /// <summary>The trained networks, in the order in which they are shown.</summary>
    public IReadOnlyList<ReportRun> Runs { get; init; } = [];

    /// <summary>Writes the report as UTF-8; an existing file is replaced.</summary>
    /// <param name="path">The file, <c>.html</c>.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        File.WriteAllText(path, ToString(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    /// <summary>The HTML text.</summary>
    public override string ToString() => ReportPage.Of(this);
}
