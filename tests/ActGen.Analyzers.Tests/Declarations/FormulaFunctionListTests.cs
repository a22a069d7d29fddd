using System.Text.RegularExpressions;
using ActGen.Frontend.Calculus;

namespace ActGen.Analyzers.Tests.Declarations;

/// <summary>The functions on the page of ACT0010 are those that formulas can call, each where it says.</summary>
public partial class FormulaFunctionListTests
{
    [Fact]
    public void The_page_lists_every_function_where_it_is()
    {
        var listed = new HashSet<string>();
        foreach (string row in RulePage.Read("ACT0010").Text.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)))
        {
            string[] cells = row.Split('|');
            string[] owners = [.. Word().Matches(cells[1].Split('(')[0]).Select(match => match.Groups[1].Value)];
            foreach (string name in Word().Matches(cells[2]).Select(match => match.Groups[1].Value))
            {
                listed.Add(name);
                foreach (string owner in owners)
                    Assert.True(TypeOf(owner).GetMethods().Any(method => method.Name == name), $"{owner}.{name}");
            }
        }
        Assert.Equal(FormulaFunctions.Names.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    private static Type TypeOf(string name) => name switch
    {
        "ActGen.Functions" => typeof(Functions),
        "MathF" => typeof(MathF),
        "Math" => typeof(Math),
        _ => typeof(float),
    };

    [GeneratedRegex("`([A-Za-z0-9.]+)`")]
    private static partial Regex Word();
}
