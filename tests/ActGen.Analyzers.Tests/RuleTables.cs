using System.Text;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Tests;

/// <summary>The tables of rules that the documentation shows, from the rules themselves and what their pages say of fixes.</summary>
internal static class RuleTables
{
    private static readonly Dictionary<char, string> Families = new()
    {
        ['0'] = "the declaration cannot be compiled",
        ['1'] = "hidden layers",
        ['2'] = "output and loss",
        ['3'] = "how a new network starts",
        ['4'] = "using the network",
    };

    /// <summary>The index of <c>docs/rules</c>.</summary>
    public static string ByFamily(IEnumerable<DiagnosticDescriptor> rules)
    {
        var text = new StringBuilder();
        foreach (IGrouping<char, DiagnosticDescriptor> family in rules.GroupBy(rule => rule.Id["ACT".Length]))
        {
            text.Append($"{(text.Length == 0 ? "" : "\n")}## ACT{family.Key}xxx: {Families[family.Key]}\n| rule | title | severity | fix |\n|---|---|---|---|\n");
            foreach (DiagnosticDescriptor rule in family)
                text.Append($"| [{rule.Id}]({rule.Id}.md) | {rule.Title} | {Severity(rule)} | {RulePage.Read(rule.Id).Fix} |\n");
        }
        return text.ToString();
    }

    /// <summary>The same for the first page of the repository.</summary>
    public static string Short(IEnumerable<DiagnosticDescriptor> rules)
    {
        var text = new StringBuilder("| rule | mistake | severity | fix |\n|---|---|---|---|\n");
        foreach (DiagnosticDescriptor rule in rules)
            text.Append($"| [{rule.Id}](docs/rules/{rule.Id}.md) | {rule.Title} | {Severity(rule)} | {(RulePage.Read(rule.Id).Fix == "none" ? "" : "yes")} |\n");
        return text.ToString();
    }

    public static string Severity(DiagnosticDescriptor rule) => rule.DefaultSeverity.ToString().ToLowerInvariant();
}
