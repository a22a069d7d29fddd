namespace ActGen.Generator;

/// <summary>A file to add to the user's compilation.</summary>
/// <param name="HintName">Its name.</param>
/// <param name="Text">Its text; empty for no file.</param>
internal sealed record GeneratedFile(string HintName, string Text);
