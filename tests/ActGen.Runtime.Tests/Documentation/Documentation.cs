using System.Text;
using System.Xml.Linq;

namespace ActGen.Runtime.Tests.Documentation;

/// <summary>The library's XML documentation, which lies beside its assembly.</summary>
internal static class Documentation
{
    private static readonly Dictionary<string, XElement> Members = XDocument.Load(Path.ChangeExtension(typeof(Optimizer).Assembly.Location, ".xml"))
        .Descendants("member").ToDictionary(member => member.Attribute("name")!.Value, StringComparer.Ordinal);

    /// <summary>The summary of a member as Markdown in one line.</summary>
    /// <param name="id">Its documentation id, <c>T:ActGen.Adam</c>.</param>
    public static string Summary(string id)
    {
        var text = new StringBuilder();
        foreach (XNode node in Members[id].Element("summary")!.Nodes())
        {
            text.Append(node switch
            {
                XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
                XElement element => $"`{Reference(element)}`",
                _ => ((XText)node).Value,
            });
        }
        return string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The last name of what a reference points at.</summary>
    private static string Reference(XElement element)
    {
        string target = (element.Attribute("cref") ?? element.Attribute("name") ?? element.Attribute("langword"))!.Value;
        string name = target.Split('(')[0].Split('.', ':')[^1];
        return name.EndsWith("Attribute", StringComparison.Ordinal) ? $"[{name[..^9]}]" : name;
    }
}
