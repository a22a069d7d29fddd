using System.Xml.Linq;

namespace ActGen.Gallery.Catalogue;

/// <summary>The documentation comment of a formula, as Markdown. Its remarks are a paragraph on when to use it and a list of
/// names elsewhere, in which a term "Trap" warns of a default or a definition that differs.</summary>
/// <param name="Summary">One sentence: the function and its source.</param>
/// <param name="WhenToUse">One paragraph.</param>
/// <param name="Names">Library and name.</param>
/// <param name="Traps">Each one sentence or two.</param>
/// <param name="Parameters">Name and meaning.</param>
internal sealed record Prose(
    string Summary,
    string WhenToUse,
    IReadOnlyList<(string Library, string Name)> Names,
    IReadOnlyList<string> Traps,
    IReadOnlyList<(string Name, string Meaning)> Parameters)
{
    private const string Trap = "Trap";

    private static readonly Lazy<Dictionary<string, XElement>> Members = new(() => XDocument
        .Load(Path.ChangeExtension(typeof(Formulas).Assembly.Location, ".xml"), LoadOptions.PreserveWhitespace)
        .Descendants("member")
        .ToDictionary(member => member.Attribute("name")!.Value, StringComparer.Ordinal));

    public static Prose Of(Type type)
    {
        string name = type.FullName!.Replace('+', '.');
        XElement member = Members.Value[$"T:{name}"];
        XElement remarks = member.Element("remarks") ?? throw new InvalidOperationException($"{name} has no remarks.");
        (string Term, string Text)[] items = [.. remarks.Descendants("item").Select(item => (Markdown(item.Element("term")), Markdown(item.Element("description"))))];
        XElement method = Members.Value.Single(pair => pair.Key.StartsWith($"M:{name}.Formula(", StringComparison.Ordinal)).Value;
        return new(
            Markdown(member.Element("summary")),
            Markdown(remarks.Element("para")),
            [.. items.Where(item => item.Term != Trap)],
            [.. items.Where(item => item.Term == Trap).Select(item => item.Text)],
            [.. method.Elements("param").Skip(1).Select(parameter => (parameter.Attribute("name")!.Value, Markdown(parameter)))]);
    }

    private static string Markdown(XElement? element) => element is null
        ? throw new InvalidOperationException("A formula's documentation lacks a part.")
        : string.Join(' ', string.Concat(element.Nodes().Select(Markdown)).Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));

    private static string Markdown(XNode node) => node switch
    {
        XText text => Escape(text.Value),
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement element => string.Concat(element.Nodes().Select(Markdown)),
        _ => "",
    };

    private static string Escape(string text) => text.Replace("*", "\\*").Replace("_", "\\_").Replace("<", "&lt;");
}
