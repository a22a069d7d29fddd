namespace ActGen.Analyzers.Findings;

/// <summary>One edit of a stack.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Place">To which layer: 0 is the one at which the finding stands, i the i-th of those it stands with.</param>
/// <param name="Name">The attribute of ActGen that is put there, without suffix; or the argument that is set or left out.</param>
/// <param name="Value">The attribute's arguments; or the argument's value.</param>
internal sealed record StackEdit(StackEditKind Kind, int Place, string Name = "", string Value = "")
{
    public static StackEdit Remove(int place = 0) => new(StackEditKind.Remove, place);

    /// <summary>Another attribute in the place of one.</summary>
    public static StackEdit Replace(string name, string arguments = "", int place = 0) => new(StackEditKind.Replace, place, name, arguments);

    /// <summary>Another attribute in the place of one, with the arguments that stand there.</summary>
    public static StackEdit Rename(string name, int place = 0) => new(StackEditKind.Rename, place, name);

    /// <summary>An attribute behind one, in the same bracket.</summary>
    public static StackEdit InsertAfter(string name, string arguments = "", int place = 0) => new(StackEditKind.InsertAfter, place, name, arguments);

    /// <summary>A property of an attribute, whether it was written or not.</summary>
    public static StackEdit SetArgument(string name, string value, int place = 0) => new(StackEditKind.SetArgument, place, name, value);

    /// <summary>The first argument of an attribute, where one is written.</summary>
    public static StackEdit SetFirstArgument(string value, int place = 0) => new(StackEditKind.SetFirstArgument, place, Value: value);

    /// <summary>A property of an attribute gets its default.</summary>
    public static StackEdit RemoveArgument(string name, int place = 0) => new(StackEditKind.RemoveArgument, place, name);

    public static StackEdit Parse(string text)
    {
        string[] parts = text.Split('|');
        return new((StackEditKind)int.Parse(parts[0]), int.Parse(parts[1]), parts[2], parts[3]);
    }

    public override string ToString() => $"{(int)Kind}|{Place}|{Name}|{Value}";
}

/// <summary>What can be done to a stack.</summary>
internal enum StackEditKind
{
    Remove,
    Replace,
    Rename,
    InsertAfter,
    SetArgument,
    SetFirstArgument,
    RemoveArgument,
}
