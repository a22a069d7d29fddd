using System.IO.Compression;
using System.Reflection;
using System.Xml.Linq;

namespace ActGen.PackageTests;

/// <summary>The packages, packed once and put in a folder feed with what they depend on, and projects that a stranger would begin with them.</summary>
[CollectionDefinition(nameof(PackageFeed))]
public sealed class PackageFeed : ICollectionFixture<PackageFeed>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("actgen-package-").FullName;
    private readonly string _version;
    private readonly Shell _packing = new(Repository, new Dictionary<string, string> { ["DOTNET_CLI_UI_LANGUAGE"] = "en", ["MSBUILDDISABLENODEREUSE"] = "1" });

    public PackageFeed()
    {
        string feed = Path.Combine(_folder, "feed");
        Directory.CreateDirectory(feed);
        Pack("src/ActGen.Runtime", feed);
        _version = Path.GetFileNameWithoutExtension(Directory.GetFiles(feed, "ActGen.*.nupkg").Single())["ActGen.".Length..];
        Pack("src/ActGen.Reporting", feed);
        foreach ((string id, string version) in DependenciesOf(Path.Combine(feed, $"ActGen.Reporting.{_version}.nupkg")).Where(package => package.Id != "ActGen"))
        {
            // As the repository's own build restored it.
            string restored = $"{id}.{version}.nupkg".ToLowerInvariant();
            File.Copy(Path.Combine(Metadata("RestoredPackages"), id.ToLowerInvariant(), version, restored), Path.Combine(feed, restored));
        }
        File.WriteAllText(Path.Combine(_folder, "NuGet.config"), $"""
            <configuration>
              <packageSources><clear /><add key="folder" value="{feed}" /></packageSources>
            </configuration>
            """);
        File.WriteAllText(Path.Combine(_folder, "Directory.Build.props"), "<Project />");
    }

    public static string Repository { get; } = Metadata("RepositoryRoot");

    /// <summary>The folder of a new project that references packages.</summary>
    /// <param name="name">Of the project.</param>
    /// <param name="outputType"><c>Exe</c> or <c>Library</c>.</param>
    /// <param name="packages">Which; none means <c>ActGen</c>.</param>
    public string CreateProject(string name, string outputType, params string[] packages)
    {
        string project = Path.Combine(_folder, name);
        Directory.CreateDirectory(project);
        File.WriteAllText(Path.Combine(project, name + ".csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>{outputType}</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>
                {string.Concat((packages.Length == 0 ? ["ActGen"] : packages).Select(package => $"""<PackageReference Include="{package}" Version="{_version}" />"""))}
              </ItemGroup>
            </Project>
            """);
        return project;
    }

    /// <summary>Commands in a project's folder, with a package cache of their own.</summary>
    internal Shell ShellIn(string project) => new(project, new Dictionary<string, string>
    {
        ["NUGET_PACKAGES"] = Path.Combine(_folder, "packages"),
        ["DOTNET_CLI_UI_LANGUAGE"] = "en",
        ["MSBUILDDISABLENODEREUSE"] = "1",
        ["UseSharedCompilation"] = "false",
    });

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Pack(string project, string feed) => _packing.Run("dotnet", "pack", project, "--no-build", "-c", Metadata("Configuration"), "-o", feed);

    /// <summary>What a package asks for beside itself.</summary>
    private static (string Id, string Version)[] DependenciesOf(string package)
    {
        using ZipArchive archive = ZipFile.OpenRead(package);
        using Stream manifest = archive.Entries.Single(entry => entry.Name.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        return [.. XDocument.Load(manifest).Descendants().Where(element => element.Name.LocalName == "dependency").Select(element => (element.Attribute("id")!.Value, element.Attribute("version")!.Value))];
    }

    private static string Metadata(string key) => typeof(PackageFeed).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
