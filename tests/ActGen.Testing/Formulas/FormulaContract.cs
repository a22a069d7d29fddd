using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.CSharp;

namespace ActGen.Testing;

/// <summary>The library's contract with formulas as a small source file, so that the compiler half is proved without the library:
/// the library is itself compiled with it.</summary>
public static class FormulaContract
{
    /// <summary>Attributes, <c>IActivation</c>, <c>ISimd</c> and the signatures of functions.</summary>
    public static string Source { get; } = """
        #nullable enable
        #pragma warning disable CS1591, CS9113 // what the stub means stands in the library
        namespace ActGen
        {
            [System.AttributeUsage(System.AttributeTargets.Struct)] public sealed class ActivationFunctionAttribute : System.Attribute;
            [System.AttributeUsage(System.AttributeTargets.Parameter)] public sealed class LearnableAttribute : System.Attribute;
            public sealed class CompiledFormulaAttribute(int version, string expression, string parameters, string keeps) : System.Attribute;
            internal sealed class FormulaOptionAttribute<T>(string property) : System.Attribute;
            internal sealed class WithoutAttributeAttribute : System.Attribute;
            public class SelectsFormulaAttribute<T> : System.Attribute;
            public class ActivationAttribute<T>(params double[] parameters) : System.Attribute;
            public sealed class NetworkDeclarationException(string message) : System.Exception(message);
            public enum ActivationOperand { None, Output, Derivative, Input }
            public interface IActivation
            {
                static abstract ActivationOperand Keeps { get; }
                static virtual bool IsCheap => false;
                static virtual System.ReadOnlySpan<double> ParameterDefaults => [];
                static abstract TVector Forward<TVector, TPrecision>(TVector x, System.ReadOnlySpan<TVector> p) where TVector : unmanaged, CompilerServices.ISimd<TVector> where TPrecision : struct, CompilerServices.IPrecision;
                static abstract TVector Derivative<TVector, TPrecision>(TVector x, System.ReadOnlySpan<TVector> p) where TVector : unmanaged, CompilerServices.ISimd<TVector> where TPrecision : struct, CompilerServices.IPrecision;
                static abstract TVector ForwardWithDerivative<TVector, TPrecision>(TVector x, System.ReadOnlySpan<TVector> p, out TVector derivative) where TVector : unmanaged, CompilerServices.ISimd<TVector> where TPrecision : struct, CompilerServices.IPrecision;
                static virtual TVector DerivativeOfOutput<TVector, TPrecision>(TVector y, System.ReadOnlySpan<TVector> p) where TVector : unmanaged, CompilerServices.ISimd<TVector> where TPrecision : struct, CompilerServices.IPrecision => throw new System.NotSupportedException();
                static virtual TVector ParameterDerivative<TVector, TPrecision>(int parameter, TVector x, System.ReadOnlySpan<TVector> p) where TVector : unmanaged, CompilerServices.ISimd<TVector> where TPrecision : struct, CompilerServices.IPrecision => throw new System.NotSupportedException();
            }
            public static partial class Activations
            {
                public static void Apply<TFormula>(System.ReadOnlySpan<float> source, System.Span<float> destination, params System.ReadOnlySpan<float> parameters) where TFormula : IActivation { }
                private static bool IsFast(Precision precision) => false;
            }
            public enum Precision { Accurate, Fast }
            public readonly struct Fast<TFormula> : IActivation where TFormula : IActivation
            {
                static ActivationOperand IActivation.Keeps => default;
                static TVector IActivation.Forward<TVector, TPrecision>(TVector x, System.ReadOnlySpan<TVector> p) => x;
                static TVector IActivation.Derivative<TVector, TPrecision>(TVector x, System.ReadOnlySpan<TVector> p) => x;
                static TVector IActivation.ForwardWithDerivative<TVector, TPrecision>(TVector x, System.ReadOnlySpan<TVector> p, out TVector derivative) => derivative = x;
            }
            public static class Functions
            {
                public static float Abs(float x) => x; public static float Erf(float x) => x; public static float Exp(float x) => x;
                public static float Expm1(float x) => x; public static float Log(float x) => x; public static float Log1p(float x) => x;
                public static float LogSigmoid(float x) => x; public static float Max(float x, float y) => x; public static float Min(float x, float y) => x;
                public static float NormalCdf(float x) => x; public static float NormalPdf(float x) => x; public static float Sigmoid(float x) => x;
                public static float Sign(float x) => x; public static float Softplus(float x) => x; public static float Sqrt(float x) => x; public static float Tanh(float x) => x;
                public static float Sin(float x) => x; public static float Cos(float x) => x; public static float Atan(float x) => x;
                public static float Pow(float x, float y) => x; public static float Erfc(float x) => x;
            }
        }
        namespace ActGen.CompilerServices
        {
            public interface ISimd<TSelf> where TSelf : unmanaged, ISimd<TSelf>
            {
                static abstract TSelf Zero { get; }
                static abstract TSelf Constant(double value);
                static abstract TSelf operator +(TSelf left, TSelf right);
                static abstract TSelf operator -(TSelf left, TSelf right);
                static abstract TSelf operator *(TSelf left, TSelf right);
                static abstract TSelf operator /(TSelf left, TSelf right);
                static abstract TSelf operator -(TSelf value);
                static abstract TSelf MultiplyAdd(TSelf left, TSelf right, TSelf addend); static abstract TSelf MultiplySubtract(TSelf left, TSelf right, TSelf subtrahend);
                static abstract TSelf NegatedMultiplyAdd(TSelf left, TSelf right, TSelf addend);
                static abstract TSelf Sqrt(TSelf value);
                static abstract TSelf Abs(TSelf value);
                static abstract TSelf Min(TSelf left, TSelf right);
                static abstract TSelf Max(TSelf left, TSelf right);
                static abstract TSelf AtMost(TSelf value, TSelf bound);
                static abstract TSelf AtLeast(TSelf value, TSelf bound);
                static abstract TSelf AtLeastZero(TSelf value);
                static abstract TSelf GreaterThan(TSelf left, TSelf right);
                static abstract TSelf GreaterThanOrEqual(TSelf left, TSelf right);
                static abstract TSelf AreEqual(TSelf left, TSelf right);
                static abstract TSelf IsNaN(TSelf value);
                static abstract TSelf And(TSelf left, TSelf right);
                static abstract TSelf Or(TSelf left, TSelf right);
                static abstract TSelf Select(TSelf mask, TSelf whenTrue, TSelf whenFalse);
            }
            public interface IPrecision;
        }
        """ + Functions("VectorMath") + Functions("CalledVectorMath");

    /// <summary>The library's own formulas as they are in the repository, by name.</summary>
    public static IReadOnlyDictionary<string, string> BuiltInSources { get; } = Directory
        .EnumerateFiles(Path.Combine(RepositoryRoot(), "src", "ActGen.Runtime", "Activations", "Formulas"), "*.cs")
        .ToDictionary(file => Path.GetFileNameWithoutExtension(file), File.ReadAllText);

    /// <summary>The folder of the solution.</summary>
    public static string RepositoryRoot([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", ".."));

    /// <summary>The contract with more files, without the library.</summary>
    public static CSharpCompilation Compile(params IEnumerable<string> sources) => Compile("TestProgram", sources);

    /// <summary>The contract and the library's formulas, under the library's name.</summary>
    public static CSharpCompilation CompileBuiltIns() => Compile(
        "ActGen",
        [
            .. BuiltInSources.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value),
            File.ReadAllText(Path.Combine(RepositoryRoot(), "src", "ActGen.Runtime", "Activations", "Formulas.cs")),
        ]);

    /// <summary>The library's functions, inlined or called: the same ones.</summary>
    private static string Functions(string name) => $$"""

        namespace ActGen.CompilerServices
        {
        public static class {{name}}
        {
            public static T Exp<T, TPrecision>(T x) where T : unmanaged, ISimd<T> where TPrecision : struct, IPrecision => x; public static T Expm1<T>(T x) where T : unmanaged, ISimd<T> => x;
            public static T Log<T>(T x) where T : unmanaged, ISimd<T> => x; public static T Log1p<T>(T x) where T : unmanaged, ISimd<T> => x;
            public static T Tanh<T, TPrecision>(T x) where T : unmanaged, ISimd<T> where TPrecision : struct, IPrecision => x; public static T Sigmoid<T, TPrecision>(T x) where T : unmanaged, ISimd<T> where TPrecision : struct, IPrecision => x;
            public static T Softplus<T, TPrecision>(T x) where T : unmanaged, ISimd<T> where TPrecision : struct, IPrecision => x; public static T LogSigmoid<T, TPrecision>(T x) where T : unmanaged, ISimd<T> where TPrecision : struct, IPrecision => x;
            public static T Erf<T>(T x) where T : unmanaged, ISimd<T> => x; public static T NormalCdf<T>(T x) where T : unmanaged, ISimd<T> => x;
            public static T Sin<T>(T x) where T : unmanaged, ISimd<T> => x; public static T Cos<T>(T x) where T : unmanaged, ISimd<T> => x;
            public static T Sin<T>(T x, out T cosine) where T : unmanaged, ISimd<T> { cosine = x; return x; }
            public static T Atan<T>(T x) where T : unmanaged, ISimd<T> => x; public static T Erfc<T>(T x) where T : unmanaged, ISimd<T> => x;
            public static T Pow<T>(T x, T exponent) where T : unmanaged, ISimd<T> => x;
            public static T NormalPdf<T>(T x) where T : unmanaged, ISimd<T> => x;
            public static T NormalCdf<T>(T x, out T density) where T : unmanaged, ISimd<T> { density = x; return x; }
            public static T SigmoidProduct<T, TPrecision>(T x, T factor, out T small) where T : unmanaged, ISimd<T> where TPrecision : struct, IPrecision { small = x; return x; }
            public static T SigmoidTail<T, TPrecision>(T x, T factor, out T sigmoid) where T : unmanaged, ISimd<T> where TPrecision : struct, IPrecision { sigmoid = x; return x; }
            public static T TanhSoftplus<T, TPrecision>(T x) where T : unmanaged, ISimd<T> where TPrecision : struct, IPrecision => x;
            public static T TanhSoftplusSlope<T, TPrecision>(T x) where T : unmanaged, ISimd<T> where TPrecision : struct, IPrecision => x;
            public static T TanhSoftplus<T, TPrecision>(T x, out T slope) where T : unmanaged, ISimd<T> where TPrecision : struct, IPrecision => slope = x;
            public static T TanhSoftplusProduct<T, TPrecision>(T x, T factor, out T tanh, out T slope) where T : unmanaged, ISimd<T> where TPrecision : struct, IPrecision => tanh = slope = x;
            public static T NormalCdfProduct<T>(T x, T factor, out T cdf, out T density) where T : unmanaged, ISimd<T> { cdf = density = x; return x; }
            public static T NormalGate<T>(T x, out T cdf, out T density) where T : unmanaged, ISimd<T> { cdf = density = x; return x; }
        }
        }
        """;

    private static CSharpCompilation Compile(string name, IEnumerable<string> sources) =>
        TestCompilation.Create([.. sources, Source, TestCompilation.ImplicitUsings], TestReferences.Framework, name);
}
