namespace ActGen.Runtime.Tests.FormulaKernels;

/// <summary>Whoever comes from PyTorch, Keras or ONNX finds what they had: their lists, name by name.</summary>
public sealed class CatalogueTests
{
    /// <summary><c>torch.nn.modules.activation.__all__</c> (PyTorch 2, commit 691d5f4), and the attribute that says the same.</summary>
    public static TheoryData<string, string> PyTorch => new()
    {
        { "Threshold", "Threshold" }, { "ReLU", "ReLU" }, { "RReLU", "RReLU" }, { "Hardtanh", "HardTanh" }, { "ReLU6", "ReLU6" },
        { "Sigmoid", "Sigmoid" }, { "Hardsigmoid", "HardSigmoid" }, { "Tanh", "Tanh" }, { "SiLU", "SiLU" }, { "Mish", "Mish" },
        { "Hardswish", "HardSwish" }, { "ELU", "ELU" }, { "CELU", "CELU" }, { "SELU", "SELU" }, { "GLU", "GLU" }, { "GELU", "GELU" },
        { "Hardshrink", "HardShrink" }, { "LeakyReLU", "LeakyReLU" }, { "LogSigmoid", "LogSigmoid" }, { "Softplus", "Softplus" },
        { "Softshrink", "SoftShrink" }, { "PReLU", "PReLU" }, { "Softsign", "Softsign" }, { "Tanhshrink", "TanhShrink" },
        { "Softmin", "Softmin" }, { "Softmax", "Softmax" }, { "LogSoftmax", "LogSoftmax" },
    };

    /// <summary>The 30 functions of <c>keras.activations</c> (Keras 3, commit 3422977).</summary>
    public static TheoryData<string, string> Keras => new()
    {
        { "relu", "ReLU" }, { "leaky_relu", "LeakyReLU" }, { "relu6", "ReLU6" }, { "softmax", "Softmax" }, { "elu", "ELU" }, { "selu", "SELU" },
        { "softplus", "Softplus" }, { "softsign", "Softsign" }, { "soft_shrink", "SoftShrink" }, { "sparse_plus", "SparsePlus" }, { "silu", "SiLU" },
        { "squareplus", "Squareplus" }, { "gelu", "GELU" }, { "celu", "CELU" }, { "glu", "GLU" }, { "tanh", "Tanh" }, { "tanh_shrink", "TanhShrink" },
        { "hard_tanh", "HardTanh" }, { "hard_shrink", "HardShrink" }, { "threshold", "Threshold" }, { "sigmoid", "Sigmoid" },
        { "exponential", "Exponential" }, { "hard_sigmoid", "HardSigmoid" }, { "log_sigmoid", "LogSigmoid" }, { "sparse_sigmoid", "SparseSigmoid" },
        { "hard_silu", "HardSwish" }, { "mish", "Mish" }, { "log_softmax", "LogSoftmax" }, { "sparsemax", "Sparsemax" },
    };

    /// <summary>The activations of ONNX' recurrent operators and its activation operators that neither list has.</summary>
    public static TheoryData<string, string> Onnx => new()
    {
        { "ThresholdedRelu", "ThresholdedReLU" }, { "ScaledTanh", "LeCunTanh" }, { "Shrink", "SoftShrink" }, { "Swish", "Swish" }, { "PRelu", "PReLU" },
    };

    [Theory]
    [MemberData(nameof(PyTorch))]
    [MemberData(nameof(Keras))]
    [MemberData(nameof(Onnx))]
    public void Has_its_attribute_and_its_direct_function(string theirs, string ours)
    {
        Assert.True(typeof(LayerAttribute).IsAssignableFrom(typeof(LayerAttribute).Assembly.GetType($"ActGen.{ours}Attribute")), $"{theirs}: no [{ours}]");
        // RReLU draws random numbers, so that it is a layer only.
        Assert.True(ours == "RReLU" || typeof(Activations).GetMethods().Any(method => method.Name == ours), $"{theirs}: no Activations.{ours}");
    }

    /// <summary>What is left out, and why: nothing else is.</summary>
    [Fact]
    public void Lists_are_complete()
    {
        // MultiheadAttention is a layer; Softmax2d acts on the channels of images.
        Assert.Equal(29, PyTorch.Count + 2);
        // linear is a layer without activation.
        Assert.Equal(30, Keras.Count + 1);
    }

    /// <summary>PyTorch's defaults, where it has any.</summary>
    [Fact]
    public void Defaults_are_those_of_PyTorch()
    {
        AssertDefaults<Formulas.LeakyReLU>(0.01);
        AssertDefaults<Formulas.PReLU>(0.25);
        AssertDefaults<Formulas.ELU>(1);
        AssertDefaults<Formulas.CELU>(1);
        AssertDefaults<Formulas.Softplus>(1);
        AssertDefaults<Formulas.HardTanh>(-1, 1);
        AssertDefaults<Formulas.HardShrink>(0.5);
        AssertDefaults<Formulas.SoftShrink>(0.5);

        static void AssertDefaults<TFormula>(params double[] expected)
            where TFormula : IActivation => Assert.Equal(expected, TFormula.ParameterDefaults.ToArray());
    }
}
