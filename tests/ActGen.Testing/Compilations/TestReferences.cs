using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ActGen.Testing;

/// <summary>What a test program references: read once, shared by all tests.</summary>
public static class TestReferences
{
    /// <summary>The running framework, without ActGen.</summary>
    public static ImmutableArray<MetadataReference> Framework { get; } = LoadFramework();

    /// <summary>The framework and ActGen: what a user of the package has.</summary>
    public static ImmutableArray<MetadataReference> Default { get; } =
        Framework.Add(MetadataReference.CreateFromFile(typeof(NetworkAttribute).Assembly.Location));

    private static ImmutableArray<MetadataReference> LoadFramework()
    {
        // The trusted assemblies also hold those of the test host (xunit, Roslyn): only the framework's own folder is a user's.
        string folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return
        [
            .. trusted.Split(Path.PathSeparator)
                .Where(path => Path.GetDirectoryName(path) == folder)
                .Order(StringComparer.Ordinal)
                .Select(path => MetadataReference.CreateFromFile(path)),
        ];
    }
}
