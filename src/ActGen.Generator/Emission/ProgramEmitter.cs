using ActGen.Frontend.Model;
using ActGen.Frontend.Symbols;
using ActGen.Generator.Planning;
using ActGen.Generator.Text;

namespace ActGen.Generator.Emission;

/// <summary>The program of a network: a struct without fields, visible in its file only, so that the user's class gets nothing but its public members.</summary>
internal sealed class ProgramEmitter
{
    private readonly NetworkPlan _plan;
    private readonly IReadOnlyList<Stage> _stages;
    private readonly InferencePlan _inference;
    private readonly TrainingPlan _training;
    private readonly StageWriter _writer;
    private readonly TelemetryEmitter _telemetry;

    public ProgramEmitter(NetworkPlan plan, IReadOnlyList<Stage> stages, StageWriter writer)
    {
        _plan = plan;
        _stages = stages;
        _inference = InferencePlan.Of(stages);
        _training = TrainingPlan.Of(plan, stages);
        _writer = writer;
        _telemetry = new TelemetryEmitter(stages, plan, writer);
    }

    private CodeWriter Code => _writer.Code;

    /// <summary>The simple name of the program class of a network.</summary>
    public static string NameOf(TypeIdentity type) => DefinitionEmitter.PlainName(type) + "Program";

    public void Write()
    {
        Vocabulary vocabulary = _writer.Vocabulary;
        string header = vocabulary.IsProduct ? $"file readonly struct {NameOf(_plan.Type)}" : $"public readonly struct {DefinitionEmitter.PlainName(_plan.Type)}Double";
        Code.Line($"/// <summary>The code of <see cref=\"{_plan.Type.FullName}\"/>: a forward and a backward method for each layer.</summary>");
        using (Code.Block($"{header} : {vocabulary.Kernels("INetworkProgram")}"))
        {
            ProgramConstants.Write(_plan, _inference, _training, _writer);
            WriteInference();
            WriteForward();
            WriteLoss();
            WriteBackward();
            foreach (TrainingStep step in _training.Steps)
                StageEmitter.Train(step, _writer);
            Code.Line();
            DefinitionEmitter.Write(_plan, _stages, _inference, _training, _telemetry, Code);
        }
    }

    private void WriteInference()
    {
        Code.Line();
        Code.Line("// Inference keeps nothing: memory that is free is used again, the last layer writes the outputs.");
        Code.Line("[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveOptimization)]");
        using (_writer.Method("public static void Infer", isBlock: true, isInference: true))
        {
            foreach (InferenceStep step in _inference.Steps)
                LayerEmitter.Of(step.Stage).Infer(step, _writer);
        }
        Code.Line();
        Code.Line("// " + LossEmitter.TransformText(_plan.Loss));
        using (_writer.Method("public static void Transform", isBlock: !LossEmitter.Transforms(_plan.Loss), isInference: true))
            LossEmitter.Transform(_plan, _writer);
    }

    private void WriteForward()
    {
        Code.Line();
        Code.Line("// One training step: forward, then the loss, then backward.");
        using (_writer.Method("public static void Forward", isBlock: true))
        {
            foreach (TrainingStep step in _training.Steps.Where(step => !step.Stage.IsBranch))
            {
                Code.Line($"{step.Stage.Method}Forward(in pass);");
                _telemetry.AfterForward(step);
            }
        }
    }

    private void WriteLoss()
    {
        Code.Line();
        if (_plan.Loss is { } loss)
            Code.Line($"// {loss.Type.Name}: {loss.Type.FormulaWith(loss.Settings)}");
        using (_writer.Method("public static double Loss", isBlock: false))
            LossEmitter.Loss(_plan, _writer);
    }

    private void WriteBackward()
    {
        Code.Line();
        using (_writer.Method("public static void Backward", isBlock: true))
        {
            for (int i = _training.Steps.Count - 1; i >= _training.GuardedSteps; i--)
                Backward(_training.Steps[i]);
            if (_training.GuardedSteps == 0 && !_training.CopiesInputGradient)
                return;
            Code.Line("if (pass.InputGradient.IsEmpty)");
            using (Code.Indent())
                Code.Line("return; // Nobody asked for the gradient of the input, and nothing below trains.");
            for (int i = _training.GuardedSteps - 1; i >= 0; i--)
                Backward(_training.Steps[i]);
            if (_training.CopiesInputGradient)
                Code.Line($"{_writer.Vocabulary.Kernels("Rows")}.Copy(pass.Work, source: {StageWriter.Place(_training.Steps[0].InputGradient)}, destination: pass.InputGradient);");
        }
    }

    private void Backward(TrainingStep step)
    {
        _telemetry.BeforeBackward(step);
        Code.Line($"{step.Stage.Method}Backward(in pass);");
    }
}
