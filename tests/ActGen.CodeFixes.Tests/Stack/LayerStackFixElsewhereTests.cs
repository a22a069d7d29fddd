using ActGen.CodeFixes.Stack;
using ActGen.Testing;

namespace ActGen.CodeFixes.Tests.Stack;

public class LayerStackFixElsewhereTests
{
    [Theory]
    [InlineData("[Network(4)] [Dense(3), Softmax] [[|CrossEntropyLoss|]] partial class Net;", "[Network(4)] [Dense(3)] [CrossEntropyLoss] partial class Net;")]
    [InlineData("[Network(4)]\n[Dense(1)]\n[Sigmoid]\n[[|BCEWithLogitsLoss|](PositiveWeight = 2)]\npartial class Net;", "[Network(4)]\n[Dense(1)]\n[BCEWithLogitsLoss(PositiveWeight = 2)]\npartial class Net;")]
    public async Task The_fix_is_offered_at_the_loss(string before, string after) =>
        Assert.Equal(after, await RefactoringHarness.ApplyAsync(new LayerStackFixElsewhere(), before));

    [Theory]
    [InlineData("[Network(4)] [Dense(3)] [[|CrossEntropyLoss|]] partial class Net;")]
    [InlineData("[Network(4)] [[|Dense|](3), Softmax] [CrossEntropyLoss] partial class Net;")]
    [InlineData("[Network(4)] [Dense(3), Softmax] [CrossEntropyLoss] partial class [|Net|];")]
    public async Task Nothing_is_offered_elsewhere(string code) =>
        Assert.Null(await RefactoringHarness.ApplyAsync(new LayerStackFixElsewhere(), code));
}
