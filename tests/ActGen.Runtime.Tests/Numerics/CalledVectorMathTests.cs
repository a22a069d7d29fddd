using System.Reflection;
using ActGen.CompilerServices;

namespace ActGen.Runtime.Tests.Numerics;

/// <summary>What generated kernels call where they cannot inline.</summary>
public class CalledVectorMathTests
{
    [Fact]
    public void Every_function_that_kernels_inline_can_be_called_too()
    {
        // Sign is a few operations. Of functions that take a precision, kernels name it.
        string[] inlined = [.. Functions(typeof(VectorMath)).Where(function => function.Name != nameof(VectorMath.Sign)).GroupBy(Parameters).Select(same => same.MaxBy(function => function.GetGenericArguments().Length)!).Select(Signature)];
        Assert.Equal(inlined.Order(StringComparer.Ordinal), Functions(typeof(CalledVectorMath)).Select(Signature).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_called_function_is_never_inlined_and_never_compiled_in_haste() =>
        Assert.All(Functions(typeof(CalledVectorMath)), function =>
            Assert.Equal(MethodImplAttributes.NoInlining | MethodImplAttributes.AggressiveOptimization, function.GetMethodImplementationFlags()));

    private static MethodInfo[] Functions(Type type) => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly);

    private static string Parameters(MethodInfo function) => $"{function.Name}({string.Join(", ", function.GetParameters().Select(parameter => (parameter.IsOut ? "out " : "") + parameter.Name))})";

    private static string Signature(MethodInfo function) => $"{function.GetGenericArguments().Length} {Parameters(function)}";
}
