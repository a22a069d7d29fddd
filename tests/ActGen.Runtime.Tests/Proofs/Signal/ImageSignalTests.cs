using ActGen.Runtime.Tests.Proofs.Programs;
using Xunit.Abstractions;

namespace ActGen.Runtime.Tests.Proofs.Signal;

/// <summary>The predictions for networks over images against networks as they start. ACTGEN_SIGNAL=full measures 32 seeds, 16 rows and four activations;
/// its result is in docs/numerics.md.</summary>
public sealed class ImageSignalTests(ITestOutputHelper output)
{
    private static readonly bool IsFull = Environment.GetEnvironmentVariable("ACTGEN_SIGNAL") == "full";

    private static readonly int Seeds = IsFull ? 32 : 6, Rows = IsFull ? 16 : 8;

    [Fact]
    public void Networks_over_images_start_as_predicted()
    {
        ImageStack[] stacks = [.. ImageStacks.All(IsFull)];
        IReadOnlyList<IDoubleNetwork> wholes = NetworkFactory.CompileDouble([.. stacks.Select(stack => stack.Whole)]);
        Queue<IDoubleNetwork> parts = new(NetworkFactory.CompileDouble([.. stacks.SelectMany(stack => stack.Parts)]));
        List<string> failures = [];
        Bands signals = default, gradients = default;
        for (int i = 0; i < stacks.Length; i++)
        {
            IDoubleNetwork[] own = [.. stacks[i].Segments.Select(_ => parts.Dequeue())];
            StackRun[] runs = [.. Enumerable.Range(0, Seeds).Select(seed => ImageStack.Run(wholes[i].Definition, own, Rows, seed))];
            ImageComparison comparison = new(stacks[i], wholes[i].Definition, [.. own.Select(part => part.Definition.Layers.Count)], runs);
            output.WriteLine(comparison.ToString());
            failures.AddRange(comparison.Failures);
            signals = signals.Plus(comparison.Signals);
            gradients = gradients.Plus(comparison.Gradients);
        }
        output.WriteLine($"inside the printed bands: signals {signals}, gradients {gradients}");
        Assert.Equal("", string.Join("\n", failures));
        Assert.InRange(signals.Share, 0.9, 1);
        Assert.InRange(gradients.Share, 0.9, 1);
    }

    [Fact]
    public void The_chain_of_parts_is_the_network()
    {
        ImageStack stack = ImageStacks.All(isFull: false).First(stack => stack.Name.StartsWith("residual", StringComparison.Ordinal));
        IDoubleNetwork whole = NetworkFactory.CompileDouble([stack.Whole])[0];
        StackRun run = ImageStack.Run(whole.Definition, NetworkFactory.CompileDouble(stack.Parts), rows: 3, seed: 1);
        DoubleBatch batch = new(3, ImageStack.Parameters(whole.Definition, new(ImageStack.Tensors(whole.Definition, seed: 1))), run.Values[0], null, null, new(Training: true, Seed: 1));

        Assert.Equal(whole.Forward(batch), run.Values[^1]);
        Assert.Equal(whole.Backward(batch, run.Gradients[^1]).Input, run.Gradients[0]);
    }
}
