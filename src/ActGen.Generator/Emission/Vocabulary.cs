using System.Globalization;
using ActGen.Generator.Text;

namespace ActGen.Generator.Emission;

/// <summary>How generated network code spells what it names. Everything is qualified from <c>global::</c> or an alias, so that types
/// of the user called System, Span or Dense change nothing.</summary>
/// <param name="Scalar"><c>float</c> in the product, <c>double</c> in gradient tests.</param>
internal sealed record Vocabulary(string Scalar)
{
    /// <summary>Alias of the namespace that generated code may call.</summary>
    public const string Alias = "ActGenKernels";

    public const string AliasDirective = $"using {Alias} = global::ActGen.CompilerServices;";

    /// <summary>Whether this is the product, not a gradient test.</summary>
    public bool IsProduct => Scalar == "float";

    /// <summary>The parameter of a training method of the program.</summary>
    public string PassParameter => $"ref readonly {Alias}::Pass<{Scalar}> pass";

    /// <summary>The parameter of an inference method: a pass without what only training reads.</summary>
    public string InferencePassParameter => $"ref readonly {Alias}::InferencePass<{Scalar}> pass";

    /// <summary>A generic class of kernels: <c>Dense</c>, <c>Elementwise</c>.</summary>
    public string Kernels(string name) => $"{Alias}::{name}<{Scalar}>";

    public static string Type(string name) => $"{Alias}::{name}";

    /// <summary>A constant of the scalar type.</summary>
    public string Constant(double value) => IsProduct ? CodeWriter.Float((float)value) : CodeWriter.Double(value);

    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A C# string literal; whatever is inside stays inside.</summary>
    public static string Literal(string text) => Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(text, quote: true);
}
