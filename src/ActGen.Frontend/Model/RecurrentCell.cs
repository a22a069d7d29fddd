namespace ActGen.Frontend.Model;

/// <summary>What a recurrent layer does in one step. A new one needs a row here, its signal in <c>Propagation</c>, its attribute and its kernel in the runtime, and its definition among the proofs.</summary>
/// <param name="Name">The attribute, and the runtime's cell.</param>
/// <param name="Gates">Blocks of units in the columns of the weights.</param>
/// <param name="BiasParts">Blocks of units in the bias.</param>
/// <param name="Formula">One step; <c>#</c> stands for the number of the layer, f for its activation.</param>
internal sealed record RecurrentCell(string Name, int Gates, int BiasParts, string Formula)
{
    private static readonly RecurrentCell[] All =
    [
        new("RNN", 1, 1, "h = f(x·W# + h·U# + b#)"),
        new("LSTM", 4, 4, "z = x·W# + h·U# + b#;  i, f, o = σ(z), g = tanh(z);  c = f·c + i·g;  h = o·tanh(c)") { Kept = 1, InferenceScratch = 10, ForwardScratch = 4, ForgetBias = 1 },
        new("GRU", 3, 4, "r, z = σ(x·W# + h·U# + b#);  n = tanh(x·W# + b# + r·(h·U# + bₕ));  h = z·h + (1 − z)·n") { Kept = 3, InferenceScratch = 7, ForwardScratch = 0 },
    ];

    /// <summary>Their names.</summary>
    public static IEnumerable<string> Names => All.Select(one => one.Name);

    /// <summary>Blocks of units that a step keeps for backward beside its gates.</summary>
    public int Kept { get; init; }

    /// <summary>Blocks of units in which a row computes at inference.</summary>
    public int InferenceScratch { get; init; } = 3;

    /// <summary>Blocks of units in which it has a product in a training forward pass.</summary>
    public int ForwardScratch { get; init; } = 1;

    /// <summary>With what the bias of the forget gate starts; 0 where there is none.</summary>
    public double ForgetBias { get; init; }

    /// <summary>The cell of that name; null when there is none.</summary>
    public static RecurrentCell? Named(string name) => Array.Find(All, one => one.Name == name);
}
