using ActGen.Testing;

namespace ActGen.CodeFixes.Tests.Declarations;

public class LossNotLastFixTests
{
    [Theory]
    [InlineData("[Network(4)]\n[MSELoss] // regression\n[Dense(8), ReLU]\n[Dense(2)] // out\npartial class Net;", "[Network(4)]\n[Dense(8), ReLU]\n[Dense(2)] // out\n[MSELoss] // regression\npartial class Net;")]
    [InlineData("[Network(4), MSELoss,\n    Dense(8), ReLU, Dense(2)]\npartial class Net;", "[Network(4), Dense(8), ReLU, Dense(2)]\n[MSELoss]\npartial class Net;")]
    [InlineData("[Network(4)] [HuberLoss(0.5), Dense(2)] partial class Net;", "[Network(4)] [Dense(2)] [HuberLoss(0.5)] partial class Net;")]
    public Task Moves_the_loss_to_the_end(string before, string after) =>
        new CodeFixTest { Id = "ACT0007", TestCode = before, FixedCode = after }.RunAsync();

    [Theory]
    [InlineData("[Network(4)] [Dense(2)] [MSELoss] [L1Loss] partial class Net;")]
    [InlineData("[Network(4)]\n#if true\n[MSELoss]\n#endif\n[Dense(2)] partial class Net;")]
    public Task Leaves_the_choice_to_the_author(string code) =>
        new CodeFixTest { Id = "ACT0007", TestCode = code, FixedCode = code }.RunAsync();
}
