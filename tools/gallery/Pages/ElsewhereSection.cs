using ActGen.Gallery.Catalogue;

namespace ActGen.Gallery.Pages;

/// <summary>Names in other libraries and what goes wrong between them.</summary>
internal static class ElsewhereSection
{
    public static void Write(MarkdownWriter page, Prose prose)
    {
        page.Heading(2, "Elsewhere");
        page.Table(["library", "name"], prose.Names.Select(name => new[] { name.Library, name.Name }));
        if (prose.Traps.Count == 0)
            return;
        page.Block("Traps:");
        page.List(prose.Traps);
    }
}
