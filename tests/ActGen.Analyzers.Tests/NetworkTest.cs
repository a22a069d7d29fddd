using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ActGen.Testing;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Tests;

/// <summary>Shorthand for tests of one network: a stack of attributes with markup.</summary>
internal static class NetworkTest
{
    /// <summary>Checks that exactly the marked diagnostics are reported on the stack.</summary>
    public static Task<ImmutableArray<Diagnostic>> VerifyAsync(string stack, string more = "") => new AnalyzerTest
    {
        TestCode = $"using static ActGen.Functions;\n{stack} public sealed partial class Net;\n{more}",
    }.RunAsync();

    /// <summary>The same, with an eye on one rule: what others say is not looked at, unless it is marked too.</summary>
    public static Task<ImmutableArray<Diagnostic>> VerifyAsync(string stack, string more, string onlyId) => new AnalyzerTest
    {
        TestCode = $"using static ActGen.Functions;\n{stack} public sealed partial class Net;\n{more}",
        Ids = [onlyId, .. Regex.Matches(stack, @"\{\|(ACT\d{4})").Select(mark => mark.Groups[1].Value)],
    }.RunAsync();

    /// <summary>The message of the one diagnostic that is marked.</summary>
    public static async Task<string> MessageAsync(string stack, string more = "") =>
        Assert.Single(await VerifyAsync(stack, more)).GetMessage();

    /// <summary>The message of the one diagnostic of a rule; other rules speak only where that is marked.</summary>
    public static async Task<string> MessageAsync(string stack, string more, string onlyId) =>
        Assert.Single(await VerifyAsync(stack, more, onlyId), diagnostic => diagnostic.Id == onlyId).GetMessage();
}
