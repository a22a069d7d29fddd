namespace ActGen.CompilerServices;

/// <summary>A network's generated code as an object. A program is a struct, so the JIT compiles each one's methods for itself, with its sizes as constants; what calls
/// them, through here, is compiled once for all networks.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class NetworkCode
{
    private protected NetworkCode(NetworkDefinition definition) => Plan = new NetworkPlan(definition);

    /// <summary>Name, shape, offset of each tensor.</summary>
    public IReadOnlyList<ParameterInfo> ParameterTable => Plan.Definition.Parameters;

    /// <summary>Sizes.</summary>
    internal NetworkPlan Plan { get; }

    /// <summary>The code of a program.</summary>
    /// <typeparam name="TProgram">What the compiler wrote.</typeparam>
    /// <exception cref="NotSupportedException">The generated code was written for another version of this library.</exception>
    public static NetworkCode Of<TProgram>()
        where TProgram : INetworkProgram<float> => Cache<TProgram>.Code ??= new NetworkCode<TProgram>(Checked(TProgram.Describe()));

    /// <inheritdoc cref="INetworkProgram{T}.Infer"/>
    internal abstract void Infer(ref readonly InferencePass<float> pass);

    /// <inheritdoc cref="INetworkProgram{T}.Transform"/>
    internal abstract void Transform(ref readonly InferencePass<float> pass);

    /// <inheritdoc cref="INetworkProgram{T}.Forward"/>
    internal abstract void Forward(ref readonly Pass<float> pass);

    /// <inheritdoc cref="INetworkProgram{T}.Loss"/>
    internal abstract double Loss(ref readonly Pass<float> pass);

    /// <inheritdoc cref="INetworkProgram{T}.Backward"/>
    internal abstract void Backward(ref readonly Pass<float> pass);

    private static NetworkDefinition Checked(NetworkDefinition definition) =>
        definition.Contract == NetworkDefinition.CurrentContract
            ? definition
            : throw new NotSupportedException(
                $"{definition.Name} was compiled with an ActGen generator for contract {definition.Contract}, and the ActGen library loaded now has contract {NetworkDefinition.CurrentContract}. Build the project of {definition.Name} again with the ActGen package that the application uses.");

    private static class Cache<TProgram>
    {
        // Two threads may both make one; they are equal, so it does not matter which one stays.
        public static volatile NetworkCode? Code;
    }
}

/// <summary>The code of one program.</summary>
internal sealed class NetworkCode<TProgram>(NetworkDefinition definition) : NetworkCode(definition)
    where TProgram : INetworkProgram<float>
{
    internal override void Infer(ref readonly InferencePass<float> pass) => TProgram.Infer(in pass);

    internal override void Transform(ref readonly InferencePass<float> pass) => TProgram.Transform(in pass);

    internal override void Forward(ref readonly Pass<float> pass) => TProgram.Forward(in pass);

    internal override double Loss(ref readonly Pass<float> pass) => TProgram.Loss(in pass);

    internal override void Backward(ref readonly Pass<float> pass) => TProgram.Backward(in pass);
}
