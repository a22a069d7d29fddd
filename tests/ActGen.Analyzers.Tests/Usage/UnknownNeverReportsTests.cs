using ActGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ActGen.Analyzers.Tests.Usage;

/// <summary>Good programs that look like mistakes: what a rule would have to know to speak cannot be known, or is otherwise. All are compiled together.</summary>
public class UnknownNeverReportsTests
{
    /// <summary>Two names for one buffer, or one name for two.</summary>
    private static readonly string[] Aliases =
    [
        """_field = array; Unknown(); Activations.Softmax(x, array); return Losses.CrossEntropy(_field, labels);""",
        """_field = new float[7]; Unknown(); classes.Forward(_field, p);""",
        """Activations.Softmax(x, p); if (flag) p = array; return Losses.CrossEntropy(p, labels);""",
        """Activations.Softmax(x, array); Span<float> c = flag ? array : p; c[0] = 1; return Losses.CrossEntropy(array, labels);""",
        """Keep(array); Activations.Softmax(x, array); Unknown(); return Losses.CrossEntropy(array, labels);""",
        """float[][] rows = [[1, 2], [3, 4]]; var r = rows[0]; Activations.Softmax(x, r); rows[0][1] = 5; return Losses.CrossEntropy(r, labels);""",
        """float[][] rows = new float[2][]; rows[0] = array; Activations.Softmax(x, array); rows[0][1] = 5; return Losses.CrossEntropy(array, labels);""",
        """var r = new float[10]; object o = r; if (o is float[] q) { Activations.Softmax(x, r); q[0] = 1; return Losses.CrossEntropy(r, labels); } return 0;""",
        """var r = new float[10]; object o = r; var q = (float[])o; Activations.Softmax(x, r); q[0] = 1; return Losses.CrossEntropy(r, labels);""",
        """var r = new float[10]; IList<float> list = r; Activations.Softmax(x, r); list[0] = 1; return Losses.CrossEntropy(r, labels);""",
        """var r = new float[10]; Memory<float> m = r; Activations.Softmax(x, r); m.Span[0] = 1; return Losses.CrossEntropy(r, labels);""",
        """var r = new float[10]; var s = new ArraySegment<float>(r); Activations.Softmax(x, r); s[0] = 1; return Losses.CrossEntropy(r, labels);""",
        """var r = new float[10]; var t = (r, 1); Activations.Softmax(x, r); t.r[0] = 1; return Losses.CrossEntropy(r, labels);""",
        """var r = new float[10]; var t = new { Values = r }; Activations.Softmax(x, r); t.Values[0] = 1; return Losses.CrossEntropy(r, labels);""",
        """var r = new float[10]; float[] q = r; q = flag ? q : array; Activations.Softmax(x, r); q[0] = 1; return Losses.CrossEntropy(r, labels);""",
        """float[] last = array; while (flag) { var fresh = new float[3]; Activations.Softmax(x, fresh); Losses.CrossEntropy(last, labels); last = fresh; Read(last); }""",
        """(float[] q, int n) t = (array, 1); while (flag) { var fresh = new float[3]; Activations.Softmax(x, fresh); fresh[0] = 1; Losses.CrossEntropy(t.q, labels); t = (fresh, 2); }""",
    ];

    /// <summary>References to elements and to variables.</summary>
    private static readonly string[] References =
    [
        """ref float v = ref p[0]; Activations.Softmax(x, p); v = 1; return Losses.CrossEntropy(p, labels);""",
        """Activations.Softmax(x, p); ref float v = ref (flag ? ref p[0] : ref p[1]); v = 1; return Losses.CrossEntropy(p, labels);""",
        """Activations.Softmax(x, p); (flag ? ref p[0] : ref p[1]) = 1; return Losses.CrossEntropy(p, labels);""",
        """int n = 3; ref int r = ref n; r = 8; classes.Forward(new float[n], p);""",
        """float[] q = new float[7]; ref float[] r = ref q; r = array; classes.Forward(q, p);""",
        """float[] q = new float[7]; Replace(ref q); classes.Forward(q, p);""",
        """float[] q = new float[7]; Array.Resize(ref q, 8); classes.Forward(q, p);""",
        """Activations.Softmax(x, p); System.Runtime.InteropServices.MemoryMarshal.GetReference(p) = 1; return Losses.CrossEntropy(p, labels);""",
        """ref float v = ref System.Runtime.InteropServices.MemoryMarshal.GetReference(p); Activations.Softmax(x, p); v = 1; return Losses.CrossEntropy(p, labels);""",
        """Span<byte> bytes = System.Runtime.InteropServices.MemoryMarshal.AsBytes(p); Activations.Softmax(x, p); bytes.Clear(); return Losses.CrossEntropy(p, labels);""",
        """foreach (ref float v in p) { Activations.Softmax(x, p); v = 1; Losses.CrossEntropy(p, labels); }""",
    ];

    /// <summary>Variables of lambdas and local functions.</summary>
    private static readonly string[] Captured =
    [
        """float[] q = new float[7]; Action change = () => q = new float[8]; change(); classes.Forward(q, p);""",
        """var q = new float[10]; Activations.Softmax(x, q); void Change() => q[0] = 1; Change(); return Losses.CrossEntropy(q, labels);""",
        """var q = new float[10]; Func<float[]> get = () => q; Activations.Softmax(x, q); get()[0] = 1; return Losses.CrossEntropy(q, labels);""",
        """int n = 7; Action grow = () => n++; grow(); classes.Forward(new float[n], p);""",
    ];

    /// <summary>Ways through a method.</summary>
    private static readonly string[] Control =
    [
        """again: Losses.CrossEntropy(p, labels); Activations.Softmax(x, p); if (flag) { x.CopyTo(p); goto again; }""",
        """int i = 0; start: if (i > 0) return Losses.CrossEntropy(p, labels); Activations.Softmax(x, p); x.CopyTo(p); i++; goto start;""",
        """try { Activations.Softmax(x, p); x.CopyTo(p); } catch (Exception) when (Losses.CrossEntropy(_field, labels) > 0) { } return Losses.CrossEntropy(p, labels);""",
        """try { Activations.Softmax(x, p); Unknown(); } catch { p.Clear(); } return Losses.CrossEntropy(p, labels);""",
        """Activations.Softmax(x, p); try { Unknown(); } catch { p[0] = 1; } return Losses.CrossEntropy(p, labels);""",
        """Activations.Softmax(x, p); try { Unknown(); p.Fill(1); Unknown(); } catch { } return Losses.CrossEntropy(p, labels);""",
        """Keep(array); try { Unknown(); } catch { Activations.Softmax(x, array); Unknown(); return Losses.CrossEntropy(array, labels); } return 0;""",
        """do { Activations.Softmax(x, p); p[0] = 1; } while (flag); return Losses.CrossEntropy(p, labels);""",
        """for (Activations.Softmax(x, p); flag; x.CopyTo(p)) Losses.CrossEntropy(p, labels);""",
        """switch (labels[0]) { case 0: Activations.Softmax(x, p); break; default: x.CopyTo(p); break; } return Losses.CrossEntropy(p, labels);""",
        """var q = labels[0] switch { 0 => Own.Softmax(x), _ => array }; return Losses.CrossEntropy(q, labels);""",
        """float[]? q = null; q ??= array; if (flag) Activations.Softmax(x, q); return Losses.CrossEntropy(q, labels);""",
        """using (var scope = new MemoryStream()) { if (flag) Activations.Softmax(x, p); } return Losses.CrossEntropy(p, labels);""",
    ];

    /// <summary>Softmax of a part says nothing about the rest.</summary>
    private static readonly string[] Parts =
    [
        """Activations.Softmax(x[..3], p[..3]); return Losses.CrossEntropy(p[3..], labels);""",
        """classes.Forward(x, p); Activations.Softmax(p[..3], p[..3]); return Losses.CrossEntropy(p[3..], labels);""",
        """var z = new float[12]; classes.Forward(x, z); Activations.Softmax(z.AsSpan(0, 3), z.AsSpan(0, 3)); return Losses.CrossEntropy(z.AsSpan(3), labels);""",
        """var z = classes.Predict(x); x.CopyTo(z.AsSpan(3)); return Losses.CrossEntropy(z, labels);""",
        """var z = new float[12]; classes.Forward(x, z); var s = new Span<float>(z, 0, 3); Activations.Softmax(s, s); return Losses.CrossEntropy(z, labels);""",
        """var z = new float[12]; x.CopyTo(z); Own.Softmax(x).CopyTo(z, 4); return Losses.CrossEntropy(z, labels);""",
        """var z = new float[12]; classes.Forward(x, z); Own.Squash(z.AsSpan(9), z.AsSpan(9)); return Losses.BCEWithLogits(z, targets);""",
        """classes.Forward((new float[8])[..4], p[..3]);""",
    ];

    /// <summary>Whoever may have written.</summary>
    private static readonly string[] Writers =
    [
        """var q = new float[10]; Activations.Softmax(x, q); Array.Clear(q); return Losses.CrossEntropy(q, labels);""",
        """var q = new float[10]; Activations.Softmax(x, q); Array.Sort(q); Array.Copy(array, q, 3); return Losses.CrossEntropy(q, labels);""",
        """Activations.Softmax(x, p); p.Sort(); p.Reverse(); return Losses.CrossEntropy(p, labels);""",
        """Activations.Softmax(x, p); for (int i = 0; i < p.Length; i++) p[i] = MathF.Log(p[i] + 1e-9f); return Losses.CrossEntropy(p, labels);""",
        """Activations.Softmax(x, p); for (int i = 0; i < p.Length; i++) p[i] -= 0.5f; return Losses.CrossEntropy(p, labels);""",
        """Activations.Softmax(x, p); Losses.CrossEntropy(x, labels, p); return Losses.CrossEntropy(p, labels);""",
        """Activations.Softmax(x, p); p[^1] = 0; return Losses.CrossEntropy(p, labels);""",
        """Activations.Softmax(x, p); p[0]++; return Losses.CrossEntropy(p, labels);""",
        """Activations.Softmax(x, array); (array[0], array[1]) = (1, 2); return Losses.CrossEntropy(array, labels);""",
        """Activations.Softmax(x, p); new Random(1).NextBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(p)); return Losses.CrossEntropy(p, labels);""",
        """unsafe { fixed (float* f = p) { Activations.Softmax(x, p); f[0] = 1; return Losses.CrossEntropy(p, labels); } }""",
    ];

    /// <summary>Code of the project that runs unseen.</summary>
    private static readonly string[] Members =
    [
        """Activations.Softmax(x, _field); Temperature = 2; return Losses.CrossEntropy(_field, labels);""",
        """Activations.Softmax(x, _field); float t = Temperature; return t * Losses.CrossEntropy(_field, labels);""",
        """Activations.Softmax(x, _field); this[0] = 2; return Losses.CrossEntropy(_field, labels);""",
        """Activations.Softmax(x, _field); new Writer(this); return Losses.CrossEntropy(_field, labels);""",
        """Activations.Softmax(x, _field); Changed += Unknown; return Losses.CrossEntropy(_field, labels);""",
        """Activations.Softmax(x, _field); Changed?.Invoke(); return Losses.CrossEntropy(_field, labels);""",
        """var q = new float[10]; Wrapped w = q; Activations.Softmax(x, q); w.Values[0] = 1; return Losses.CrossEntropy(q, labels);""",
        """Activations.Softmax(x, array); Wrapped w = array; float[] q = w; return Losses.CrossEntropy(q, labels);""",
        """var q = new float[10]; var holder = new Holder(q); Activations.Softmax(x, q); holder.Values[0] = 1; return Losses.CrossEntropy(q, labels);""",
        """var holder = new Holder(); holder.Values = p; Activations.Softmax(x, p); holder.Values[0] = 1; return Losses.CrossEntropy(p, labels);""",
        """var holder = new Holder(); Take(ref holder, p); Activations.Softmax(x, p); holder.Values[0] = 1; return Losses.CrossEntropy(p, labels);""",
        """var (first, second) = new Parts(); Activations.Softmax(x, first); second[0] = 1; return Losses.CrossEntropy(first, labels);""",
        """var other = this; Activations.Softmax(x, _field); other._field[0] = 1; return Losses.CrossEntropy(_field, labels);""",
        """_field = array; var other = this; other._field = new float[7]; classes.Forward(_field, p);""",
        """Span<float> Pick() => _field; Activations.Softmax(x, _field); Pick()[0] = 1; return Losses.CrossEntropy(_field, labels);""",
        """if (Losses.CrossEntropy(Maybe(x, flag), labels) > 0) Read(p); return Losses.CrossEntropy(Deep(x), labels);""",
        """dynamic d = array; Activations.Softmax(x, array); d[0] = 1; return Losses.CrossEntropy(array, labels);""",
        """var list = new List<float[]> { array }; Activations.Softmax(x, array); list[0][0] = 1; return Losses.CrossEntropy(array, labels);""",
        """classes.Fit(_data); _data = more; classes.Evaluate(_data);""",
        """classes.Fit(_data); Unknown(); classes.Evaluate(_data);""",
    ];

    /// <summary>Numbers that belong where they are passed.</summary>
    private static readonly string[] Meaning =
    [
        """Activations.LogSoftmax(x, p); return Losses.NLL(p, labels);""",
        """Activations.Sigmoid(x, p); return Losses.BCE(p, targets);""",
        """classes.Forward(x, p); Activations.Softmax(p, p); return Losses.BCE(p, targets);""",
        """classes.Predict(x, p); return Losses.BCE(p, targets);""",
        """Activations.Sigmoid(x, p); return Losses.CrossEntropy(p, labels);""",
        """regression.Predict(x, p); Activations.Softmax(p, p);""",
        """classes.Forward(x, p); Activations.Softmax(p, p); return p[0];""",
        """float[] z = classes.Predict(x); float s = 0; foreach (float v in z) s -= v * MathF.Log(MathF.Max(v, 1e-8f)); return s;""",
    ];

    /// <summary>Numbers that are kept small.</summary>
    private static readonly string[] Overflow =
    [
        """return MathF.Log(1 + MathF.Exp(0.5f));""",
        """const float Beta = 2; return MathF.Log(1 + MathF.Exp(Beta)) / Beta;""",
        """float z = a; if (z > 20) return z; return MathF.Log(1 + MathF.Exp(a));""",
        """float z = 2 * a; if (z > 20) return z; return MathF.Log(1 + MathF.Exp(a));""",
        """if (float.IsPositive(a)) return a; return MathF.Log(1 + MathF.Exp(a));""",
        """switch (a) { case > 20: return a; default: return MathF.Log(1 + MathF.Exp(a)); }""",
        """return a is > 20 ? a : MathF.Log(1 + MathF.Exp(a));""",
        """Activations.Softmax(x, p); if (p.Contains(0f)) return 0; return MathF.Log(p[0]);""",
        """float t = 0; for (int i = 0; i < 100; i++) t += MathF.Log(1 + MathF.Exp(i * 0.1f)); return t;""",
        """float m = MathF.Max(a, b); return m + MathF.Log(MathF.Exp(a - m) + MathF.Exp(b - m));""",
        """float q = Functions.Sigmoid(a); q = MathF.Max(q, 1e-6f); return MathF.Log(q);""",
        """float s = 0; foreach (float v in x) s += MathF.Abs(v); return MathF.Exp(a) / s;""",
        """float s = 0; foreach (float v in x) s += v; return MathF.Exp(a) / s;""",
        """double s = 0; foreach (float v in x) s += Math.Exp(v); return (float)(Math.Exp(x[0]) / s);""",
        """return MathF.Log(1 + MathF.Exp(-MathF.Abs(a - b)));""",
    ];

    /// <summary>Trainers, data sets, lengths, rates, orders.</summary>
    private static readonly string[] Training =
    [
        """Trainer<Classes>? t = null; while (flag) { t ??= classes.CreateTrainer(new Adam(), 8); t.Step(x, labels); }""",
        """Trainer<Classes>? t = null; for (int i = 0; i < 9; i++) { if (i % 3 == 0) t = classes.CreateTrainer(new Adam(), 8); t!.Step(x, labels); }""",
        """for (int i = 0; i < 9; i++) { using var t = classes.CreateTrainer(new Adam(), 8); Console.WriteLine(t); }""",
        """do { using var t = classes.CreateTrainer(new Adam(), 8); t.Step(x, labels); } while (false);""",
        """classes.Evaluate(data); classes.Fit(data);""",
        """if (flag) classes.Fit(data); else classes.Evaluate(data);""",
        """if (flag) { classes.Fit(data); return 0; } classes.Evaluate(data); return 0;""",
        """classes.Fit(data); classes = new Classes(); classes.Evaluate(data);""",
        """classes.Fit(data); if (flag) data = more; classes.Evaluate(data);""",
        """var (train, test) = data.Split(0.8); classes.Fit(train); classes.Evaluate(test); classes.Fit(data);""",
        """var (train, test) = data.Split(0.8); classes.Fit(train); classes.Evaluate(test); var last = new Classes(); last.Fit(data);""",
        """var (train, rest) = data.Split(0.6); var (valid, test) = rest.Split(0.5); classes.Fit(train, valid); classes.Evaluate(test);""",
        """for (int i = 0; i < 3; i++) { classes.Evaluate(data); classes.Fit(data); }""",
        """int[] y = [0, 1, 2]; y[0] = labels[0]; using var t = classes.CreateTrainer(new Adam(), 8); t.Step(x, y);""",
        """var n = 8; n = labels.Length; classes.Forward(new float[n], p);""",
        """classes.Forward([1, 2, 3, 4], p);""",
        """classes.Forward(flag ? new float[4] : new float[8], p);""",
        """var o = new Adam(); o = o with { LearningRate = 0.01 }; double rate = 0; rate += 0.1; var s = new SGD(rate);""",
        """classes.Predict(x, p); float[] student = new float[3]; return Losses.CrossEntropy(student, p);""",
        """float[] q = regression.Predict(x); return Losses.MSE(targets, q);""",
        """for (int i = 0; i < 9; i++) { Prepare(classes); using var t = classes.CreateTrainer(new Adam(), 8); t.Step(x, labels); }""",
    ];

    [Fact]
    public async Task Silent()
    {
        string[] bodies = [.. Aliases, .. References, .. Captured, .. Control, .. Parts, .. Writers, .. Members, .. Meaning, .. Overflow, .. Training];
        CSharpCompilation program = GeneratorHarness.RunOnce(TestCompilation.Create([.. bodies.Select(Program), Helpers, UsageTest.Networks, AnalyzerTest.Usings])).Output;
        program = program.WithOptions(program.Options.WithAllowUnsafe(true));

        Diagnostic[] errors = [.. program.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
        Assert.True(errors.Length == 0, TestCompilation.Describe(errors));
        string[] alarms = [.. (await AnalyzerHarness.DiagnosticsAsync(program)).Select(diagnostic => $"{diagnostic.Id}: {diagnostic.Location.SourceTree?.ToString()}")];
        Assert.True(alarms.Length == 0, string.Join('\n', alarms));
    }

    private static string Program(string body, int index) => $$"""
        partial class Program
        {
            float Run{{index}}(ReadOnlySpan<float> x, Span<float> p, ReadOnlySpan<int> labels, ReadOnlySpan<float> targets, float a, float b, bool flag, float[] array,
                Classes classes, Binary binary, Regression regression, Dataset data, Dataset more)
            {
        {{body}}
        #pragma warning disable CS0162
                return 0;
            }
        }
        """;

    private const string Helpers = """
        partial class Program
        {
            private float[] _field = new float[12];
            private Dataset _data = null!;
            private event Action? Changed;
            private float Temperature { get { _field[1] = 0; return 1; } set => _field[0] = value; }
            private float this[int index] { set => _field[index] = value; }
            static void Read(ReadOnlySpan<float> values) { }
            static void Change(ref float value) => value = 1;
            static void Replace(ref float[] values) => values = [];
            static void Prepare(Classes network) => network.Parameters.Clear();
            static void Take(ref Holder holder, Span<float> values) => holder.Values = values;
            static float[] Maybe(ReadOnlySpan<float> x, bool flag) { float[] q = x.ToArray(); if (flag) Activations.Softmax(q, q); return q; }
            static float[] Deep(ReadOnlySpan<float> x) => Deep2(x);
            static float[] Deep2(ReadOnlySpan<float> x) { float[] q = Own.Softmax(x); q[0] = 2; return q; }
            void Keep(float[] values) => _field = values;
            void Unknown() => _field[0] = 1;

            private sealed class Writer { public Writer(Program program) => program._field[0] = 1; }
            private sealed class Wrapped(float[] values)
            {
                public float[] Values => values;
                public static implicit operator Wrapped(float[] values) => new(values);
                public static implicit operator float[](Wrapped wrapped) => Array.ConvertAll(wrapped.Values, MathF.Log);
            }
            private ref struct Holder { public Span<float> Values; public Holder(Span<float> values) => Values = values; }
            private sealed class Parts
            {
                private readonly float[] _values = new float[3];
                public void Deconstruct(out float[] first, out float[] second) => first = second = _values;
            }
            private sealed class Primary(float[] p, float[] q)
            {
                public float Loss(ReadOnlySpan<float> x, int[] labels) { Activations.Softmax(x, p); Change(); q[0] = 1; return Losses.CrossEntropy(p, labels); }
                private void Change() => p[0] = 1;
            }
            async System.Threading.Tasks.Task<float> Wait(float[] x, float[] p, int[] labels) { Activations.Softmax(x, p); await System.Threading.Tasks.Task.Yield(); return Losses.CrossEntropy(p, labels); }
            IEnumerable<float> Steps(float[] x, float[] p, int[] labels) { Activations.Softmax(x, p); yield return 1; yield return Losses.CrossEntropy(p, labels); }
            async System.Threading.Tasks.Task<float> Each(float[] x, float[] p, int[] labels, IAsyncEnumerable<int> all) { Activations.Softmax(x, p); await foreach (int one in all) { } return Losses.CrossEntropy(p, labels); }
            static float OfReference(ref Span<float> p, ref Span<float> q, ReadOnlySpan<float> x, int[] labels) { Activations.Softmax(x, p); q = default; return Losses.CrossEntropy(p, labels); }
        }
        """;
}
