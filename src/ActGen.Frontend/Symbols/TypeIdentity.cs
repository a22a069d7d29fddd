using ActGen.Frontend.Collections;
using Microsoft.CodeAnalysis;

namespace ActGen.Frontend.Symbols;

/// <summary>How a declared type is re-opened: its namespace and the headers of its containing types and itself.</summary>
/// <param name="Namespace">Dotted and escaped, empty for the global namespace.</param>
/// <param name="Headers">Outermost first; the last one is the type itself.</param>
/// <param name="MetadataName">Namespace-qualified metadata name with + between nested types: the identity across compilations.</param>
internal sealed record TypeIdentity(string Namespace, EquatableArray<TypeHeader> Headers, string MetadataName)
{
    /// <summary>The type's own name, escaped where it is a keyword.</summary>
    public string Name => Headers[Headers.Count - 1].Name;

    /// <summary>Whether every part has a name: while somebody types, a class or a namespace may have none yet.</summary>
    public bool IsNamed => Headers.Items.All(header => header.Name.Length > 0) && (Namespace.Length == 0 || Namespace.Split('.').All(part => part.Length > 0));

    /// <summary><c>global::Namespace.Outer.Name</c>.</summary>
    public string FullName =>
        "global::" + (Namespace.Length == 0 ? "" : Namespace + ".") + string.Join(".", Headers.Select(header => header.Name + header.TypeParameters));

    /// <summary>A file name for generated text: no character that hint names reject, different for names that differ in case only.</summary>
    public string HintName
    {
        get
        {
            string text = new([.. MetadataName.Select(c => char.IsLetterOrDigit(c) || c is '.' or '_' ? c : '-')]);
            // Hint names are compared without case: mark upper-case letters' positions where two types could meet.
            uint hash = 2166136261;
            foreach (char c in MetadataName)
                hash = unchecked((hash ^ c) * 16777619);
            return text == MetadataName && text.All(c => c < 128) ? $"{text}.{hash & 0xFFFF:x4}" : $"{text}.{hash:x8}";
        }
    }

    public static TypeIdentity Of(INamedTypeSymbol type)
    {
        var headers = new Stack<TypeHeader>();
        for (INamedTypeSymbol? t = type; t is not null; t = t.ContainingType)
            headers.Push(TypeHeader.Of(t));
        string ns = type.ContainingNamespace.IsGlobalNamespace
            ? ""
            : type.ContainingNamespace.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted));
        return new TypeIdentity(ns, headers.ToEquatableArray(), MetadataNameOf(type));
    }

    public static string MetadataNameOf(INamedTypeSymbol type) => type.ContainingType is { } outer
        ? MetadataNameOf(outer) + "+" + type.MetadataName
        : type.ContainingNamespace.IsGlobalNamespace ? type.MetadataName : NamespaceOf(type.ContainingNamespace) + "." + type.MetadataName;

    private static string NamespaceOf(INamespaceSymbol ns) =>
        ns.ContainingNamespace.IsGlobalNamespace ? ns.Name : NamespaceOf(ns.ContainingNamespace) + "." + ns.Name;
}

/// <summary>The opening words of a type declaration without modifiers: <c>partial</c> is added by the writer.</summary>
/// <param name="Keyword"><c>class</c>, <c>struct</c>, <c>interface</c>, <c>record class</c>, <c>record struct</c>.</param>
/// <param name="Name">Escaped name.</param>
/// <param name="TypeParameters"><c>&lt;T&gt;</c> or empty.</param>
internal sealed record TypeHeader(string Keyword, string Name, string TypeParameters)
{
    public static TypeHeader Of(INamedTypeSymbol type)
    {
        string keyword = (type.TypeKind, type.IsRecord) switch
        {
            (TypeKind.Struct, true) => "record struct",
            (TypeKind.Struct, false) => "struct",
            (TypeKind.Interface, _) => "interface",
            (_, true) => "record class",
            _ => "class",
        };
        string typeParameters = type.TypeParameters.Length == 0 ? "" : "<" + string.Join(", ", type.TypeParameters.Select(p => Escape(p.Name))) + ">";
        return new TypeHeader(keyword, Escape(type.Name), typeParameters);
    }

    private static string Escape(string name) =>
        Microsoft.CodeAnalysis.CSharp.SyntaxFacts.GetKeywordKind(name) != Microsoft.CodeAnalysis.CSharp.SyntaxKind.None
        || Microsoft.CodeAnalysis.CSharp.SyntaxFacts.GetContextualKeywordKind(name) != Microsoft.CodeAnalysis.CSharp.SyntaxKind.None
            ? "@" + name
            : name;
}
