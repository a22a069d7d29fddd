using ActGen.CodeFixes.Refactorings;
using ActGen.Testing;

namespace ActGen.CodeFixes.Tests.Refactorings;

public class SwapActivationTests
{
    [Fact]
    public async Task Offers_what_fits_with_its_predicted_effect()
    {
        IReadOnlyDictionary<string, string> offers = await RefactoringHarness.AllAsync(
            new SwapActivation(), "[Network(64)]\n[Dense(64), [|ReLU|]] // hidden\n[Dense(64)]\n[MSELoss]\npartial class Net;");

        // Auto keeps the signal at 1. One activation and the matrix behind it multiply the gradient by √(E f′²/E f²): 1 for ReLU, 1.085 by the gains of tanh.
        string tanh = offers.Keys.Single(title => title.StartsWith("Swap ReLU for Tanh", StringComparison.Ordinal));
        Assert.Equal("Swap ReLU for Tanh: signal at the output 1 → 1, gradient at the first layer 1 → 1.1", tanh);
        Assert.Equal(1.085, 1.5925 / 1.4674, 3);
        Assert.Equal("[Network(64)]\n[Dense(64), Tanh] // hidden\n[Dense(64)]\n[MSELoss]\npartial class Net;", offers[tanh]);
        Assert.DoesNotContain(offers.Keys, title => title.Contains("for ReLU", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Leaves_out_what_would_bring_a_warning()
    {
        IReadOnlyDictionary<string, string> offers = await RefactoringHarness.AllAsync(
            new SwapActivation(), "[Network(1)] [Dense(1), ReLU] [Dense(1), [|LeakyReLU|]] [Dense(1)] [MSELoss] partial class Net;");

        // With ReLU every second network would be dead: the second layer's one weight is negative, and its input is not.
        Assert.DoesNotContain(offers.Keys, title => title.StartsWith("Swap LeakyReLU for ReLU", StringComparison.Ordinal));
        Assert.Contains(offers.Keys, title => title.StartsWith("Swap LeakyReLU for ELU", StringComparison.Ordinal));
    }

    [Theory]
    // the output's activation belongs to the loss, a softmax has no swap, other places none
    [InlineData("[Network(64)] [Dense(64), ReLU] [Dense(2), [|Sigmoid|]] partial class Net;")]
    [InlineData("[Network(64)] [Dense(64), [|Softmax|]] [Dense(2)] partial class Net;")]
    [InlineData("[Network(64)] [[|Dense|](64), ReLU] [Dense(2)] partial class Net;")]
    [InlineData("[Network(64)]\n#if true\n[Dense(64), [|ReLU|]]\n#endif\n[Dense(2)] partial class Net;")]
    [InlineData("[[|Obsolete|]] class Net;")]
    public async Task Nothing_is_offered_elsewhere(string code) => Assert.Empty(await RefactoringHarness.AllAsync(new SwapActivation(), code));
}
