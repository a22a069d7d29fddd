namespace ActGen;

/// <summary>What recurrent layers have in common. They read sequences (time, features) step by step, from a state of zeros, and give their last state, (units), or with
/// <see cref="ReturnSequences"/> the state after each step, (time, units).</summary>
/// <remarks>Every row has the same number of steps, the one that <c>[Network(time, features)]</c> declares. Between them and <c>[Conv1D]</c> or pooling along one axis, which
/// read and make (channels, length), stands <c>[Permute(2, 1)]</c>, on either side (ACT0005); <c>[GlobalAveragePool]</c> and <c>[GlobalMaxPool]</c> need none.</remarks>
public abstract class RecurrentAttribute : LayerAttribute
{
    private protected RecurrentAttribute(int units) => Units = units;

    /// <summary>Elements of the state, and outputs of a step.</summary>
    public int Units { get; }

    /// <summary>Whether the state after each step is an output, (time, units), as the next recurrent layer or a <c>[Dense]</c> for each step reads it; otherwise the last one alone, (units).</summary>
    public bool ReturnSequences { get; set; }

    /// <summary>Whether a second layer of the same kind, with weights of its own, reads the sequence from its end to its beginning. Outputs are both side by side, 2·units features: first the one that reads
    /// forward. Without <see cref="ReturnSequences"/> the other half is the state that has read all steps down to the first, as in Keras' <c>Bidirectional</c> and in PyTorch's <c>h_n</c>.</summary>
    public bool Bidirectional { get; set; }

    /// <summary>How the weights of the input start; fan_in is the features, fan_out the units, as each gate is a layer of its own. The weights of the state start with orthonormal rows (Saxe et al. 2014), as in Keras; with
    /// <see cref="Initializer.PyTorch"/> all weights and biases start uniform on ±1/√units.</summary>
    public Initializer Init { get; set; } = Initializer.Auto;

    /// <summary>What the initial weights of the input are multiplied by, finite, as in <see cref="DenseAttribute.InitScale"/>.</summary>
    public double InitScale { get; set; } = 1;
}

/// <summary>A recurrent layer without gates (Elman 1990): h_t = f(x_t·W + h_{t−1}·U + b), W of shape [features, units], U [units, units]. As PyTorch's <c>RNN</c> with the sum of its two biases.</summary>
/// <param name="units">Elements of the state, at least 1.</param>
public sealed class RNNAttribute(int units) : RecurrentAttribute(units)
{
    /// <summary>f.</summary>
    public RecurrentActivation Activation { get; set; } = RecurrentActivation.Tanh;
}

/// <summary>Long short-term memory (Hochreiter &amp; Schmidhuber 1997, with the forget gate of Gers et al. 2000): i, f, o = σ(x_t·W + h_{t−1}·U + b), g = tanh of the same;
/// c_t = f⊙c_{t−1} + i⊙g, h_t = o⊙tanh(c_t). W is [features, 4·units], U [units, 4·units], their columns i, f, g, o as in PyTorch's <c>LSTM</c>, whose two biases b is the sum of.</summary>
/// <remarks>The forget gate's bias starts at 1 and the others at 0, so that a new layer remembers (Gers et al. 2000; Jozefowicz et al. 2015; Keras' <c>unit_forget_bias</c>); with
/// <see cref="Initializer.PyTorch"/> all are uniform.</remarks>
/// <param name="units">Elements of h and of c, at least 1.</param>
public sealed class LSTMAttribute(int units) : RecurrentAttribute(units);

/// <summary>Gated recurrent unit (Cho et al. 2014): r, z = σ(x_t·W + h_{t−1}·U + b), n = tanh(x_t·Wₙ + bₙ + r⊙(h_{t−1}·Uₙ + bₕ)), h_t = z⊙h_{t−1} + (1 − z)⊙n. W is [features, 3·units],
/// U [units, 3·units], their columns r, z, n; the reset gate acts behind the product, as in PyTorch's <c>GRU</c> and Keras' <c>reset_after</c>.</summary>
/// <remarks>The bias has four parts: of r, of z, bₙ and bₕ. PyTorch has two biases of three parts; those of r and z count as their sums.</remarks>
/// <param name="units">Elements of the state, at least 1.</param>
public sealed class GRUAttribute(int units) : RecurrentAttribute(units);

/// <summary>The functions of <see cref="RNNAttribute"/>.</summary>
public enum RecurrentActivation
{
    /// <summary>tanh z: the state stays in −1 to 1, however long the sequence.</summary>
    Tanh = 0,

    /// <summary>max(z, 0): the state is not bounded, and over many steps U multiplies it again and again (ACT1012).</summary>
    ReLU = 1,
}
