using ActGen.Frontend.Analysis;
using ActGen.Frontend.Diagnostics;
using ActGen.Testing;
using Microsoft.CodeAnalysis.CSharp;

namespace ActGen.Frontend.Tests.Networks;

/// <summary>Classes that cannot hold a network: their names, their declarations, the language they are written in.</summary>
public sealed class ClassProblemTests
{
    [Theory]
    [InlineData("static partial class Net;", "ACT0002")]
    [InlineData("abstract partial class Net;", "ACT0002")]
    [InlineData("partial class Net<T>;", "ACT0002")]
    [InlineData("file partial class Net;", "ACT0002")]
    [InlineData("partial record Net;", "ACT0002")]
    [InlineData("class Net;", "ACT0001")]
    [InlineData("partial class Net { int Parameters = 1; }", "ACT0012")]
    [InlineData("partial class Net { void InputSize() { } }", "ACT0012")]
    [InlineData("partial class Net { int _state; }", "ACT0012")]
    [InlineData("partial class Net { class Forward { } }", "ACT0012")]
    [InlineData("partial class Net { public void Forward(System.ReadOnlySpan<float> a, System.Span<float> b) { } }", "ACT0012")]
    [InlineData("partial class Net { public Net(long seed) : this(\"\") { } Net(string name) : this(1) { } }", "ACT0012")]
    [InlineData("partial class Net(int size) { int Size => size; }", "ACT0014")]
    [InlineData("partial class Net { public Net(string name) { } }", "ACT0014")]
    [InlineData("partial class Net : Base; class Base { public Base(int x) { } }", "ACT0014")]
    [InlineData("partial class Net { public required string Name { get; init; } }", "ACT0014")]
    public void The_class_must_be_able_to_hold_a_network(string declaration, string id)
    {
        NetworkAnalysis analysis = Analyze.Program("using ActGen;\n[Network(4)] [Dense(2)] " + declaration);

        Problem problem = Assert.Single(analysis.Problems);
        Assert.Equal((id, -1, null), (problem.Id, problem.Site.Layer, problem.Site.Argument));
    }

    [Theory]
    [InlineData("[MSELoss]", "")]
    [InlineData("[HuberLoss(1)]", "")]
    [InlineData("", "")]
    [InlineData("[CrossEntropyLoss]", "ACT0012")]
    [InlineData("[BCEWithLogitsLoss]", "ACT0012")]
    public void Classify_is_taken_where_it_is_generated(string loss, string ids) => Assert.Equal(ids, Analyze.Program(
        $"using System; [ActGen.Network(4)] [ActGen.Dense(2)] {loss.Replace("[", "[ActGen.")} partial class Net {{ public void Classify(ReadOnlySpan<float> a, Span<int> b) {{ }} }}").Ids());

    [Theory]
    // One decision in a row: there is an overload for a row. Several: there is none.
    [InlineData("[Network(4)] [Dense(2)] [CrossEntropyLoss]", "ACT0012")]
    [InlineData("[Network(4)] [Dense(1)] [BCEWithLogitsLoss]", "ACT0012")]
    [InlineData("[Network(4)] [Dense(2)] [BCEWithLogitsLoss]", "")]
    [InlineData("[Network(5, 4)] [Dense(2)] [CrossEntropyLoss]", "")]
    [InlineData("[Network(4)] [Dense(0)] [CrossEntropyLoss]", "ACT0012 ACT0006")]
    public void Classify_of_one_row_is_taken_where_a_row_is_one_decision(string stack, string ids) => Assert.Equal(ids, Analyze.Program(
        $"using ActGen; {stack} partial class Net {{ public int Classify(System.ReadOnlySpan<float> row) => 0; }}").Ids());

    [Theory]
    [InlineData("partial class Net { public void Predict(string path) { } public int Forward() => 1; }")]
    [InlineData("partial class Net { public Net(string name) : this(1) { } static Net() { } }")]
    [InlineData("partial class Net : Base; class Base { protected Base() { } private int Parameters; }")]
    public void What_does_not_collide_is_the_users_to_declare(string declaration) =>
        Assert.Equal("", Analyze.Program("using ActGen;\n[Network(4)] [Dense(2)] " + declaration).Ids());

    [Fact]
    public void A_containing_type_must_be_partial_too()
    {
        Problem problem = Assert.Single(Analyze.Program("using ActGen; class Outer { [Network(4)] [Dense(2)] partial class Net; }").Problems);

        Assert.Equal("ACT0001", problem.Id);
        Assert.Contains("'Outer'", problem.Message);
    }

    [Fact]
    public void Layers_on_several_declarations_have_no_order()
    {
        const string First = "using ActGen; [Network(4)] [Dense(2)] partial class Net;";

        Assert.Equal("ACT0004", Analyze.Program(First, "using ActGen; [Dense(3)] partial class Net;").Ids());
        Assert.Equal("", Analyze.Program(First, "[System.Serializable] partial class Net;").Ids());
    }

    [Fact]
    public void A_language_version_without_what_generated_code_uses_is_named()
    {
        CSharpCompilation Old(LanguageVersion version) => TestCompilation.Create(
            ["using ActGen; [Network(4)] [Dense(2)] partial class Net { }"], null, parseOptions: TestCompilation.ParseOptions.WithLanguageVersion(version));

        Problem problem = Assert.Single(NetworkAnalysis.Of(Analyze.Declaration(Old(LanguageVersion.CSharp11))).Problems);
        Assert.Equal("ACT0013", problem.Id);
        Assert.Contains("11", problem.Message);
        Assert.Equal("", NetworkAnalysis.Of(Analyze.Declaration(Old(LanguageVersion.CSharp12))).Ids());
    }
}
