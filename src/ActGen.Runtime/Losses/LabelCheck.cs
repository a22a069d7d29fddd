namespace ActGen.CompilerServices;

/// <summary>Labels are checked before a pass writes anything.</summary>
internal static class LabelCheck
{
    /// <summary>Throws for the first label that is neither a class nor ignored.</summary>
    /// <param name="labels">The labels.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="ignoreIndex">Label that takes a row out of the loss, or null.</param>
    /// <param name="parameterName">Name of the caller's argument.</param>
    /// <exception cref="ArgumentOutOfRangeException">A label is out of range; the message names its index, the label and the classes.</exception>
    public static void Ensure(ReadOnlySpan<int> labels, int classes, int? ignoreIndex, [CallerArgumentExpression(nameof(labels))] string parameterName = "labels")
    {
        // Nearly always that is all.
        if (!labels.ContainsAnyExceptInRange(0, classes - 1))
            return;
        for (int i = 0; i < labels.Length; i++)
        {
            if ((uint)labels[i] >= (uint)classes && labels[i] != ignoreIndex)
                Throw(labels[i], i, classes, ignoreIndex, parameterName);
        }
    }

    private static void Throw(int label, int index, int classes, int? ignoreIndex, string parameterName)
    {
        string ignored = ignoreIndex is { } value ? $" (or {value}, which is ignored)" : "";
        throw new ArgumentOutOfRangeException(parameterName, label, $"{parameterName}[{index}] is {label}; with {classes} classes a label is 0 to {classes - 1}{ignored}.");
    }
}
