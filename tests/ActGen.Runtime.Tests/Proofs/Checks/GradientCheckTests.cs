using ActGen.Runtime.Tests.Proofs.Definitions;
using ActGen.Runtime.Tests.Proofs.Programs;
using ActGen.Runtime.Tests.Proofs.Specs;
using Xunit.Sdk;

namespace ActGen.Runtime.Tests.Proofs.Checks;

/// <summary>The checks accept a right program and reject wrong ones: a proof that cannot fail would prove nothing.</summary>
public sealed class GradientCheckTests
{
    [Fact]
    public void A_right_program_passes()
    {
        GradientCheck check = Check<Right>();
        check.AgreesWithInterpreter();
        check.JacobianMatchesDifferences();
        check.LossGradientMatchesDifferences();
    }

    [Fact]
    public void A_gradient_that_is_off_by_three_millionths_is_found() => AssertRejected<SlightlyOff>();

    [Fact]
    public void A_gradient_that_is_not_written_everywhere_is_found() => AssertRejected<Forgetful>();

    private static void AssertRejected<TFault>()
        where TFault : IFault
    {
        GradientCheck check = Check<TFault>();
        Assert.ThrowsAny<XunitException>(check.AgreesWithInterpreter);
        Assert.ThrowsAny<XunitException>(check.JacobianMatchesDifferences);
        Assert.ThrowsAny<XunitException>(check.LossGradientMatchesDifferences);
    }

    private static GradientCheck Check<TFault>()
        where TFault : IFault
    {
        NetworkSpec spec = new([HandWrittenProgram<TFault>.Size], [new ActivationSpec(ActivationDefinitions.Named("Tanh"))], new MSESpec());
        return new GradientCheck(spec, new DoubleNetwork<HandWrittenProgram<TFault>>(), rows: 3, seed: 1);
    }

    private sealed class Right : IFault
    {
        public static double GradientFactor => 1;

        public static int Forgotten => 0;
    }

    private sealed class SlightlyOff : IFault
    {
        public static double GradientFactor => 1 + 3e-6;

        public static int Forgotten => 0;
    }

    private sealed class Forgetful : IFault
    {
        public static double GradientFactor => 1;

        public static int Forgotten => 1;
    }
}
