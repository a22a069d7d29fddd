namespace ActGen;

/// <summary>How the weights of a layer start. Biases start at zero (with <see cref="PyTorch"/>: uniform as well).</summary>
public enum Initializer
{
    /// <summary>Normal with variance 1/(fan_in · m), m the mean square of the layer's input as the activation before it makes it: every pre-activation starts with mean square 1.</summary>
    /// <remarks>m is 1 for the network's input unless <see cref="NetworkAttribute.InputMeanSquare"/> says otherwise, E f(√q z)² behind an
    /// activation f, q/(1 − rate) behind dropout; behind softmax over K classes min(e^q/K², 1/K), behind log-softmax (ln K + q/2)² + q, which are
    /// exact for many classes. Where there is no finite m above 0, as behind <c>[Dropout(1)]</c>, this is <see cref="LeCun"/>.</remarks>
    Auto = 0,

    /// <summary>Normal with variance 2/fan_in (He et al. 2015).</summary>
    He,

    /// <summary>Uniform with variance 2/fan_in.</summary>
    HeUniform,

    /// <summary>Normal with variance 2/(fan_in + fan_out) (Glorot &amp; Bengio 2010).</summary>
    Glorot,

    /// <summary>Uniform with variance 2/(fan_in + fan_out).</summary>
    GlorotUniform,

    /// <summary>Normal with variance 1/fan_in (LeCun et al. 1998).</summary>
    LeCun,

    /// <summary>Uniform with variance 1/fan_in.</summary>
    LeCunUniform,

    /// <summary>Orthonormal rows or columns (Saxe et al. 2014).</summary>
    Orthogonal,

    /// <summary>All zero.</summary>
    Zeros,

    /// <summary>Normal with PyTorch's <c>calculate_gain</c> of the activation that follows, over √fan_in.</summary>
    /// <remarks>1 for none and sigmoid, 5/3 for tanh, 3/4 for SELU, √2 for ReLU, √(2/(1 + slope²)) for leaky ReLU. For the others PyTorch raises an
    /// error; here the gain is 1/√E f(z)² with normal z, as which those of ReLU and leaky ReLU can be written too.</remarks>
    KaimingLike,

    /// <summary>Uniform on ±1/√fan_in, bias included: <c>torch.nn.Linear</c>'s default.</summary>
    PyTorch,

    /// <summary>Normal with variance 2/fan_out, which keeps the scale of the gradient on the way back where <see cref="He"/> keeps that of the signal: <c>kaiming_normal_(mode='fan_out')</c>.</summary>
    HeFanOut,

    /// <summary>Uniform with variance 2/fan_out.</summary>
    HeFanOutUniform,

    /// <summary>Normal with standard deviation 1: <c>InitScale</c> is the standard deviation, as in GPT-2's 0.02. <c>torch.nn.init.normal_</c>.</summary>
    Normal,

    /// <summary>Uniform on ±1: <c>InitScale</c> is the bound. <c>torch.nn.init.uniform_(-bound, bound)</c>.</summary>
    Uniform,

    /// <summary>Normal with standard deviation 1, values beyond two deviations drawn again: <c>InitScale</c> is the deviation before that, which leaves 0.8796 of it. Keras' <c>TruncatedNormal</c>.</summary>
    /// <remarks><c>torch.nn.init.trunc_normal_</c> cuts at ±2 and not at two deviations: with <c>std=0.02</c> it cuts nothing.</remarks>
    TruncatedNormal,

    /// <summary>All 1: <c>InitScale</c> is the value. <c>torch.nn.init.ones_</c>, <c>constant_</c>. All units of a layer are then the same, and stay so: for layers whose weights are loaded or of one unit.</summary>
    Ones,

    /// <summary>1 on the diagonal and 0 elsewhere: each unit starts as one input. <c>torch.nn.init.eye_</c>.</summary>
    Identity,
}
