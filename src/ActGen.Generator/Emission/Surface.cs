using ActGen.Frontend.Model;
using ActGen.Frontend.Symbols;
using ActGen.Generator.Text;

namespace ActGen.Generator.Emission;

/// <summary>The public surface of a network class: the same text whether the members work or, while the declaration has an error, throw.</summary>
/// <param name="Type">The class.</param>
/// <param name="InputSize">Elements of an input row; 0 when unknown.</param>
/// <param name="OutputSize">Elements of an output row; 0 when unknown.</param>
/// <param name="ParameterCount">Trained parameters; 0 when unknown.</param>
/// <param name="Decisions">Which Classify methods there are.</param>
/// <param name="Table">Lines of the layer table.</param>
internal sealed record Surface(TypeIdentity Type, long InputSize, long OutputSize, long ParameterCount, Decisions Decisions, IReadOnlyList<string> Table)
{
    private const string Floats = "global::System.ReadOnlySpan<float>", Out = "global::System.Span<float>";

    /// <summary>Text of the class's <c>&lt;summary&gt;</c>; null where the user's half has one.</summary>
    public string? Summary { get; init; }

    /// <summary>What <c>Predict</c> gives, as a sentence with a space behind it; empty when unknown.</summary>
    public string Predictions { get; init; } = "";

    /// <summary>Whether the class implements the interface of networks: the language may be too old for it.</summary>
    public bool IsNetwork { get; init; } = true;

    /// <summary>Names that the user's half has taken: they are left out.</summary>
    public IReadOnlyCollection<string> Taken { get; init; } = [];

    private string Self => Type.FullName;

    /// <summary>The class's header with its documentation.</summary>
    public CodeWriter.Scope Open(CodeWriter code)
    {
        if (Summary is not null)
            code.Line($"/// <summary>{Xml(Summary)}</summary>");
        WriteTable(code);
        TypeHeader header = Type.Headers[Type.Headers.Count - 1];
        return code.Block($"partial {header.Keyword} {header.Name}{(IsNetwork ? $" : global::ActGen.INetwork<{Self}>" : "")}");
    }

    public void WriteConstants(CodeWriter code)
    {
        Constant("InputSize", InputSize, "Elements of one input row.");
        Constant("OutputSize", OutputSize, "Elements of one output row.");
        Constant("ParameterCount", ParameterCount, "Trained parameters.");

        void Constant(string name, long value, string summary)
        {
            if (Member(code, name, summary))
                code.Line($"public const int {name} = {Vocabulary.Number(value)};");
        }
    }

    public void WriteField(CodeWriter code)
    {
        code.Separate();
        code.Line(FileHeader.GeneratedCode);
        code.Line($"private readonly {Vocabulary.Type("NetworkState")} _state;");
    }

    public void WriteConstructor(CodeWriter code, string body)
    {
        if (Member(code, TargetFacts.Constructor, "A network with fresh parameters.", "seed", "Same seed, same bits, on every machine with fused multiply-add."))
            code.Line($"public {Type.Name}(long seed = 0) => {body};");
    }

    /// <summary>The private constructor around existing state.</summary>
    public void WriteStateConstructor(CodeWriter code)
    {
        code.Separate();
        code.Line(FileHeader.GeneratedCode);
        code.Line($"private {Type.Name}({Vocabulary.Type("NetworkState")} state) => _state = state;");
    }

    public void WriteMembers(CodeWriter code, SurfaceBodies bodies)
    {
        if (Member(code, "Parameters", "All parameters, one flat buffer; <see cref=\"ParameterTable\"/> says what lies where."))
            code.Line($"public {Out} Parameters => {bodies.Parameters};");
        if (Member(code, "ParameterTable", "Name, shape and offset of each tensor in <see cref=\"Parameters\"/>."))
            code.Line($"public static global::System.Collections.Generic.IReadOnlyList<global::ActGen.ParameterInfo> ParameterTable => {bodies.ParameterTable};");
        if (Batch("Forward", "Raw outputs (logits) of a batch of rows. Safe to call from several threads; allocates nothing after the first calls.",
            "outputs", "Rows × OutputSize; may not overlap the inputs."))
            code.Line($"public void Forward({Floats} inputs, {Out} outputs) => {bodies.Forward};");
        if (Batch("Predict", $"What the network predicts for a batch of rows. {Predictions}Safe to call from several threads; allocates nothing after the first calls.",
            "predictions", "Rows × OutputSize; may not overlap the inputs."))
            code.Line($"public void Predict({Floats} inputs, {Out} predictions) => {bodies.Predict};");
        if (Batch("Predict", "Predictions for a batch of rows, in a new array.", null, null))
            code.Line($"public float[] Predict({Floats} inputs) => {bodies.PredictArray};");
        if (Decisions.OnePerRow && !Taken.Contains(TargetFacts.RowClassify) && Member(code, "Classify", "The class of one row.", "input", "One row of InputSize elements.", throws: "The length is not InputSize."))
            code.Line($"public int Classify({Floats} input) => {bodies.Classify};");
        if (Decisions.Any && Batch("Classify", "The classes of a batch of rows.", "labels", "One label for each decision."))
            code.Line($"public void Classify({Floats} inputs, global::System.Span<int> labels) => {bodies.ClassifyMany};");

        bool Batch(string name, string summary, string? second, string? secondText)
        {
            if (Taken.Contains(name))
                return false;
            code.Separate();
            code.Line($"/// <summary>{summary}</summary>");
            if (name == "Forward")
                WriteTable(code);
            code.Line("/// <param name=\"inputs\">Rows × InputSize, row by row.</param>");
            if (second is not null)
                code.Line($"/// <param name=\"{second}\">{secondText}</param>");
            code.Line("/// <exception cref=\"global::System.ArgumentException\">The batch is empty, or a length does not fit.</exception>");
            code.Line(FileHeader.GeneratedCode);
            return true;
        }
    }

    /// <summary>The explicit members of <c>INetworkCore</c>.</summary>
    public void WriteExplicit(CodeWriter code, string state, string program, string create)
    {
        code.Separate();
        code.Line(FileHeader.GeneratedCode);
        code.Line($"{Vocabulary.Type("NetworkState")} global::ActGen.INetworkCore<{Self}>.State => {state};");
        code.Separate();
        code.Line(FileHeader.GeneratedCode);
        code.Line($"static {Vocabulary.Type("NetworkCode")} global::ActGen.INetworkCore<{Self}>.Code => {program};");
        code.Separate();
        code.Line(FileHeader.GeneratedCode);
        code.Line($"static {Self} global::ActGen.INetworkCore<{Self}>.Create({Vocabulary.Type("NetworkState")} state) => {create};");
    }

    /// <summary>Documentation and attribute of a member; false, with nothing written, when its name is taken.</summary>
    private bool Member(CodeWriter code, string name, string summary, string? parameter = null, string? parameterText = null, string? throws = null)
    {
        if (Taken.Contains(name))
            return false;
        code.Separate();
        code.Line($"/// <summary>{summary}</summary>");
        if (name == TargetFacts.Constructor)
            WriteTable(code);
        if (parameter is not null)
            code.Line($"/// <param name=\"{parameter}\">{parameterText}</param>");
        if (throws is not null)
            code.Line($"/// <exception cref=\"global::System.ArgumentException\">{throws}</exception>");
        code.Line(FileHeader.GeneratedCode);
        return true;
    }

    private void WriteTable(CodeWriter code)
    {
        if (Table.Count == 0)
            return;
        code.Line("/// <remarks><code>");
        foreach (string line in Table)
            code.Line("/// " + Xml(line));
        code.Line("/// </code></remarks>");
    }

    private static string Xml(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}

/// <summary>Expressions behind the members of a surface.</summary>
/// <param name="Parameters">Of the buffer.</param>
/// <param name="ParameterTable">Of the table.</param>
/// <param name="Forward">On inputs and outputs.</param>
/// <param name="Predict">On inputs and predictions.</param>
/// <param name="PredictArray">On inputs.</param>
/// <param name="Classify">On input.</param>
/// <param name="ClassifyMany">On inputs and labels.</param>
internal sealed record SurfaceBodies(
    string Parameters, string ParameterTable, string Forward, string Predict, string PredictArray, string Classify, string ClassifyMany)
{
    /// <summary>The same body everywhere.</summary>
    public static SurfaceBodies All(string body) => new(body, body, body, body, body, body, body);
}
