using ActGen.CompilerServices;

namespace ActGen.Runtime.Tests.Proofs.Checks;

/// <summary>What a hand-written program does wrong.</summary>
internal interface IFault
{
    /// <summary>What the gradient is multiplied by.</summary>
    static abstract double GradientFactor { get; }

    /// <summary>Elements of the input gradient that are forgotten.</summary>
    static abstract int Forgotten { get; }
}

/// <summary>y = tanh x and mean square error, written by hand against the contract of generated code, so that the checks can be checked.</summary>
internal sealed class HandWrittenProgram<TFault> : INetworkProgram<double>
    where TFault : IFault
{
    public const int Size = 2;

    public static NetworkDefinition Describe() => new()
    {
        Name = "HandWritten",
        Contract = NetworkDefinition.CurrentContract,
        InputShape = [Size],
        OutputShape = [Size],
        Parameters = [],
        Layers = [],
        Inference = new BufferSizes(0, 0),
        Training = new BufferSizes(Size, 0),
    };

    public static void Infer(ref readonly InferencePass<double> pass)
    {
        for (int i = 0; i < pass.Output.Length; i++)
            pass.Output[i] = Math.Tanh(pass.Input[i]);
    }

    public static void Transform(ref readonly InferencePass<double> pass)
    {
    }

    public static void Forward(ref readonly Pass<double> pass)
    {
        InferencePass<double> inference = pass.Inference;
        Infer(in inference);
        pass.Output.CopyTo(pass.Buffer(0, Size));
    }

    public static double Loss(ref readonly Pass<double> pass)
    {
        double divisor = pass.Output.Length;
        for (int b = 0; b < pass.Work.Rows; b++)
        {
            pass.RowLosses[b] = 0;
            for (int i = b * Size; i < (b + 1) * Size; i++)
            {
                double d = pass.Output[i] - pass.Targets[i];
                pass.RowLosses[b] += d * d;
                if (!pass.OutputGradient.IsEmpty)
                    pass.OutputGradient[i] = 2 * d / divisor;
            }
        }
        return divisor;
    }

    public static void Backward(ref readonly Pass<double> pass)
    {
        Span<double> y = pass.Buffer(0, Size);
        for (int i = TFault.Forgotten; i < y.Length; i++)
            pass.InputGradient[i] = pass.OutputGradient[i] * (1 - (y[i] * y[i])) * TFault.GradientFactor;
    }
}
