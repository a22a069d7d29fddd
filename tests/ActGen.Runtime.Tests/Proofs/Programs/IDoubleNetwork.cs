using ActGen.CompilerServices;
using ActGen.Runtime.Tests.Proofs.Specs;

namespace ActGen.Runtime.Tests.Proofs.Programs;

/// <summary>The code that the product generates for a network, with double as its scalar.</summary>
internal interface IDoubleNetwork
{
    /// <summary>Shapes, parameters and buffer sizes.</summary>
    NetworkDefinition Definition { get; }

    /// <summary>Outputs of inference.</summary>
    double[] Infer(DoubleBatch batch);

    /// <summary>What <c>Predict</c> returns.</summary>
    double[] Predict(DoubleBatch batch);

    /// <summary>Outputs of a training forward pass.</summary>
    double[] Forward(DoubleBatch batch);

    /// <summary>The mean loss of a training forward pass.</summary>
    double Loss(DoubleBatch batch);

    /// <summary>The mean loss and all its gradients.</summary>
    (double Loss, DoubleGradients Gradients) LossGradients(DoubleBatch batch);

    /// <summary>The gradients of ⟨<paramref name="outputGradient"/>, outputs⟩: rows of the Jacobian, when it is a unit vector.</summary>
    DoubleGradients Backward(DoubleBatch batch, double[] outputGradient);
}

/// <summary>Flat gradients as the program writes them.</summary>
internal sealed record DoubleGradients(double[] Parameters, double[] Input);

/// <summary>What a pass reads.</summary>
internal sealed record DoubleBatch(int Rows, double[] Parameters, double[] Inputs, int[]? Labels, double[]? Targets, Run Run)
{
    /// <summary>The batch of a spec, its tensors at the offsets of the product's table.</summary>
    public static DoubleBatch Of(Batch batch, NetworkDefinition definition, Run run)
    {
        double[] parameters = new double[definition.Parameters.Select(tensor => tensor.Offset + tensor.Length).DefaultIfEmpty(0).Max()];
        for (int i = 0; i < definition.Parameters.Count; i++)
            batch.Tensors[i].CopyTo(parameters, definition.Parameters[i].Offset);
        return new DoubleBatch(batch.Rows, parameters, [.. batch.Inputs], batch.Targets?.Labels, batch.Targets?.Values?.SelectMany(row => row).ToArray(), run);
    }
}
