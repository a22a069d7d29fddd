using ActGen.Gallery.Catalogue;

namespace ActGen.Gallery.Pages;

/// <summary>The short page of an activation that is written by hand.</summary>
internal static class RowActivationPage
{
    public static string Of(RowActivation activation)
    {
        var page = new MarkdownWriter();
        page.Heading(1, activation.Name);
        page.Block(activation.Prose.Summary);
        page.Heading(2, "When to use");
        page.Block(activation.Prose.WhenToUse);
        page.Code("csharp", $"[{activation.Usage}]");
        if (activation.Prose.Parameters.Count > 0)
            page.Table(["parameter", "meaning"], activation.Prose.Parameters.Select(parameter => new[] { $"`{parameter.Name}`", parameter.Meaning }));
        if (activation.Prose.Backward is { } backward)
            page.Block(backward);
        ElsewhereSection.Write(page, activation.Prose);
        page.Block("[All activations](README.md)");
        return page.Finish();
    }
}
