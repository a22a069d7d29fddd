using System.Globalization;
using Microsoft.CodeAnalysis;

namespace ActGen.Testing;

/// <summary>What messages of the product look like: lists of errors show them in one line.</summary>
public static class MessageForm
{
    /// <summary>Characters of a message at most, with the numbers and names that it has.</summary>
    public const int Longest = 200;

    /// <summary>What is wrong with the form of a message, or null: it is too long, or one sentence ends with a period or several do not.</summary>
    public static string? FaultOf(Diagnostic diagnostic)
    {
        string message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
        if (!diagnostic.Id.StartsWith("ACT", StringComparison.Ordinal))
            return null;
        bool hasSentences = message.Contains(". ", StringComparison.Ordinal), hasPeriod = message.EndsWith('.');
        return message.Length > Longest ? $"{diagnostic.Id}: {message.Length} characters: {message}\n"
            : hasSentences != hasPeriod ? $"{diagnostic.Id}: {(hasPeriod ? "one sentence with a period" : "no period at the end")}: {message}\n"
            : message.EndsWith("..", StringComparison.Ordinal) ? $"{diagnostic.Id}: two periods: {message}\n"
            : null;
    }
}
