using ActGen.Testing;

namespace ActGen.CodeFixes.Tests.HiddenLayers;

public class MissingNonlinearityFixTests
{
    [Theory]
    [InlineData("[Network(4)]\n[Dense(8)] // hidden\n[Dense(2)]\npartial class Net;", "[Network(4)]\n[Dense(8), ReLU] // hidden\n[Dense(2)]\npartial class Net;")]
    [InlineData("[Network(4)] [Dense(8), Dropout(0.5)] [Dense(2)] partial class Net;", "[Network(4)] [Dense(8), ReLU, Dropout(0.5)] [Dense(2)] partial class Net;")]
    [InlineData("[Network(4), Dense(8), Dense(8), Dense(2), MSELoss] partial class Net;", "[Network(4), Dense(8), ReLU, Dense(8), ReLU, Dense(2), MSELoss] partial class Net;")]
    // a factorisation, if it is none
    [InlineData("[Network(9)] [Dense(9), ReLU] [Dense(2)] [Dense(9)] partial class Net;", "[Network(9)] [Dense(9), ReLU] [Dense(2), ReLU] [Dense(9)] partial class Net;")]
    public Task Inserts_ReLU_behind_the_first_layer(string before, string after) =>
        new CodeFixTest { Id = "ACT1002", TestCode = before, FixedCode = after }.RunAsync();
}
