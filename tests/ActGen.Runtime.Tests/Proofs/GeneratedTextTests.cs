using System.Globalization;
using ActGen.Runtime.Tests.Proofs.Programs;
using ActGen.Runtime.Tests.Proofs.Specs;
using ActGen.Testing;

namespace ActGen.Runtime.Tests.Proofs;

/// <summary>The generated text of the whole corpus: clean in every project, the same under every culture.</summary>
public sealed class GeneratedTextTests
{
    // Every thirteenth network: each activation, loss, size and layer is among them.
    private static readonly NetworkSpec[] Specs = [.. NetworkCorpus.All.Where((_, i) => i % 13 == 0)];

    private static readonly Lazy<GeneratorRun> Corpus = new(() => GeneratorHarness.RunOnce(NetworkFactory.Compile(Specs)));

    public static TheoryData<string> Variants => [.. CompileVariant.All.Select(variant => variant.Name)];

    [Theory]
    [MemberData(nameof(Variants))]
    public void Networks_compile_without_warnings(string variant) =>
        CompileVariant.All.Single(candidate => candidate.Name == variant).AssertCompiles(Corpus.Value);

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void Text_does_not_depend_on_the_culture(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            // A culture without data would be a copy of the invariant one, and the test could not fail.
            Assert.Equal("0,5", $"{0.5}");
            // Another namespace of the same length, so that nothing comes from the tables of what was analysed before.
            string space = culture[..2].ToUpperInvariant() + "oofs";
            GeneratorRun actual = GeneratorHarness.RunOnce(NetworkFactory.Compile(Specs, space));
            CultureInfo.CurrentCulture = before;
            Assert.Equal(Texts(Corpus.Value), Texts(actual).Select(text => text.Replace(space, "Proofs", StringComparison.Ordinal)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static IEnumerable<string> Texts(GeneratorRun run) => run.Sources.Values;
}
