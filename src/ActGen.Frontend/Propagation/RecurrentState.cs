using ActGen.Frontend.Calculus;

namespace ActGen.Frontend.Propagation;

/// <summary>The state of a recurrent layer after some steps, over new weights and normal inputs. It starts at 0, and its mean stays there.</summary>
/// <param name="MeanSquare">E h².</param>
internal readonly record struct RecurrentState(double MeanSquare)
{
    /// <summary>κ of h.</summary>
    public double Spread { get; init; }

    /// <summary>v of h.</summary>
    public double Scatter { get; init; }

    /// <summary>The mean square of what gates hold: c of an LSTM, h itself of a GRU; 0 without gates.</summary>
    public double Held { get; init; }

    /// <summary>The share of it that a step leaves, in the mean.</summary>
    public double Decay { get; init; }

    /// <summary>E of it times what the next step would put in: more than 0 as far as the steps of the input have something in common.</summary>
    public double Agreement { get; init; }

    /// <summary>E of what two steps far apart put in, one times the other.</summary>
    public double Paired { get; init; }

    /// <summary>What two states far apart have in common, of a gated layer: the mean of what was put in lasts, with half of it admitted in the mean.</summary>
    public double Lasting => Held > 0 ? Math.Min(Admitted * Admitted * Paired / ((1 - Decay) * (1 - Decay) * Held), 1) : 0;

    /// <summary>The mean of a gate whose input has mean 0.</summary>
    private const double Admitted = 0.5;

    /// <summary>h = tanh z.</summary>
    /// <param name="ofInput">Mean square of the input's product.</param>
    /// <param name="ofState">Mean square of the state's product.</param>
    public RecurrentState Tanh(double ofInput, double ofState)
    {
        double square = NormalMean.Of(RealMath.Tanh, ofInput + ofState, power: 2);
        return this with { MeanSquare = square, Spread = SpreadOf(square, NormalMean.Of(RealMath.Tanh, ofInput + ofState, power: 4)) };
    }

    /// <summary>c ← f·c + i·g, h = o·tanh(c), c taken as normal.</summary>
    /// <param name="ofInput">Mean square of the input's product.</param>
    /// <param name="ofState">Mean square of the state's product.</param>
    /// <param name="forgetBias">Mean of the forget gate's input.</param>
    /// <param name="common">What two steps of the input's product have in common.</param>
    public RecurrentState LSTM(double ofInput, double ofState, double forgetBias, double common)
    {
        double z = ofInput + ofState, gate = NormalMean.Of(RealMath.Sigmoid, z, power: 2), candidate = NormalMean.Of(RealMath.Tanh, z, power: 2);
        double forget = NormalMean.Of(RealMath.Sigmoid, z, forgetBias), forgetSquare = NormalMean.Of(RealMath.Sigmoid, z, forgetBias, power: 2);
        double cell = (forgetSquare * Held) + (gate * candidate) + (2 * forget * Admitted * Agreement);
        double square = gate * NormalMean.Of(RealMath.Tanh, cell, power: 2), fourth = NormalMean.Of(RealMath.Sigmoid, z, power: 4) * NormalMean.Of(RealMath.Tanh, cell, power: 4);
        return (this with { MeanSquare = square, Spread = SpreadOf(square, fourth), Held = cell }).Remember(forget, z > 0 ? candidate * common * ofInput / z : 0);
    }

    /// <summary>h ← z·h + (1 − z)·n, n = tanh(a + r·q).</summary>
    /// <param name="ofInput">Mean square of the input's product.</param>
    /// <param name="ofState">Mean square of the state's product.</param>
    /// <param name="common">What two steps of the input's product have in common.</param>
    public RecurrentState GRU(double ofInput, double ofState, double common)
    {
        double gate = NormalMean.Of(RealMath.Sigmoid, ofInput + ofState, power: 2), n = ofInput + (gate * ofState), candidate = NormalMean.Of(RealMath.Tanh, n, power: 2);
        // E (1 − z)² is E z², and E z(1 − z) what that leaves of E z.
        double square = (gate * MeanSquare) + (gate * candidate) + (2 * (Admitted - gate) * Agreement);
        return (this with { MeanSquare = square, Spread = 2, Held = square }).Remember(Admitted, n > 0 ? candidate * common * ofInput / n : 0);
    }

    private RecurrentState Remember(double decay, double paired) =>
        this with { Decay = decay, Agreement = (decay * Agreement) + (Admitted * paired), Paired = paired };

    private static double SpreadOf(double square, double fourth) => square > 0 ? Math.Max((fourth / square / square) - 1, 0) : 0;
}
