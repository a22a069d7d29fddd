using System.Globalization;

namespace ActGen.CompilerServices;

/// <summary>Targets of −1 and +1 are checked before a pass writes anything.</summary>
internal static class SignCheck
{
    /// <summary>Throws for the first target that is neither −1 nor +1.</summary>
    /// <param name="targets">The targets.</param>
    /// <param name="loss">Name of the loss, for the message.</param>
    /// <param name="parameterName">Name of the caller's argument.</param>
    /// <exception cref="ArgumentException">There is one; the message names its index and value.</exception>
    public static void Ensure(ReadOnlySpan<float> targets, string loss, [CallerArgumentExpression(nameof(targets))] string parameterName = "targets")
    {
        for (int i = 0; i < targets.Length; i++)
        {
            if (targets[i] is not (1 or -1))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{parameterName}[{i}] is {targets[i]}; {loss} takes −1 or +1 for each output."), parameterName);
        }
    }
}
