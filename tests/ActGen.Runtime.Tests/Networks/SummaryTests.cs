using System.Globalization;

namespace ActGen.Runtime.Tests.Networks;

public class SummaryTests
{
    [Theory]
    [InlineData("")]
    [InlineData("de-DE")]
    public void The_summary_is_a_table_under_any_culture(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            string[] lines = LinearClassifier.Summary.ToString().Split('\n');
            Assert.Equal("LinearClassifier", lines[0]);
            Assert.Equal("Layer            Output  Parameters  Multiply-adds  Keeps", lines[2]);
            Assert.Equal("Input            5", lines[4]);
            Assert.Equal("Dense 3 + Scale  3               19             15  z", lines[5]);
            Assert.Equal("19 parameters (76 bytes), 15 multiply-adds per row, CrossEntropyLoss", lines[^1]);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void The_summary_is_data()
    {
        NetworkSummary summary = LinearClassifier.Summary;
        Assert.Equal("LinearClassifier", summary.Name);
        Assert.Equal([5], summary.InputShape);
        Assert.Equal([3], summary.OutputShape);
        Assert.Equal(19, summary.ParameterCount);
        Assert.Equal(15, summary.MultiplyAdds);
        Assert.Equal("CrossEntropyLoss", summary.Loss);
        Assert.Equal(3, summary.Parameters.Count);
    }
}
