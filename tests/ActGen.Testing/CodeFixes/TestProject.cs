using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ActGen.Testing;

/// <summary>A project as an IDE holds it: with the package's generators and analyzers.</summary>
internal static class TestProject
{
    /// <summary>The document of a new project that references ActGen and has the usual usings.</summary>
    public static Document CreateDocument(AdhocWorkspace workspace, string code, CSharpParseOptions parseOptions, IEnumerable<string> otherSources) =>
        Add(workspace.CurrentSolution, "TestProgram", parseOptions, [("Test.cs", code), .. otherSources.Select((other, index) => ($"Other{index}.cs", other))])
            .Projects.Single().Documents.Single(document => document.Name == "Test.cs");

    /// <summary>The solution with one more project.</summary>
    public static Solution Add(Solution solution, string name, CSharpParseOptions parseOptions, params (string Name, string Code)[] files)
    {
        ProjectId id = ProjectId.CreateNewId();
        solution = solution.AddProject(ProjectInfo.Create(
            id, VersionStamp.Default, name, name, LanguageNames.CSharp,
            compilationOptions: TestCompilation.Options,
            parseOptions: parseOptions,
            metadataReferences: TestReferences.Default,
            analyzerReferences: [new ProductAnalyzerReference()]));
        solution = solution.AddDocument(DocumentId.CreateNewId(id), "Usings.cs", AnalyzerTest.Usings);
        foreach ((string file, string code) in files)
            solution = solution.AddDocument(DocumentId.CreateNewId(id), file, code, filePath: $"{name}/{file}");
        return solution;
    }
}
