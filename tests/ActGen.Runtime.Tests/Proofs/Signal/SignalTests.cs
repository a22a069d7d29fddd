using ActGen.Runtime.Tests.Proofs.Programs;
using Xunit.Abstractions;

namespace ActGen.Runtime.Tests.Proofs.Signal;

/// <summary>The predictions that the compiler prints, against networks as they start. ACTGEN_SIGNAL=full measures 32 seeds, 256 rows and
/// widths 128 and 256; its result is in docs/numerics.md.</summary>
public sealed class SignalTests(ITestOutputHelper output)
{
    private const int Depth = 20;

    private static readonly bool IsFull = Environment.GetEnvironmentVariable("ACTGEN_SIGNAL") == "full";

    private static readonly int Seeds = IsFull ? 32 : 6, Rows = IsFull ? 256 : 16;

    private static readonly int[] Widths = IsFull ? [128, 256] : [128];

    private static readonly string[] Activations = ["ReLU", "LeakyReLU", "GELU", "SiLU", "Tanh", "Sigmoid", "ELU", "SELU", "Mish", "Softplus"];

    private static readonly Initializer[] Initializers = [Initializer.Auto, Initializer.He, Initializer.Glorot, Initializer.PyTorch];

    private static readonly string[] WithAllInitializers = IsFull ? Activations : ["GELU", "Tanh"];

    [Fact]
    public void Networks_start_as_predicted()
    {
        DeepStack[] stacks =
        [
            .. Widths.SelectMany(width => Activations.SelectMany(activation => Initializers
                .Where(init => init == Initializer.Auto || WithAllInitializers.Contains(activation))
                .Select(init => new DeepStack(activation, init, width, Depth)))),
        ];
        IReadOnlyList<IDoubleNetwork> wholes = NetworkFactory.CompileDouble([.. stacks.Select(stack => stack.Whole)]);
        IReadOnlyList<IDoubleNetwork> blocks = NetworkFactory.CompileDouble([.. stacks.Select(stack => stack.Block)]);
        List<string> failures = [];
        Bands signals = default, gradients = default;
        for (int i = 0; i < stacks.Length; i++)
        {
            StackComparison comparison = Compare(stacks[i], wholes[i], blocks[i]);
            output.WriteLine(comparison.ToString());
            failures.AddRange(comparison.Failures());
            signals = signals.Plus(comparison.Signals);
            gradients = gradients.Plus(comparison.Gradients);
        }
        output.WriteLine($"inside the printed bands: signals {signals}, gradients {gradients}");
        Assert.Equal("", string.Join("\n", failures));
        Assert.InRange(signals.Share, 0.95, 1);
        Assert.InRange(gradients.Share, 0.95, 1);
    }

    [Fact]
    public void The_chain_of_layers_is_the_network()
    {
        DeepStack stack = new("GELU", Initializer.Auto, Width: 17, Depth: 5);
        IDoubleNetwork whole = NetworkFactory.CompileDouble([stack.Whole])[0], block = NetworkFactory.CompileDouble([stack.Block])[0];
        double[] parameters = DeepStack.Parameters(whole.Definition, seed: 1), inputs = DeepStack.NormalRows(7, 17, seed: 2), gradient = DeepStack.NormalRows(7, 17, seed: 3);
        StackRun run = stack.Run(block, parameters, inputs, gradient);
        DoubleBatch batch = new(7, parameters, inputs, null, null, new(Training: false));

        Assert.Equal(whole.Infer(batch), run.Values[^1]);
        Assert.Equal(whole.Backward(batch, gradient).Input, run.Gradients[0]);
    }

    private static StackComparison Compare(DeepStack stack, IDoubleNetwork whole, IDoubleNetwork block)
    {
        StackRun[] runs =
        [
            .. Enumerable.Range(0, Seeds).Select(seed => stack.Run(
                block,
                DeepStack.Parameters(whole.Definition, seed),
                DeepStack.NormalRows(Rows, stack.Width, seed),
                DeepStack.NormalRows(Rows, stack.Width, seed + Seeds))),
        ];
        return new StackComparison(stack, whole.Definition, runs);
    }
}
