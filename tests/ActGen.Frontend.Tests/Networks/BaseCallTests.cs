using ActGen.Frontend.Analysis;
using ActGen.Frontend.Diagnostics;

namespace ActGen.Frontend.Tests.Networks;

/// <summary>Values that an attribute of the user's own writes in the call of its base constructor.</summary>
public class BaseCallTests
{
    [Theory]
    [InlineData("class AAttribute() : ActivationAttribute<Formulas.LeakyReLU>(0.2);", "A", 0.2)]
    [InlineData("class AAttribute : ActivationAttribute<Formulas.LeakyReLU> { public AAttribute() : base(0.2) { } }", "A", 0.2)]
    [InlineData("class AAttribute(double s) : ActivationAttribute<Formulas.LeakyReLU>(s);", "A(0.3)", 0.3)]
    [InlineData("class AAttribute(float s = 0.25f) : ActivationAttribute<Formulas.LeakyReLU>(s);", "A", 0.25)]
    [InlineData("class AAttribute(int s) : ActivationAttribute<Formulas.LeakyReLU>(s);", "A(2)", 2)]
    [InlineData("class AAttribute() : ActivationAttribute<Formulas.LeakyReLU>(new[] { 0.2 });", "A", 0.2)]
    [InlineData("class AAttribute() : ActivationAttribute<Formulas.LeakyReLU>([0.2]);", "A", 0.2)]
    [InlineData("class AAttribute() : ActivationAttribute<Formulas.LeakyReLU>(parameters: 0.2);", "A", 0.2)]
    [InlineData("class AAttribute() : ActivationAttribute<Formulas.LeakyReLU>(-Slope / 2) { const double Slope = 0.4; }", "A", -0.2)]
    [InlineData("class AAttribute() : ActivationAttribute<Formulas.LeakyReLU>(System.Math.PI);", "A", Math.PI)]
    [InlineData("class AAttribute(params double[] p) : ActivationAttribute<Formulas.LeakyReLU>(p);", "A(0.3)", 0.3)]
    [InlineData("class AAttribute() : ActivationAttribute<Formulas.LeakyReLU>();", "A", 0.01)]
    [InlineData("class AAttribute : ActivationAttribute<Formulas.LeakyReLU>;", "A", 0.01)]
    [InlineData("class BAttribute(double t, double u) : ActivationAttribute<Formulas.LeakyReLU>(u); class AAttribute(double s) : BAttribute(7, s);", "A(0.3)", 0.3)]
    [InlineData("class BAttribute(double t, double u) : ActivationAttribute<Formulas.LeakyReLU>(u); class AAttribute(double s) : BAttribute(u: 0.4, t: s);", "A(0.3)", 0.4)]
    [InlineData("class AAttribute : ActivationAttribute<Formulas.LeakyReLU> { public AAttribute(double s) : base(s) { } public AAttribute() : this(0.6) { } }", "A", 0.6)]
    // The name is the formula's, the value is not: what is passed on counts.
    [InlineData("class AAttribute(double slope) : ActivationAttribute<Formulas.LeakyReLU>(0.5);", "A(0.3)", 0.5)]
    public void Are_seen(string attributes, string use, double slope)
    {
        NetworkAnalysis analysis = Analyze.Program($"using ActGen; {attributes} [Network(4)] [{use}] sealed partial class Net;");
        Assert.Empty(analysis.Problems);
        Assert.Equal(slope, Assert.Single(analysis.Layers[0].FormulaParameters));
    }

    [Theory]
    [InlineData("class AAttribute(double s) : ActivationAttribute<Formulas.LeakyReLU>(2 * s);", "A(0.3)")]
    [InlineData("class AAttribute() : ActivationAttribute<Formulas.LeakyReLU>(System.Environment.TickCount);", "A")]
    [InlineData("class AAttribute() : ActivationAttribute<Formulas.LeakyReLU>(Make()) { static double[] Make() => [1]; }", "A")]
    [InlineData("class AAttribute() : ActivationAttribute<Formulas.LeakyReLU>([.. new[] { 1.0 }]);", "A")]
    [InlineData("class AAttribute(double s) : GatedAttribute<Formulas.LeakyReLU>(s + 1);", "A(0.3)")]
    public void What_is_computed_is_an_error(string attributes, string use)
    {
        Problem problem = Assert.Single(Analyze.Program($"using ActGen; {attributes} [Network(4)] [{use}] sealed partial class Net;").Problems);
        Assert.Equal("ACT0006", problem.Id);
        Assert.Equal("[A]: 'parameters' is computed where the attribute calls its base constructor; pass numbers, constants or the constructor's own parameters there", problem.Message);
    }

    [Fact]
    public void Gates_and_random_ranges_too()
    {
        NetworkAnalysis gate = Analyze.Program("using ActGen; class AAttribute(int n) : GatedDenseAttribute<Formulas.Swish>(n, 1.5); [Network(4)] [A(3)] sealed partial class Net;");
        Assert.Empty(gate.Problems);
        Assert.Equal((3, 1.5), (gate.Layers[0].Output.Last, Assert.Single(gate.Layers[0].FormulaParameters)));
        NetworkAnalysis random = Analyze.Program("using ActGen; class AAttribute() : RandomizedAttribute<Formulas.LeakyReLU>(0.1, 0.3); [Network(4)] [A] sealed partial class Net;");
        Assert.Empty(random.Problems);
        Assert.Equal(0.2, Assert.Single(random.Layers[0].FormulaParameters), 1e-15);
    }

    [Theory]
    [InlineData("class AAttribute(double s) : AAttribute(s);")]
    [InlineData("class AAttribute : ActivationAttribute<Formulas.LeakyReLU> { public AAttribute(double s) : this(s) { } }")]
    [InlineData("class AAttribute(double s) : ActivationAttribute<Formulas.LeakyReLU>(t);")]
    [InlineData("class AAttribute(double s) : ActivationAttribute<Formulas.LeakyReLU>(;")]
    [InlineData("class AAttribute(double s) : ActivationAttribute<Formulas.LeakyReLU>(s, \"x\", null, s);")]
    public void Broken_attributes_are_survived(string attributes) =>
        Assert.NotNull(Analyze.Program($"using ActGen; {attributes} [Network(4)] [A(0.3)] sealed partial class Net;"));
}
