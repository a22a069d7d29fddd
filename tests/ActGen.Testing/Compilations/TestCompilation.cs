using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace ActGen.Testing;

/// <summary>Makes the compilations that components under test look at.</summary>
public static class TestCompilation
{
    /// <summary>Lines every user's project has by implicit usings, as a source file of its own.</summary>
    public const string ImplicitUsings = """
        global using global::System;
        global using global::System.Collections.Generic;
        global using global::System.IO;
        global using global::System.Linq;
        """;

    /// <summary>C# 14, documentation comments parsed.</summary>
    public static CSharpParseOptions ParseOptions { get; } =
        new(LanguageVersion.CSharp14, DocumentationMode.Diagnose);

    /// <summary>A library with nullable on and everything else as a new project has it.</summary>
    public static CSharpCompilationOptions Options { get; } =
        new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, deterministic: true);

    /// <summary>A compilation of the given files, named <c>File0.cs</c>, <c>File1.cs</c>, …</summary>
    public static CSharpCompilation Create(params IEnumerable<string> sources) => Create(sources, references: null);

    /// <summary>A compilation of the given files.</summary>
    /// <param name="sources">The files' texts.</param>
    /// <param name="references">What it references; <see cref="TestReferences.Default"/> when left out.</param>
    /// <param name="assemblyName">Name of the assembly.</param>
    /// <param name="parseOptions">Language version and symbols; <see cref="ParseOptions"/> when left out.</param>
    /// <param name="options">Nullable, checked, warnings; <see cref="Options"/> when left out.</param>
    public static CSharpCompilation Create(
        IEnumerable<string> sources,
        IEnumerable<MetadataReference>? references,
        string assemblyName = "TestProgram",
        CSharpParseOptions? parseOptions = null,
        CSharpCompilationOptions? options = null)
    {
        parseOptions ??= ParseOptions;
        return CSharpCompilation.Create(
            assemblyName,
            sources.Select((source, index) => Parse(source, $"File{index}.cs", parseOptions)).ToImmutableArray(),
            references ?? TestReferences.Default,
            options ?? Options);
    }

    /// <summary>One file of a compilation.</summary>
    public static SyntaxTree Parse(string source, string path, CSharpParseOptions? options = null) =>
        CSharpSyntaxTree.ParseText(SourceText.From(source, Encoding.UTF8), options ?? ParseOptions, path);

    /// <summary>The compilation as a reference of another one.</summary>
    /// <exception cref="HarnessException">It does not compile.</exception>
    public static MetadataReference ToReference(this Compilation compilation) =>
        MetadataReference.CreateFromImage(compilation.ToImage());

    /// <summary>The assembly's bytes.</summary>
    /// <exception cref="HarnessException">It does not compile; the message lists the errors.</exception>
    public static byte[] ToImage(this Compilation compilation)
    {
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        if (!result.Success)
            throw new HarnessException("The program does not compile:\n" + Describe(result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)));
        return stream.ToArray();
    }

    /// <summary>Diagnostics, one a line, with the text of their place.</summary>
    public static string Describe(IEnumerable<Diagnostic> diagnostics)
    {
        var text = new StringBuilder();
        foreach (Diagnostic diagnostic in diagnostics)
        {
            text.Append(diagnostic.ToString());
            if (diagnostic.Location.SourceTree is { } tree)
                text.Append("  at «").Append(tree.GetText().ToString(diagnostic.Location.SourceSpan)).Append('»');
            text.Append('\n');
        }
        return text.Length == 0 ? "(none)" : text.ToString();
    }
}
