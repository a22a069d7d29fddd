namespace ActGen.Testing;

/// <summary>A promise that a component under test broke; the message says which.</summary>
public sealed class HarnessException(string message) : Exception(message);
