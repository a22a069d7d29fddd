using ActGen.Runtime.Tests.Proofs.Checks;
using ActGen.Runtime.Tests.Proofs.Definitions;

namespace ActGen.Runtime.Tests.Proofs.Specs;

/// <summary>The interpreter's gradients against difference quotients of its own losses, so that a later disagreement points at the product.</summary>
public sealed class InterpreterTests
{
    [Fact]
    public void Gradients_of_every_layer_and_loss_match_difference_quotients()
    {
        int seed = 1;
        foreach (NetworkSpec spec in Examples())
            Check(spec, seed++);
    }

    private static IEnumerable<NetworkSpec> Examples()
    {
        foreach (LossSpec loss in LossSpecs.All)
            yield return new NetworkSpec([3], [new DenseSpec(4), new ActivationSpec(ActivationDefinitions.Named("Tanh")), new DenseSpec(3), .. LossSpecs.Before(loss)], loss);
        foreach (ActivationDefinition definition in ActivationDefinitions.All)
        {
            foreach (double[] parameters in definition.Variants)
                yield return new NetworkSpec([2], [new DenseSpec(3, Bias: false), new ActivationSpec(definition, parameters), new DropoutSpec(0.25), new DenseSpec(2)], new MSESpec());
        }
        foreach (LayerSpec layer in NetworkCorpus.RowLayers)
            yield return new NetworkSpec([3], [new DenseSpec(6), layer, new DenseSpec(2)], new MSESpec());
        yield return new NetworkSpec([2, 3], [new SoftmaxSpec(), new DenseSpec(4), new LogSoftmaxSpec(), new DenseSpec(2)], new CrossEntropySpec());
    }

    private static void Check(NetworkSpec spec, int seed)
    {
        Run run = new(Training: true, Seed: seed, Step: 3);
        Batch batch = Batch.Draw(spec, rows: 3, seed, run, FiniteDifferences.KinkMargin);
        Interpreter interpreter = new(spec);
        Interpreter.Tape tape = interpreter.Forward(batch.Tensors, batch.Inputs, run);
        Interpreter.Gradients gradients = interpreter.Backward(tape, spec.Loss!.Evaluate(tape.Outputs, batch.Targets!).Gradient);

        double[] Loss() => [spec.Loss.Evaluate(interpreter.Forward(batch.Tensors, batch.Inputs, run).Outputs, batch.Targets!).Mean];
        for (int i = 0; i < batch.Inputs.Length; i++)
            Tolerance.AssertDifferences(FiniteDifferences.Derivative(Loss, ref batch.Inputs[i])[0], gradients.Input[i], () => $"input {i} of\n{spec}");
        for (int t = 0; t < gradients.Tensors.Length; t++)
        {
            for (int i = 0; i < batch.Tensors[t].Length; i++)
                Tolerance.AssertDifferences(FiniteDifferences.Derivative(Loss, ref batch.Tensors[t][i])[0], gradients.Tensors[t][i], () => $"tensor {t}[{i}] of\n{spec}");
        }
    }
}
