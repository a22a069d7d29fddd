using ActGen.Testing;
using Microsoft.CodeAnalysis.Text;

namespace ActGen.Analyzers.Tests.Harness;

public class MarkupTextTests
{
    [Fact]
    public void Marks_are_taken_out_and_remembered()
    {
        MarkupText parsed = MarkupText.Parse("[Dense(4), {|ACT1001:[|Softmax|]|}] class A;");

        Assert.Equal("[Dense(4), Softmax] class A;", parsed.Text);
        Assert.Equal([new MarkupSpan("ACT1001", new TextSpan(11, 7)), new MarkupSpan(null, new TextSpan(11, 7))], parsed.Spans.OrderBy(s => s.Id is null));
    }

    [Theory]
    [InlineData("[|a")]
    [InlineData("a|]")]
    [InlineData("{|ACT1001:a|]")]
    public void Unbalanced_marks_fail(string markup) => Assert.Throws<HarnessException>(() => MarkupText.Parse(markup));
}
