namespace ActGen.CompilerServices;

/// <summary>Unwinds a worker because another one failed; the pool reports the failure of that one.</summary>
internal sealed class WorkerStoppedException() : Exception("Another worker of this step failed.");
