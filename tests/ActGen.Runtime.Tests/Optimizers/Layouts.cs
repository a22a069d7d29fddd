namespace ActGen.Runtime.Tests.Optimizers;

/// <summary>Parameters for optimizers without a network.</summary>
internal static class Layouts
{
    /// <summary>One tensor of weights.</summary>
    public static ParameterLayout Vector(int size) => new([Tensor([size], 0, ParameterKind.Weight)], size);

    /// <summary>Dense layers: weights inputs × outputs, then a bias, for each.</summary>
    public static ParameterLayout Network(params (int Inputs, int Outputs)[] layers)
    {
        List<ParameterInfo> tensors = [];
        int offset = 0;
        foreach ((int inputs, int outputs) in layers)
        {
            tensors.Add(Tensor([inputs, outputs], offset, ParameterKind.Weight));
            tensors.Add(Tensor([outputs], offset + (inputs * outputs), ParameterKind.Bias));
            offset += (inputs + 1) * outputs;
        }
        return new(tensors, offset);
    }

    public static UpdateRule Rule(Optimizer optimizer, int size) => optimizer.CreateRule(Vector(size));

    public static ParameterInfo Tensor(int[] shape, int offset, ParameterKind kind) => new("t", shape, offset, kind, new(InitialDistribution.Constant, 0));
}
