namespace ActGen;

public static partial class NetworkExtensions
{
    extension<TNet>(TNet network)
        where TNet : INetworkCore<TNet>
    {
        /// <summary>A copy for inference, in which each batch normalisation directly behind a dense layer or a convolution is folded into its weights and bias: it costs nothing any more.</summary>
        /// <remarks>The outputs are those of the network but for rounding (docs/numerics.md, "Normalisations"), and the same bits for any batch and any number of threads. The copy has weights of its own: neither
        /// sees what happens to the other. It cannot be trained, saved or loaded into. Without such layers it is a copy with the network's bits; of a frozen network, another copy.
        /// While a trainer takes a step, the copy may be of a step half done.</remarks>
        /// <exception cref="InvalidOperationException">A folded weight is NaN or beyond the largest float.</exception>
        public TNet Freeze() => TNet.Create(network.State.Freeze());
    }
}
