using ActGen.CompilerServices;
using ActGen.Runtime.Tests.Proofs.Programs;
using ActGen.Runtime.Tests.Proofs.Specs;

namespace ActGen.Runtime.Tests.Training;

/// <summary>Running averages: kept with the weights, seen by nobody who trains; batches that have no variance.</summary>
public sealed class BatchNormTrainingTests
{
    private static readonly NetworkSpec Spec = new([3], [new DenseSpec(4, Bias: false), new BatchNormSpec(), new DenseSpec(2)], new MSESpec());

    private static readonly IFloatNetwork Network = NetworkFactory.CompileFloat([Spec])[0];

    [Fact]
    public void A_new_network_has_averages_of_0_and_1_behind_its_parameters()
    {
        float[] state = Network.NewParameters(seed: 1);
        ParameterInfo[] statistics = [.. Network.Table.Where(tensor => tensor.Kind == ParameterKind.Statistic)];

        Assert.Equal(["layer2.running_mean", "layer2.running_var"], statistics.Select(tensor => tensor.Name));
        Assert.Equal([0f, 0, 0, 0, 1, 1, 1, 1], state[statistics[0].Offset..]);
        Assert.Equal(statistics[0].Offset + 8, state.Length);
    }

    [Fact]
    public void A_step_of_one_row_is_refused_and_nothing_is_changed()
    {
        float[] state = Network.NewParameters(seed: 1);
        ArgumentException refused = Assert.Throws<ArgumentException>("inputs", () => Network.Step(state, [1, 2, 3], null, [0, 0], new TrainerOptions()));

        Assert.Contains("needs at least 2 rows: batch normalisation takes the variance of each feature over them, and one row has none", refused.Message);
    }

    [Fact]
    public void Averages_take_a_tenth_of_the_batch_and_of_its_unbiased_variance()
    {
        float[] state = Network.NewParameters(seed: 1), inputs = [1, 0, 0, 3, 0, 0, 5, 0, 0];
        FloatStep step = Network.Step(state, inputs, null, [0, 0, 0, 0, 0, 0], new TrainerOptions());
        for (int unit = 0; unit < 4; unit++)
        {
            // x is w, 3w and 5w: mean 3w, unbiased variance 4w².
            double w = state[unit];
            Assert.Equal(0.3 * w, step.Statistics[unit], 1e-6 * Math.Abs(w));
            Assert.Equal(0.9 + (0.4 * w * w), step.Statistics[4 + unit], 1e-6);
        }
    }
}
