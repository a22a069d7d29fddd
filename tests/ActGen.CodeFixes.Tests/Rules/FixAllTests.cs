using ActGen.Testing;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ActGen.CodeFixes.Tests.Rules;

/// <summary>"Fix all" reaches as far as it is asked to, does what one light bulb says, and works as <c>dotnet format</c> asks for it.</summary>
public class FixAllTests
{
    private const string Twice = "[Network(4)] [Dense(3), Softmax] [CrossEntropyLoss] partial class {0};", Once = "[Network(4)] [Dense(3)] [CrossEntropyLoss] partial class {0};";

    private static readonly string[][] Solution = [[Named(Twice, "A") + Named(Twice, "B"), Named(Twice, "C")], [Named(Twice, "D")]];

    [Theory]
    [InlineData(FixAllScope.Document, 2)]
    [InlineData(FixAllScope.Project, 3)]
    [InlineData(FixAllScope.Solution, 4)]
    public async Task Reaches_as_far_as_it_is_asked_to(FixAllScope scope, int count)
    {
        string key = (await FixAllHarness.KeysAsync(Named(Twice, "A"), "ACT2001")).Single();

        string[] fixes = [.. "ABCD".Select((name, index) => Named(index < count ? Once : Twice, name.ToString()))];
        Assert.Equal<string[]>([[fixes[0] + fixes[1], fixes[2]], [fixes[3]]], await FixAllHarness.ApplyAsync(Solution, scope, "ACT2001", key));
    }

    [Fact]
    public async Task Two_ways_are_two_keys_and_each_leaves_the_other_alone()
    {
        const string OneOfThree = "[Network(8)] [Dense(3), Softmax] [BCELoss] partial class A;", SeveralOfThree = "[Network(8)] [Dense(3), Softmax] [BCEWithLogitsLoss] partial class B;";
        var keys = await FixAllHarness.KeysAsync(OneOfThree, "ACT2006");
        Assert.Equal(["ACT2006: Use CrossEntropyLoss on the logits: one class is right", "ACT2006: Use BCEWithLogitsLoss on the logits: several are right"], keys.Take(2));

        string[][] fixedFiles = await FixAllHarness.ApplyAsync([[OneOfThree, SeveralOfThree]], FixAllScope.Solution, "ACT2006", keys[1]);

        Assert.Equal("[Network(8)] [Dense(3)] [BCEWithLogitsLoss] partial class A;", fixedFiles[0][0]);
        Assert.Equal(SeveralOfThree, fixedFiles[0][1]);
    }

    /// <summary><c>dotnet format</c> passes the key of any diagnostic of the same analyzer, or none where that one has no fix.</summary>
    [Theory]
    [InlineData("ACT2001: Remove [Softmax]")]
    [InlineData("ACT0001: Make partial")]
    [InlineData(null)]
    public async Task The_key_of_another_rule_means_the_best_way(string? key)
    {
        string[][] fixedFiles = await FixAllHarness.ApplyAsync(
            [["[Network(8)] [Dense(3), Softmax] [BCELoss] partial class A;", "[Network(8)] [Dense(3), Sigmoid] [CrossEntropyLoss] partial class B;"]], FixAllScope.Solution, "ACT2006", key);

        Assert.Equal("[Network(8)] [Dense(3)] [CrossEntropyLoss] partial class A;", fixedFiles[0][0]);
        Assert.Equal("[Network(8)] [Dense(3)] [CrossEntropyLoss] partial class B;", fixedFiles[0][1]);
    }

    private static string Named(string code, string name) => code.Replace("{0}", name);
}
