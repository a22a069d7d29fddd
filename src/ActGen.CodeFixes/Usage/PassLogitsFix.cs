using System.Composition;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ActGen.CodeFixes.Usage;

/// <summary>ACT4001, ACT4002: the loss gets the logits that softmax or the sigmoid was given, where they are certain and still in scope.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PassLogitsFix)), Shared]
internal sealed class PassLogitsFix() : TextFix("ACT4001", "ACT4002")
{
    /// <summary>Properties of the diagnostic: the variable that still holds the logits, and where it is declared.</summary>
    private const string Logits = "logits", DeclaredAt = "declaredAt";

    public override IEnumerable<Offer> Offers(FixSite site)
    {
        if (!site.Diagnostic.Properties.TryGetValue(Logits, out string? logits) || logits is null
            || !site.Diagnostic.Properties.TryGetValue(DeclaredAt, out string? declaredAt)
            || site.Find<ArgumentSyntax>() is not { } argument
            || Spelling(site.Model, argument.SpanStart, logits, declaredAt) is not { } spelling)
        {
            return [];
        }
        return [new($"Pass the logits '{spelling}'", edits => edits.Replace(argument.Expression.Span, spelling))];
    }

    /// <summary>How that very variable is written at the loss: its name, or with <c>this.</c> where another variable hides the field.</summary>
    private static string? Spelling(SemanticModel model, int position, string name, string? declaredAt)
    {
        ISymbol[] visible = [.. model.LookupSymbols(position, name: name)];
        if (visible.Length == 1)
        {
            if (IsMeant(visible[0]))
                return name;
            bool isField = model.GetEnclosingSymbol(position) is { IsStatic: false } method
                && method.ContainingType.GetMembers(name).Any(member => member is IFieldSymbol { IsStatic: false } && IsMeant(member));
            return isField ? "this." + name : null;
        }
        return null;

        bool IsMeant(ISymbol symbol) => symbol is ILocalSymbol or IParameterSymbol or IFieldSymbol
            && symbol.Locations[0].SourceSpan.Start.ToString(CultureInfo.InvariantCulture) == declaredAt;
    }
}
