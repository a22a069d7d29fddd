namespace ActGen.Frontend.Model;

/// <summary>Why a block or a variant is none (ACT0009).</summary>
/// <param name="Reason">A sentence without its full stop.</param>
/// <param name="IsToldElsewhere">Whether the C# compiler, or a diagnostic at another place, says it.</param>
internal sealed record Fault(string Reason, bool IsToldElsewhere = false);
