namespace ActGen.Analyzers.Tests.Declarations;

/// <summary>Whoever does what a message says has a network without an error.</summary>
public class LossOverImagesTests
{
    [Theory]
    [InlineData("", "CrossEntropyLoss", "[Permute(2, 3, 1)] and [Reshape(-1, 4)]")]
    [InlineData("[Permute(2, 3, 1)]", "CrossEntropyLoss", "put [Reshape(-1, 4)] before it")]
    [InlineData("", "GaussianNLLLoss", "[Permute(2, 3, 1)] and [Reshape(-1, 4)]")]
    [InlineData("[Permute(2, 3, 1)]", "GaussianNLLLoss", "put [Reshape(-1, 4)] before it")]
    public async Task The_way_to_a_row_for_each_position_is_told_from_where_one_is(string before, string loss, string advice) => Assert.Contains(
        advice, await NetworkTest.MessageAsync($"[Network(3, 8, 8)] [Conv2D(4, 3), ReLU] [Conv2D(4, 1)] {before} [{{|ACT0005:{loss}|}}]"), StringComparison.Ordinal);

    [Theory]
    [InlineData("CrossEntropyLoss")]
    [InlineData("GaussianNLLLoss")]
    public Task And_it_leads_there(string loss) =>
        NetworkTest.VerifyAsync($"[Network(3, 8, 8)] [Conv2D(4, 3), ReLU] [Conv2D(4, 1)] [Permute(2, 3, 1)] [Reshape(-1, 4)] [{loss}]");
}
