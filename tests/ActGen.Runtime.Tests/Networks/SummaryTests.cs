using System.Globalization;
using ActGen.CompilerServices;

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

    [Fact]
    public void Predictions_stand_in_the_summary_where_there_are_any()
    {
        var summary = new NetworkSummary(Describe<LinearClassifier>() with
        {
            Layers =
            [
                new("Dense 2 + SiLU", [2], 6, 4, "x, f′") { Signal = new(0.001234, 0.00012, 0.0056), Gradient = new(12345.6, 1234, 45678) },
                new("Dense 1", [1], 3, 2, "x") { Signal = new(1, 0.01, 10), Gradient = new(1, 1, 1) },
            ],
            InputSignal = new(0.25, 0.25, 0.25),
            BornDead = 0.0475,
        });
        string[] lines = summary.ToString().Split('\n');

        Assert.Equal("Layer           Output  Parameters  Multiply-adds  Keeps  Signal                  Gradient", lines[2]);
        Assert.Equal("Input           5                                         0.25", lines[4]);
        Assert.Equal("Dense 2 + SiLU  2                6              4  x, f′  0.0012 (1.2e-4–0.0056)  1.2e4 (1234–4.6e4)", lines[5]);
        Assert.Equal("Dense 1         1                3              2  x      unpredictable           1.0", lines[6]);
        Assert.Equal("Signal, gradient: predicted root mean square in a new network, gradient at the output = 1; 19 of 20 networks lie in the brackets; what is empty is not predicted.", lines[^2]);
        Assert.Equal("Born dead: about 4.8 % of new networks pass no gradient.", lines[^1]);
        Assert.Equal((0.0475, null), (summary.BornDead, summary.InputGradient));
    }

    private static NetworkDefinition Describe<TNet>()
        where TNet : INetwork<TNet> => TNet.Code.Plan.Definition;
}
