using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ActGen.CodeFixes.Usage;

/// <summary>ACT4008: the network's outputs first, the targets second.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SwapArgumentsFix)), Shared]
internal sealed class SwapArgumentsFix() : TextFix("ACT4008")
{
    public override IEnumerable<Offer> Offers(FixSite site)
    {
        if (site.Find<ArgumentSyntax>() is not { Parent: ArgumentListSyntax list } first || site.Diagnostic.AdditionalLocations.Count == 0
            || list.Arguments.FirstOrDefault(argument => argument.Expression.Span == site.Diagnostic.AdditionalLocations[0].SourceSpan) is not { } second)
        {
            return [];
        }
        return
        [
            new("Swap the arguments", edits =>
            {
                edits.Replace(first.Expression.Span, second.Expression.ToString());
                edits.Replace(second.Expression.Span, first.Expression.ToString());
            }),
        ];
    }
}
