using ActGen.Testing;

namespace ActGen.CodeFixes.Tests.HiddenLayers;

public class SoftmaxInHiddenLayerFixTests
{
    [Theory]
    [InlineData("[Network(4)]\n[Dense(8), Softmax] // hidden\n[Dense(2)]\npartial class Net;", "[Network(4)]\n[Dense(8), ReLU] // hidden\n[Dense(2)]\npartial class Net;")]
    [InlineData(
        "[Network(4)] [Dense(8), Softmax] [Dense(8), Softmax] [Dense(2)] [CrossEntropyLoss] partial class A;\n[Network(4)] [Dense(8)] [Softmax] [Dense(2)] partial class B;",
        "[Network(4)] [Dense(8), ReLU] [Dense(8), ReLU] [Dense(2)] [CrossEntropyLoss] partial class A;\n[Network(4)] [Dense(8)] [ReLU] [Dense(2)] partial class B;")]
    // names as the neighbours have them
    [InlineData("using Nn = ActGen;\n[Nn.Network(4)] [Nn.Dense(8), Nn.Softmax] [Nn.Dense(2)] partial class Net;", "using Nn = ActGen;\n[Nn.Network(4)] [Nn.Dense(8), Nn.ReLU] [Nn.Dense(2)] partial class Net;")]
    [InlineData("using Rectifier = ActGen.ReLUAttribute;\n[Network(4)] [Dense(8), Softmax] [Dense(2)] partial class Net;", "using Rectifier = ActGen.ReLUAttribute;\n[Network(4)] [Dense(8), Rectifier] [Dense(2)] partial class Net;")]
    [InlineData("[Network(4)] [Dense(8), global::ActGen.Softmax] [Dense(2)] partial class Net;", "[Network(4)] [Dense(8), global::ActGen.ReLU] [Dense(2)] partial class Net;")]
    [InlineData("[Network(4)] [Dense(8), Softmax] [Dense(2)] partial class Net;\nclass ReLU : System.Attribute;", "[Network(4)] [Dense(8), ActGen.ReLU] [Dense(2)] partial class Net;\nclass ReLU : System.Attribute;")]
    public Task Puts_ReLU_in_its_place(string before, string after) =>
        new CodeFixTest { Id = "ACT1001", TestCode = before, FixedCode = after }.RunAsync();

    [Fact]
    public Task Leaves_stacks_with_directives_alone()
    {
        const string Code = "[Network(4)] [Dense(8), Softmax]\n#if DEBUG\n[Dense(16), ReLU]\n#endif\n[Dense(2)] partial class Net;";
        return new CodeFixTest { Id = "ACT1001", TestCode = Code, FixedCode = Code }.RunAsync();
    }
}
