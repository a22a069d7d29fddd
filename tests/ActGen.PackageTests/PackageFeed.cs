using System.Reflection;

namespace ActGen.PackageTests;

/// <summary>The package, packed once and put in a folder feed, and projects that a stranger would begin with it.</summary>
public sealed class PackageFeed : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("actgen-package-").FullName;
    private readonly string _version;

    public PackageFeed()
    {
        string feed = Path.Combine(_folder, "feed");
        Directory.CreateDirectory(feed);
        new Shell(Repository, new Dictionary<string, string> { ["DOTNET_CLI_UI_LANGUAGE"] = "en", ["MSBUILDDISABLENODEREUSE"] = "1" })
            .Run("dotnet", "pack", "src/ActGen.Runtime", "--no-build", "-c", Metadata("Configuration"), "-o", feed);
        _version = Path.GetFileNameWithoutExtension(Directory.GetFiles(feed, "ActGen.*.nupkg").Single())["ActGen.".Length..];
        File.WriteAllText(Path.Combine(_folder, "NuGet.config"), $"""
            <configuration>
              <packageSources><clear /><add key="folder" value="{feed}" /></packageSources>
            </configuration>
            """);
        File.WriteAllText(Path.Combine(_folder, "Directory.Build.props"), "<Project />");
    }

    public static string Repository { get; } = Metadata("RepositoryRoot");

    /// <summary>The folder of a new project that references the package.</summary>
    /// <param name="name">Of the project.</param>
    /// <param name="outputType"><c>Exe</c> or <c>Library</c>.</param>
    public string CreateProject(string name, string outputType)
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
                <PackageReference Include="ActGen" Version="{_version}" />
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

    private static string Metadata(string key) => typeof(PackageFeed).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
