using ActGen.CompilerServices;
using ActGen.Runtime.Tests.Proofs.Definitions;

namespace ActGen.Runtime.Tests.Numerics.Functions;

/// <summary>All vector functions.</summary>
internal static class FunctionCases
{
    public static readonly FunctionCase[] All =
    [
        new FunctionCase<Exp>(),
        new FunctionCase<Expm1>(),
        new FunctionCase<Log>(),
        new FunctionCase<Log1p>(),
        new FunctionCase<Tanh>(),
        new FunctionCase<Sigmoid>(),
        new FunctionCase<Softplus>(),
        new FunctionCase<LogSigmoid>(),
        new FunctionCase<Erf>(),
        new FunctionCase<Erfc>(),
        new FunctionCase<NormalCdf>(),
        new FunctionCase<NormalPdf>(),
        new FunctionCase<Sin>(),
        new FunctionCase<Cos>(),
        new FunctionCase<Atan>(),
    ];

    public static TheoryData<string> Names => [.. All.Select(function => function.Name)];

    public static TheoryData<string> MonotoneNames => [.. All.Where(function => function.IsMonotone).Select(function => function.Name)];

    public static TheoryData<string> OddNames => [.. All.Where(function => function.IsOdd).Select(function => function.Name)];

    public static FunctionCase Of(string name) => All.Single(function => function.Name == name);

    private readonly struct Exp : IFunctionDefinition
    {
        public static TVector Kernel<TVector>(TVector x)
            where TVector : unmanaged, ISimd<TVector> => VectorMath.Exp(x);

        public static double Exact(double x) => Math.Exp(x);
    }

    private readonly struct Expm1 : IFunctionDefinition
    {
        public static TVector Kernel<TVector>(TVector x)
            where TVector : unmanaged, ISimd<TVector> => VectorMath.Expm1(x);

        // eˣ − 1 = 2·eˣᐟ²·sinh(x/2).
        public static double Exact(double x) => Math.Abs(x) < 40 ? 2 * Math.Exp(x / 2) * Math.Sinh(x / 2) : Math.Exp(x) - 1;
    }

    private readonly struct Log : IFunctionDefinition
    {
        public static TVector Kernel<TVector>(TVector x)
            where TVector : unmanaged, ISimd<TVector> => VectorMath.Log(x);

        public static double Exact(double x) => Math.Log(x);
    }

    private readonly struct Log1p : IFunctionDefinition
    {
        public static TVector Kernel<TVector>(TVector x)
            where TVector : unmanaged, ISimd<TVector> => VectorMath.Log1p(x);

        public static double Exact(double x) => RealFunctions.Log1p(x);
    }

    private readonly struct Tanh : IFunctionDefinition
    {
        public static TVector Kernel<TVector>(TVector x)
            where TVector : unmanaged, ISimd<TVector> => VectorMath.Tanh(x);

        public static double Exact(double x) => Math.Tanh(x);
    }

    private readonly struct Sigmoid : IFunctionDefinition
    {
        public static TVector Kernel<TVector>(TVector x)
            where TVector : unmanaged, ISimd<TVector> => VectorMath.Sigmoid(x);

        public static double Exact(double x) => 1 / (1 + Math.Exp(-x));
    }

    private readonly struct Softplus : IFunctionDefinition
    {
        public static TVector Kernel<TVector>(TVector x)
            where TVector : unmanaged, ISimd<TVector> => VectorMath.Softplus(x);

        public static double Exact(double x) => Math.Max(x, 0) + RealFunctions.Log1p(Math.Exp(-Math.Abs(x)));
    }

    private readonly struct LogSigmoid : IFunctionDefinition
    {
        public static TVector Kernel<TVector>(TVector x)
            where TVector : unmanaged, ISimd<TVector> => VectorMath.LogSigmoid(x);

        public static double Exact(double x) => -Softplus.Exact(-x);
    }

    private readonly struct Erf : IFunctionDefinition
    {
        public static TVector Kernel<TVector>(TVector x)
            where TVector : unmanaged, ISimd<TVector> => VectorMath.Erf(x);

        public static double Exact(double x) => RealFunctions.Erf(x);
    }

    private readonly struct Erfc : IFunctionDefinition
    {
        public static TVector Kernel<TVector>(TVector x)
            where TVector : unmanaged, ISimd<TVector> => VectorMath.Erfc(x);

        public static double Exact(double x) => RealFunctions.Erfc(x);
    }

    private readonly struct NormalCdf : IFunctionDefinition
    {
        public static TVector Kernel<TVector>(TVector x)
            where TVector : unmanaged, ISimd<TVector> => VectorMath.NormalCdf(x);

        public static double Exact(double x) => RealFunctions.NormalCdf(x);
    }

    private readonly struct NormalPdf : IFunctionDefinition
    {
        public static TVector Kernel<TVector>(TVector x)
            where TVector : unmanaged, ISimd<TVector> => VectorMath.NormalPdf(x);

        public static double Exact(double x) => RealFunctions.NormalPdf(x);
    }

    private readonly struct Sin : IFunctionDefinition
    {
        public static TVector Kernel<TVector>(TVector x)
            where TVector : unmanaged, ISimd<TVector> => VectorMath.Sin(x);

        public static double Exact(double x) => Math.Sin(x);
    }

    private readonly struct Cos : IFunctionDefinition
    {
        public static TVector Kernel<TVector>(TVector x)
            where TVector : unmanaged, ISimd<TVector> => VectorMath.Cos(x);

        public static double Exact(double x) => Math.Cos(x);
    }

    private readonly struct Atan : IFunctionDefinition
    {
        public static TVector Kernel<TVector>(TVector x)
            where TVector : unmanaged, ISimd<TVector> => VectorMath.Atan(x);

        public static double Exact(double x) => Math.Atan(x);
    }
}
