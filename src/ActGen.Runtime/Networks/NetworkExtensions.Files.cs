using ActGen.CompilerServices;
using ActGen.Files;

namespace ActGen;

public static partial class NetworkExtensions
{
    private const string SaveRemedy = "Save the network that it was made of; who loads the file can freeze it.";

    private const string LoadRemedy = "Load the weights into a network that is not frozen, and freeze that.";

    extension<TNet>(TNet network)
        where TNet : INetworkCore<TNet>
    {
        /// <summary>Writes the weights as a safetensors file with PyTorch's names and layouts. The file is replaced as a whole: whatever happens, the old or the new one is there, complete.</summary>
        /// <param name="path">The file.</param>
        /// <exception cref="WeightFileException">A weight is NaN or infinite, or the file could not be written; an existing one is untouched.</exception>
        /// <exception cref="InvalidOperationException">The network is frozen.</exception>
        public void Save(string path)
        {
            ArgumentException.ThrowIfNullOrEmpty(path);
            network.State.RequireUnfrozen(SaveRemedy);
            NetworkDefinition definition = TNet.Code.Plan.Definition;
            AlignedBuffer parameters = network.State.Buffer;
            FiniteWeights.Ensure(definition, parameters.Span);
            try
            {
                AtomicFile.Replace(path, stream => SafetensorsWriter.Write(stream, definition, parameters.Span));
            }
            catch (Exception cause) when (WeightFileException.IsCause(cause) || cause is ArgumentException)
            {
                throw WeightFileException.At(path, cause);
            }
        }

        /// <summary>Writes the weights to a stream in the safetensors format; the stream stays open.</summary>
        /// <param name="stream">Where to write.</param>
        /// <exception cref="WeightFileException">A weight is NaN or infinite, and nothing was written; or the stream could not be written.</exception>
        /// <exception cref="InvalidOperationException">The network is frozen.</exception>
        public void Save(Stream stream)
        {
            ArgumentNullException.ThrowIfNull(stream);
            network.State.RequireUnfrozen(SaveRemedy);
            NetworkDefinition definition = TNet.Code.Plan.Definition;
            AlignedBuffer parameters = network.State.Buffer;
            FiniteWeights.Ensure(definition, parameters.Span);
            try
            {
                SafetensorsWriter.Write(stream, definition, parameters.Span);
            }
            catch (Exception cause) when (WeightFileException.IsCause(cause))
            {
                throw new WeightFileException($"The weights could not be written to the stream: {cause.Message}", cause);
            }
        }

        /// <summary>Replaces the weights by those of a safetensors file, at one instant: a prediction that runs meanwhile sees the old or the new ones, never a mixture.</summary>
        /// <param name="path">The file.</param>
        /// <exception cref="WeightFileException">The file cannot be read, is malformed, does not fit, or holds NaN or infinity; the network is unchanged.</exception>
        /// <exception cref="InvalidOperationException">The network is frozen.</exception>
        public void LoadParameters(string path)
        {
            network.State.RequireUnfrozen(LoadRemedy);
            network.State.Replace(WeightSource.Read(TNet.Code.Plan, path));
        }

        /// <summary>Replaces the weights by those of a stream that holds a safetensors file and ends behind it.</summary>
        /// <param name="stream">The file's bytes; it stays open.</param>
        /// <exception cref="WeightFileException">The stream cannot be read, is malformed, does not fit, or holds NaN or infinity; the network is unchanged.</exception>
        /// <exception cref="InvalidOperationException">The network is frozen.</exception>
        public void LoadParameters(Stream stream)
        {
            network.State.RequireUnfrozen(LoadRemedy);
            network.State.Replace(WeightSource.Read(TNet.Code.Plan, stream));
        }

        /// <summary>Replaces the weights by those of a safetensors file in memory.</summary>
        /// <param name="file">The file's bytes.</param>
        /// <exception cref="WeightFileException">The bytes are malformed, do not fit, or hold NaN or infinity; the network is unchanged.</exception>
        /// <exception cref="InvalidOperationException">The network is frozen.</exception>
        public void LoadParameters(ReadOnlySpan<byte> file)
        {
            network.State.RequireUnfrozen(LoadRemedy);
            network.State.Replace(WeightSource.Read(TNet.Code.Plan, file));
        }

        /// <summary>A network with the weights of a safetensors file.</summary>
        /// <param name="path">The file.</param>
        /// <exception cref="WeightFileException">The file cannot be read, is malformed, does not fit, or holds NaN or infinity.</exception>
        public static TNet Load(string path) => TNet.Create(NetworkState.Around(TNet.Code, WeightSource.Read(TNet.Code.Plan, path)));

        /// <summary>A network with the weights of a stream that holds a safetensors file and ends behind it.</summary>
        /// <param name="stream">The file's bytes; it stays open.</param>
        /// <exception cref="WeightFileException">The stream cannot be read, is malformed, does not fit, or holds NaN or infinity.</exception>
        public static TNet Load(Stream stream) => TNet.Create(NetworkState.Around(TNet.Code, WeightSource.Read(TNet.Code.Plan, stream)));

        /// <summary>A network with the weights of a safetensors file in memory, for example an embedded resource.</summary>
        /// <param name="file">The file's bytes.</param>
        /// <exception cref="WeightFileException">The bytes are malformed, do not fit, or hold NaN or infinity.</exception>
        public static TNet Load(ReadOnlySpan<byte> file) => TNet.Create(NetworkState.Around(TNet.Code, WeightSource.Read(TNet.Code.Plan, file)));
    }
}
