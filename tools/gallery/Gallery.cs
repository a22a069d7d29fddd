using ActGen.Gallery.Catalogue;
using ActGen.Gallery.Drawing;
using ActGen.Gallery.Pages;

namespace ActGen.Gallery;

/// <summary>All files of <c>docs/activations</c> that are generated: made from the formulas alone, so that they can be compared.</summary>
internal static class Gallery
{
    /// <summary>Text by file name.</summary>
    public static IReadOnlyDictionary<string, string> Files()
    {
        IReadOnlyList<Activation> activations = ActivationCatalogue.Read();
        IReadOnlyList<RowActivation> rows = ActivationCatalogue.ReadRows();
        CostTable costs = CostTable.Read();
        var files = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["README.md"] = IndexPage.Of(activations, rows, costs),
            ["comparison.svg"] = ComparisonPlot.Of(activations),
        };
        foreach (Activation activation in activations)
        {
            files[activation.Name + ".md"] = ActivationPage.Of(activation, costs);
            files[activation.Name + ".svg"] = ActivationPlot.Of(activation);
        }
        foreach (RowActivation activation in rows)
            files[activation.Name + ".md"] = RowActivationPage.Of(activation);
        return files;
    }

    /// <summary>Generated files that are in a folder now.</summary>
    public static IEnumerable<string> Written(string folder) =>
        Directory.EnumerateFiles(folder).Where(file => Path.GetExtension(file) is ".md" or ".svg").Select(file => Path.GetFileName(file));
}
