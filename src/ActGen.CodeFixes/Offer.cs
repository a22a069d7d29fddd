namespace ActGen.CodeFixes;

/// <summary>One way to fix a diagnostic.</summary>
/// <param name="Title">What the light bulb says; offers of one title are fixed together by "fix all".</param>
/// <param name="Apply">Writes the edits.</param>
internal sealed record Offer(string Title, Action<DocumentEdits> Apply);
