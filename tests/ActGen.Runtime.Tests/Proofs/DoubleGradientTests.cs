using ActGen.Runtime.Tests.Proofs.Checks;
using ActGen.Runtime.Tests.Proofs.Programs;
using ActGen.Runtime.Tests.Proofs.Specs;

namespace ActGen.Runtime.Tests.Proofs;

/// <summary>Every layer × activation × loss × option, generated with double as its scalar: all gradients against fourth-order
/// difference quotients of the generated forward pass itself, and all results against the interpreter.</summary>
public sealed class DoubleGradientTests
{
    /// <summary>Networks that share a compilation.</summary>
    private const int PerAssembly = 400;

    [Fact]
    public void Jacobians_of_every_activation_in_every_place() => Check(NetworkCorpus.Places, (check, _) => check.JacobianMatchesDifferences());

    [Fact]
    public void Loss_gradients_of_every_activation_with_every_loss() => Check(NetworkCorpus.ActivationsAndLosses, (check, _) => check.LossGradientMatchesDifferences());

    [Fact]
    public void Jacobians_and_loss_gradients_of_every_layer() => Check(NetworkCorpus.Layers, Differences);

    [Fact]
    public void Jacobians_of_every_convolution() => Check(NetworkCorpus.Convolutions, Differences);

    [Fact]
    public void Jacobians_of_every_pool() => Check(NetworkCorpus.Pools, Differences);

    [Fact]
    public void Jacobians_of_every_pool_behind_a_convolution() => Check(NetworkCorpus.PooledConvolutions, Differences);

    [Fact]
    public void Jacobians_of_every_order_of_axes() => Check(NetworkCorpus.Permutations, Differences);

    [Fact]
    public void Jacobians_of_every_recurrent_layer() => Check(NetworkCorpus.Recurrents, Differences);

    [Fact]
    public void Jacobians_of_every_function_of_the_last_axis_and_every_gate() => Check(NetworkCorpus.RowPlaces, (check, _) => check.JacobianMatchesDifferences());

    private static void Differences(GradientCheck check, NetworkSpec spec)
    {
        check.JacobianMatchesDifferences();
        if (spec.Loss is not null)
            check.LossGradientMatchesDifferences();
    }

    [Fact]
    public void Jacobians_and_loss_gradients_of_residual_blocks() => Check(NetworkCorpus.Residuals, (check, spec) =>
    {
        check.JacobianMatchesDifferences();
        if (spec.Loss is not null)
            check.LossGradientMatchesDifferences();
    });

    private static void Check(IReadOnlyList<NetworkSpec> specs, Action<GradientCheck, NetworkSpec> differences)
    {
        int index = 0;
        foreach (NetworkSpec[] some in specs.Chunk(PerAssembly))
        {
            IReadOnlyList<IDoubleNetwork> networks = NetworkFactory.CompileDouble(some);
            for (int i = 0; i < some.Length; i++, index++)
            {
                // Rows 1, 2, 3 in turn: the batch loops have tails too.
                GradientCheck check = new(some[i], networks[i], rows: 1 + (index % 3), seed: index);
                check.AgreesWithInterpreter();
                differences(check, some[i]);
            }
        }
    }
}
