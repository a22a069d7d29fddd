using System.Reflection;

namespace ActGen.PackageTests;

/// <summary>The package as a stranger meets it: packed, put in a folder feed, restored by a fresh console project.</summary>
public sealed class PackageConsumerTests : IDisposable
{
    private const string Program = """
        using ActGen;

        float[] inputs = [0, 0, 0, 1, 1, 0, 1, 1];
        float[] targets = [0, 1, 1, 0];
        var network = new Xor(seed: 1);
        using (var trainer = network.CreateTrainer(new Adam(0.05), batchSize: 4))
        {
            for (int step = 0; step < 500; step++)
                trainer.Step(inputs, targets);
        }
        int[] answers = new int[4];
        network.Classify(inputs, answers);
        System.Console.WriteLine("answers " + string.Join(" ", answers));

        [Network(2)]
        [Dense(8), Tanh]
        [Dense(1)]
        [BCEWithLogitsLoss]
        public sealed partial class Xor;

        """;

    private const string Mistake = """
        using ActGen;

        /// <summary>Applies softmax twice.</summary>
        [Network(4)]
        [Dense(8), ReLU]
        [Dense(3), Softmax]
        [CrossEntropyLoss]
        public sealed partial class SoftmaxTwice;

        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("actgen-package-").FullName;

    [Fact]
    public void Packed_restored_and_built_it_warns_trains_and_is_fixed_by_dotnet_format()
    {
        string repository = Metadata("RepositoryRoot"), feed = Path.Combine(_folder, "feed"), project = Path.Combine(_folder, "consumer");
        Directory.CreateDirectory(feed);
        Directory.CreateDirectory(project);
        var environment = new Dictionary<string, string>
        {
            ["NUGET_PACKAGES"] = Path.Combine(_folder, "packages"),
            ["DOTNET_CLI_UI_LANGUAGE"] = "en",
            ["MSBUILDDISABLENODEREUSE"] = "1",
            ["UseSharedCompilation"] = "false",
        };
        new Shell(repository, new Dictionary<string, string> { ["DOTNET_CLI_UI_LANGUAGE"] = "en", ["MSBUILDDISABLENODEREUSE"] = "1" })
            .Run("dotnet", "pack", "src/ActGen.Runtime", "--no-build", "-c", Metadata("Configuration"), "-o", feed);

        File.WriteAllText(Path.Combine(project, "Directory.Build.props"), "<Project />");
        File.WriteAllText(Path.Combine(project, "NuGet.config"), $"""
            <configuration>
              <packageSources><clear /><add key="folder" value="{feed}" /></packageSources>
            </configuration>
            """);
        string version = Path.GetFileNameWithoutExtension(Directory.GetFiles(feed, "ActGen.*.nupkg").Single())["ActGen.".Length..];
        File.WriteAllText(Path.Combine(project, "consumer.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="ActGen" Version="{version}" />
              </ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(project, "Program.cs"), Program);
        string mistake = Path.Combine(project, "SoftmaxTwice.cs");
        File.WriteAllText(mistake, Mistake);
        var shell = new Shell(project, environment);

        string build = shell.Run("dotnet", "build");
        Assert.Matches(@"SoftmaxTwice\.cs\(6,12\): warning ACT2001", build);

        Assert.Contains("answers 0 1 1 0", shell.Run("dotnet", "run", "--no-build"));

        shell.Run("dotnet", "format", "analyzers", "--no-restore", "--diagnostics", "ACT2001", "--severity", "warn");
        Assert.Equal(Mistake.Replace(", Softmax]", "]"), File.ReadAllText(mistake));
        Assert.DoesNotContain("ACT", shell.Run("dotnet", "build", "--no-incremental").Replace("ActGen", ""));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Metadata(string key) => typeof(PackageConsumerTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
