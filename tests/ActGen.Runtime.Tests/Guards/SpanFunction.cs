using System.Reflection;
using System.Reflection.Emit;
using MethodParameter = System.Reflection.ParameterInfo;

namespace ActGen.Runtime.Tests.Guards;

/// <summary>A public function of spans, called through one signature: what it does not ask for is left out, options have their defaults. All of them are found by reflection.</summary>
internal sealed class SpanFunction
{
    private const BindingFlags PublicStatic = BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Type[] Arguments = [typeof(ReadOnlySpan<float>), typeof(ReadOnlySpan<float>), typeof(ReadOnlySpan<int>), typeof(Span<float>), typeof(int)];

    private SpanFunction(MethodInfo method)
    {
        string formula = method.IsGenericMethod ? $"<{method.GetGenericArguments()[0].Name}>" : "";
        Name = $"{method.DeclaringType!.Name}.{method.Name}{formula}({string.Join(", ", method.GetParameters().Select(parameter => parameter.Name))})";
        IsLoss = method.ReturnType == typeof(float);
        HasRows = method.GetParameters().Any(IsRowLength);
        HasLabels = method.GetParameters().Any(parameter => parameter.ParameterType == typeof(ReadOnlySpan<int>));
        Invoke = Bind(method);
    }

    /// <summary>The arguments that a function may ask for.</summary>
    /// <param name="source">Its inputs.</param>
    /// <param name="targets">Of a loss.</param>
    /// <param name="labels">Of a loss about classes.</param>
    /// <param name="destination">Outputs, or the gradient of a loss.</param>
    /// <param name="rowLength">Elements of a row, number of classes, of pieces.</param>
    public delegate void Call(ReadOnlySpan<float> source, ReadOnlySpan<float> targets, ReadOnlySpan<int> labels, Span<float> destination, int rowLength);

    public static IReadOnlyList<SpanFunction> All { get; } =
    [
        .. new[] { typeof(Functions), typeof(Activations), typeof(ActGen.Losses) }
            .SelectMany(type => type.GetMethods(PublicStatic))
            .Where(method => method.GetParameters().Any(parameter => parameter.ParameterType == typeof(Span<float>)))
            .SelectMany(WithFormulas)
            .Select(method => new SpanFunction(method)),
    ];

    public static TheoryData<string> Names => [.. All.Select(function => function.Name)];

    public string Name { get; }

    public Call Invoke { get; }

    public bool IsLoss { get; }

    /// <summary>Whether it asks for the length of a row.</summary>
    public bool HasRows { get; }

    public bool HasLabels { get; }

    public static SpanFunction Named(string name) => All.Single(function => function.Name == name);

    /// <summary>A function of any formula stands for itself with each formula of the library.</summary>
    private static IEnumerable<MethodInfo> WithFormulas(MethodInfo method) => method.IsGenericMethod
        ? typeof(Formulas).GetNestedTypes().Where(type => type.IsAssignableTo(typeof(IActivation))).Select(type => method.MakeGenericMethod(type))
        : [method];

    private static bool IsRowLength(MethodParameter parameter) => parameter.ParameterType == typeof(int) && parameter.Name is "rowLength" or "width" or "classes" or "pieces";

    // A span cannot be boxed, so reflection cannot call these methods: a few instructions can.
    private static Call Bind(MethodInfo method)
    {
        DynamicMethod call = new(method.Name, null, Arguments, typeof(SpanFunction).Module, skipVisibility: true);
        ILGenerator code = call.GetILGenerator();
        int readings = 0;
        foreach (MethodParameter parameter in method.GetParameters())
        {
            Type type = parameter.ParameterType;
            if (type == typeof(Span<float>))
                code.Emit(OpCodes.Ldarg_3);
            else if (type == typeof(ReadOnlySpan<int>))
                code.Emit(OpCodes.Ldarg_2);
            else if (type == typeof(ReadOnlySpan<float>) && readings < 2 && parameter.Name is not ("parameters" or "classWeights"))
                code.Emit(readings++ == 0 ? OpCodes.Ldarg_0 : OpCodes.Ldarg_1);
            else if (IsRowLength(parameter))
                code.Emit(OpCodes.Ldarg_S, (byte)4);
            else
                LoadDefault(code, parameter);
        }
        code.Emit(OpCodes.Call, method);
        if (method.ReturnType != typeof(void))
            code.Emit(OpCodes.Pop);
        code.Emit(OpCodes.Ret);
        return call.CreateDelegate<Call>();
    }

    private static void LoadDefault(ILGenerator code, MethodParameter parameter)
    {
        object? value = parameter.HasDefaultValue ? parameter.RawDefaultValue : null;
        switch (Type.GetTypeCode(parameter.ParameterType))
        {
            case TypeCode.Single:
                code.Emit(OpCodes.Ldc_R4, Convert.ToSingle(value ?? 0.5f));
                break;
            case TypeCode.Double:
                code.Emit(OpCodes.Ldc_R8, Convert.ToDouble(value ?? 0.5));
                break;
            case TypeCode.Int32 or TypeCode.Boolean:
                code.Emit(OpCodes.Ldc_I4, Convert.ToInt32(value ?? 0));
                break;
            default:
                LocalBuilder empty = code.DeclareLocal(parameter.ParameterType);
                code.Emit(OpCodes.Ldloca, empty);
                code.Emit(OpCodes.Initobj, parameter.ParameterType);
                code.Emit(OpCodes.Ldloc, empty);
                break;
        }
    }
}
