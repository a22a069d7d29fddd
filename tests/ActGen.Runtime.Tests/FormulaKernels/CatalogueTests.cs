using System.Reflection;
using System.Text.Json;

namespace ActGen.Runtime.Tests.FormulaKernels;

/// <summary>Whoever comes from PyTorch, Keras or ONNX finds what they had: their lists, name by name.</summary>
public sealed class CatalogueTests
{
    /// <summary>PyTorch's modules with the numbers of their defaults; Golden/make_torch_activations.py asked PyTorch.</summary>
    private static readonly Dictionary<string, Dictionary<string, double>> OfTorch = ReadTorch();

    /// <summary>PyTorch's activation modules, and the attribute that says the same.</summary>
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

    /// <summary>The activation operators of ONNX that neither list has. ScaledTanh(α, β) is none: it exists inside recurrent operators only, and
    /// <c>LeCunTanh</c> is it for one pair of values.</summary>
    public static TheoryData<string, string> Onnx => new()
    {
        { "ThresholdedRelu", "ThresholdedReLU" }, { "Shrink", "SoftShrink" }, { "Swish", "Swish" }, { "PRelu", "PReLU" },
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

    /// <summary>What is left out, and why: nothing else is. MultiheadAttention is a layer; Softmax2d acts on the channels of images.</summary>
    [Fact]
    public void The_list_of_PyTorch_is_complete() =>
        Assert.Equal(OfTorch.Keys.Except(["MultiheadAttention", "Softmax2d"]).Order(), PyTorch.Select(row => (string)row[0]).Order());

    /// <summary>In PyTorch's order. Softplus has no threshold: it is exact. Thresholds have no defaults in PyTorch and (0, 0) here.</summary>
    [Fact]
    public void Defaults_are_those_of_PyTorch()
    {
        int compared = 0;
        foreach ((string theirs, string ours) in PyTorch.Select(row => ((string)row[0], (string)row[1])))
        {
            double[] expected = [.. OfTorch[theirs].Where(parameter => (theirs, parameter.Key) is not ("Softplus", "threshold")).Select(parameter => parameter.Value)];
            if (expected.Length == 0)
                continue;
            ConstructorInfo constructor = typeof(LayerAttribute).Assembly.GetType($"ActGen.{ours}Attribute")!.GetConstructors()[0];
            Assert.Equal(expected, constructor.GetParameters().Where(parameter => parameter.ParameterType == typeof(double)).Select(parameter => (double)parameter.DefaultValue!));
            compared++;
        }
        // RReLU, Hardtanh, ELU, CELU, LeakyReLU, PReLU, Softplus, Hardshrink, Softshrink.
        Assert.Equal(9, compared);
    }

    private static Dictionary<string, Dictionary<string, double>> ReadTorch()
    {
        using Stream file = typeof(CatalogueTests).Assembly.GetManifestResourceStream("torch_activations.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, double>>>(file)!;
    }
}
