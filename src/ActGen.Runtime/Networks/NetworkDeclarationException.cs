namespace ActGen;

/// <summary>A member was called of a network whose declaration has an error that the build reported (ACT0xxx).</summary>
/// <param name="message">The text of the first problem.</param>
public sealed class NetworkDeclarationException(string message) : InvalidOperationException(message);
