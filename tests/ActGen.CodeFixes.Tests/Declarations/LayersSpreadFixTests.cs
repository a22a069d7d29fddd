using ActGen.Testing;

namespace ActGen.CodeFixes.Tests.Declarations;

public class LayersSpreadFixTests
{
    [Theory]
    [InlineData("[Network(4)]\n[Dense(8), ReLU] // wide\npartial class Net;\n\n[Dense(2)] // out\n[MSELoss]\npartial class Net;", "[Network(4)]\n[Dense(8), ReLU] // wide\n[Dense(2)] // out\n[MSELoss]\npartial class Net;\n\npartial class Net;")]
    // the loss is last, wherever it stood
    [InlineData("[Network(4)]\n[Dense(8), ReLU]\n[MSELoss] // sum\npartial class Net;\n[Dense(2)]\npartial class Net;", "[Network(4)]\n[Dense(8), ReLU]\n[Dense(2)]\n[MSELoss] // sum\npartial class Net;\npartial class Net;")]
    [InlineData("[MSELoss]\npartial class Net;\n[Network(4)] [Dense(2)] partial class Net;", "partial class Net;\n[Network(4)] [Dense(2)] [MSELoss] partial class Net;")]
    [InlineData("[Network(4)] partial class Net; [Dense(8)] [ReLU] partial class Net; [Dense(2)] partial class Net;", "[Network(4)] [Dense(8)] [ReLU] [Dense(2)] partial class Net; partial class Net; partial class Net;")]
    // other attributes stay
    [InlineData("[Network(4)]\npartial class Net;\n[Obsolete, Dense(2), CLSCompliant(false)]\npartial class Net;", "[Network(4)]\n[Dense(2)]\npartial class Net;\n[Obsolete, CLSCompliant(false)]\npartial class Net;")]
    public Task Moves_the_layers_together(string before, string after) =>
        new CodeFixTest { Id = "ACT0004", TestCode = before, FixedCode = after, Remaining = ["CS0618", "CS3021", "CS3019"] }.RunAsync();

    [Theory]
    [InlineData("[Network(4)] partial class Net;\n#if true\n[Dense(2)]\n#endif\npartial class Net;")]
    public Task Leaves_what_directives_decide(string code) => new CodeFixTest { Id = "ACT0004", TestCode = code, FixedCode = code }.RunAsync();

    [Fact]
    public async Task Moves_from_other_files_in_their_order()
    {
        string[][] files = await FixAllHarness.ApplyAsync(
            [["[Network(4)]\n[Dense(8), ReLU]\npartial class Net;", "[Dense(6), Tanh] // second\npartial class Net\n{\n}", "[Dense(2)]\npartial class Net;"]],
            Microsoft.CodeAnalysis.CodeFixes.FixAllScope.Solution, "ACT0004", null);

        Assert.Equal(["[Network(4)]\n[Dense(8), ReLU]\n[Dense(6), Tanh] // second\n[Dense(2)]\npartial class Net;", "partial class Net\n{\n}", "partial class Net;"], files[0]);
    }

    /// <summary>What a name or a constant means depends on the file.</summary>
    [Theory]
    [InlineData("using Rectifier = ActGen.ReLUAttribute;\n[Dense(2), Rectifier]\npartial class Net;")]
    [InlineData("using Sizes = One;\n[Dense(Sizes.Width)]\npartial class Net;\nstatic class One { public const int Width = 2; }")]
    public async Task Stays_where_the_other_file_would_mean_something_else(string other) =>
        Assert.Equal(other, (await FixAllHarness.ApplyAsync([["using Sizes = Two;\n[Network(4)] partial class Net;\nstatic class Two { public const int Width = 3; }", other]],
            Microsoft.CodeAnalysis.CodeFixes.FixAllScope.Solution, "ACT0004", null))[0][1]);
}
