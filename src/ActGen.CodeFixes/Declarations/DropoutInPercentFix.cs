using System.Composition;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ActGen.CodeFixes.Declarations;

/// <summary>ACT0006: a dropout rate between 1 and 100 was meant in percent.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DropoutInPercentFix)), Shared]
internal sealed class DropoutInPercentFix() : TextFix("ACT0006")
{
    public override IEnumerable<Offer> Offers(FixSite site)
    {
        if (site.Attribute() is not { ArgumentList.Arguments.Count: 1 } dropout
            || site.Model.GetTypeInfo(dropout).Type?.ToDisplayString() != "ActGen.DropoutAttribute")
        {
            return [];
        }
        AttributeArgumentSyntax argument = dropout.ArgumentList.Arguments[0];
        double? percent = site.Model.GetConstantValue(argument.Expression).Value switch
        {
            int value => value,
            float value => value,
            double value => value,
            _ => null,
        };
        if (percent is not (> 1 and < 100))
            return [];
        // Decimal: 7 / 100 is 0.07 and not 0.07000000000000001.
        string rate = ((decimal)percent.Value / 100).ToString("0.###############", CultureInfo.InvariantCulture);
        return [new($"Set the rate to {rate}", edits => edits.StackOf(dropout).SetArgument(argument, rate))];
    }
}
