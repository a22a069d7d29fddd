using System.Xml.Linq;

namespace ActGen.Gallery.Catalogue;

/// <summary>The documentation comment of an activation, as Markdown. Its remarks are a paragraph on when to use it, for operators another one on
/// their backward pass, and a list of names elsewhere, in which a term "Trap" warns of a default or a definition that differs.</summary>
/// <param name="Summary">One sentence: the function and its source.</param>
/// <param name="WhenToUse">One paragraph.</param>
/// <param name="Backward">One paragraph, or null for formulas, whose derivative is derived.</param>
/// <param name="Names">Library and name.</param>
/// <param name="Traps">Each one sentence or two.</param>
/// <param name="Parameters">Name and meaning.</param>
internal sealed record Prose(
    string Summary,
    string WhenToUse,
    string? Backward,
    IReadOnlyList<(string Library, string Name)> Names,
    IReadOnlyList<string> Traps,
    IReadOnlyList<(string Name, string Meaning)> Parameters)
{
    private const string Trap = "Trap";

    private static readonly Lazy<Dictionary<string, XElement>> Members = new(() => XDocument
        .Load(Path.ChangeExtension(typeof(Formulas).Assembly.Location, ".xml"), LoadOptions.PreserveWhitespace)
        .Descendants("member")
        .ToDictionary(member => member.Attribute("name")!.Value, StringComparer.Ordinal));

    /// <summary>Of a formula or an attribute.</summary>
    /// <exception cref="InvalidOperationException">It lacks a part.</exception>
    public static Prose Of(Type type)
    {
        string name = type.FullName!.Replace('+', '.');
        XElement member = Members.Value[$"T:{name}"];
        XElement remarks = member.Element("remarks") ?? throw new InvalidOperationException($"{name} has no remarks.");
        XElement[] paragraphs = [.. remarks.Elements("para")];
        (string Term, string Text)[] items = [.. remarks.Descendants("item").Select(item => (Markdown(item.Element("term")), Markdown(item.Element("description"))))];
        XElement? method = Members.Value.FirstOrDefault(pair => pair.Key.StartsWith($"M:{name}.Formula(", StringComparison.Ordinal)).Value;
        return new(
            Markdown(member.Element("summary")),
            Markdown(paragraphs.FirstOrDefault()),
            paragraphs.Length > 1 ? Markdown(paragraphs[1]) : null,
            [.. items.Where(item => item.Term != Trap)],
            [.. items.Where(item => item.Term == Trap).Select(item => item.Text)],
            [.. (method is null ? member.Elements("param") : method.Elements("param").Skip(1)).Select(parameter => (parameter.Attribute("name")!.Value, Markdown(parameter)))]);
    }

    /// <summary>Whether an attribute's remarks have the form of an activation's.</summary>
    public static bool IsAbout(Type type) =>
        Members.Value.TryGetValue($"T:{type.FullName}", out XElement? member) && member.Element("remarks")?.Element("list") is not null;

    private static string Markdown(XElement? element) => element is null
        ? throw new InvalidOperationException("A formula's documentation lacks a part.")
        : string.Join(' ', string.Concat(element.Nodes().Select(Markdown)).Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));

    private static string Markdown(XNode node) => node switch
    {
        XText text => Escape(text.Value),
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement { Name.LocalName: "paramref" } parameter => $"`{parameter.Attribute("name")!.Value}`",
        XElement { Name.LocalName: "see" } reference => $"`{reference.Attribute("cref")!.Value.Split('.')[^1]}`",
        XElement element => string.Concat(element.Nodes().Select(Markdown)),
        _ => "",
    };

    private static string Escape(string text) => text.Replace("*", "\\*").Replace("_", "\\_").Replace("<", "&lt;");
}
