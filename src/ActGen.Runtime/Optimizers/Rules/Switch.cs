namespace ActGen;

/// <summary>An option of an optimizer as a type: the JIT compiles one sweep with it and one without.</summary>
internal interface ISwitch
{
    /// <summary>Whether the option is chosen.</summary>
    static abstract bool IsOn { get; }
}

/// <summary>The two positions.</summary>
internal static class Switch
{
    internal readonly struct On : ISwitch
    {
        public static bool IsOn => true;
    }

    internal readonly struct Off : ISwitch
    {
        public static bool IsOn => false;
    }
}
