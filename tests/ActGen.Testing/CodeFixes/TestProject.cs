using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ActGen.Testing;

/// <summary>A project as an IDE holds it: with the package's generators and analyzers.</summary>
internal static class TestProject
{
    /// <summary>The document of a new project that references ActGen and has the usual usings.</summary>
    public static Document CreateDocument(AdhocWorkspace workspace, string code, CSharpParseOptions parseOptions, IEnumerable<string> otherSources)
    {
        ProjectId id = ProjectId.CreateNewId();
        Solution solution = workspace.CurrentSolution.AddProject(ProjectInfo.Create(
            id, VersionStamp.Default, "TestProgram", "TestProgram", LanguageNames.CSharp,
            compilationOptions: TestCompilation.Options,
            parseOptions: parseOptions,
            metadataReferences: TestReferences.Default,
            analyzerReferences: [new ProductAnalyzerReference()]));
        solution = solution.AddDocument(DocumentId.CreateNewId(id), "Usings.cs", AnalyzerTest.Usings);
        foreach ((int index, string other) in otherSources.Index())
            solution = solution.AddDocument(DocumentId.CreateNewId(id), $"Other{index}.cs", other);
        var document = DocumentId.CreateNewId(id);
        return solution.AddDocument(document, "Test.cs", code, filePath: "Test.cs").GetDocument(document)!;
    }
}
