namespace ActGen.Generator.Planning;

/// <summary>Where a value lies while a pass runs.</summary>
/// <param name="Place">Which memory.</param>
/// <param name="Name">Of a buffer: the constant that holds its offset.</param>
/// <param name="Offset">Of a buffer: elements per row before it.</param>
/// <param name="Width">Elements per row.</param>
internal sealed record Slot(Place Place, string Name, int Offset, int Width)
{
    public static Slot Input(int width) => new(Place.Input, "", 0, width);

    public static Slot Output(int width) => new(Place.Output, "", 0, width);

    public static Slot InputGradient(int width) => new(Place.InputGradient, "", 0, width);

    public static Slot OutputGradient(int width) => new(Place.OutputGradient, "", 0, width);
}

/// <summary>Memory of a pass.</summary>
internal enum Place
{
    /// <summary>The rows that came in; read only.</summary>
    Input,

    /// <summary>The rows that go out.</summary>
    Output,

    /// <summary>A buffer of the workspace.</summary>
    Buffer,

    /// <summary>∂L/∂input, where somebody asked for it.</summary>
    InputGradient,

    /// <summary>∂L/∂output, which backward may overwrite.</summary>
    OutputGradient,
}
