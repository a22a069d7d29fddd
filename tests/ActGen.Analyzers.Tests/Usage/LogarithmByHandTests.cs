namespace ActGen.Analyzers.Tests.Usage;

public class LogarithmByHandTests
{
    [Theory]
    // softmax
    [InlineData("Activations.Softmax(x, p); {|ACT4004:Functions.ApplyLog(p, p)|};")]
    [InlineData("Activations.Softmax(x, p); return -{|ACT4004:Functions.Log(p[labels[0]])|};")]
    [InlineData("Activations.Softmax(x, p); float q = p[1]; return -{|ACT4004:MathF.Log(q)|};")]
    [InlineData("Activations.Softmax(x, p); float sum = 0; foreach (float q in p) sum += q * {|ACT4004:MathF.Log(q)|}; return sum;")]
    [InlineData("return -{|ACT4004:MathF.Log(classes.Predict(x)[2])|};")]
    [InlineData("return -(float){|ACT4004:Math.Log(Own.Softmax(x)[2])|};")]
    // sigmoid
    [InlineData("return {|ACT4004:Functions.Log(Functions.Sigmoid(a - b))|};")]
    [InlineData("return {|ACT4004:MathF.Log(1 / (1 + MathF.Exp(-a)))|};")]
    [InlineData("return {|ACT4004:MathF.Log(Own.Sigmoid(a))|};")]
    [InlineData("float q = Functions.Sigmoid(a); return {|ACT4004:MathF.Log(q)|} + {|ACT4004:MathF.Log(1 - q)|};")]
    // softplus
    [InlineData("return {|ACT4004:Functions.Log(1 + Functions.Exp(a))|};")]
    [InlineData("return {|ACT4004:MathF.Log(MathF.Exp(-a * b) + 1f)|};")]
    [InlineData("return {|ACT4004:Functions.Log1p(Functions.Exp(a))|};")]
    [InlineData("return (float){|ACT4004:Math.Log(1 + (float)Math.Exp(a))|};")]
    // eˣ/Σeˣ
    [InlineData("float sum = 0; for (int i = 0; i < x.Length; i++) sum += MathF.Exp(x[i]); for (int i = 0; i < x.Length; i++) p[i] = {|ACT4004:MathF.Exp(x[i]) / sum|};")]
    [InlineData("float sum = 0; foreach (float v in x) sum += Functions.Exp(v); return {|ACT4004:Functions.Exp(x[0]) / sum|};")]
    [InlineData("var e = new float[x.Length]; float sum = 0f; for (int i = 0; i < e.Length; i++) { e[i] = (float)Math.Exp(x[i]); sum += e[i]; } for (int i = 0; i < e.Length; i++) {|ACT4004:e[i] /= sum|};")]
    // by LINQ
    [InlineData("float[] e = array.Select(MathF.Exp).ToArray(); float sum = e.Sum(); return {|ACT4004:e[0] / sum|};")]
    [InlineData("var e = array.Select(v => MathF.Exp(v)).ToArray(); var sum = e.Sum(); for (int i = 0; i < e.Length; i++) p[i] = {|ACT4004:e[i] / sum|};")]
    [InlineData("float sum = array.Sum(v => MathF.Exp(v)); float[] q = array.Select({|ACT4004:v => MathF.Exp(v) / sum|}).ToArray();")]
    [InlineData("var e = array.Select(MathF.Exp); var sum = e.Sum(); float[] q = e.Select({|ACT4004:v => v / sum|}).ToArray();")]
    [InlineData("float[] z = new float[3]; classes.Forward(x, z); float sum = z.Sum(MathF.Exp); return {|ACT4004:MathF.Exp(z[0]) / sum|};")]
    // in the same array or span
    [InlineData("float sum = 0; for (int i = 0; i < array.Length; i++) { array[i] = MathF.Exp(array[i]); sum += array[i]; } for (int i = 0; i < array.Length; i++) {|ACT4004:array[i] /= sum|};")]
    [InlineData("float sum = 0; for (int i = 0; i < p.Length; i++) { p[i] = Functions.Exp(p[i]); sum += p[i]; } for (int i = 0; i < p.Length; i++) p[i] = {|ACT4004:p[i] / sum|};")]
    public Task Reports(string body) => UsageTest.VerifyAsync(body);

    [Theory]
    // the maximum is subtracted, something else is done too, something else is summed
    [InlineData("float max = array.Max(); float[] e = array.Select(v => MathF.Exp(v - max)).ToArray(); float sum = e.Sum(); return e[0] / sum;")]
    [InlineData("for (int i = 0; i < array.Length; i++) array[i] -= b; var e = array.Select(MathF.Exp).ToArray(); return e[0] / e.Sum();")]
    [InlineData("float max = array.Max(); var c = array.Select(v => v - max).ToArray(); var e = c.Select(MathF.Exp).ToArray(); float sum = e.Sum(); return e[0] / sum;")]
    [InlineData("var c = array.Select(v => Math.Clamp(v, -20f, 20f)).ToArray(); var e = c.Select(MathF.Exp).ToArray(); var sum = e.Sum(); return e.Select(v => v / sum).First();")]
    [InlineData("var c = Array.ConvertAll(array, v => Math.Clamp(v, -20f, 20f)); float sum = 0; foreach (float v in c) sum += MathF.Exp(v); return MathF.Exp(c[0]) / sum;")]
    [InlineData("float[] e = array.Select(MathF.Exp).ToArray(); float sum = array.Sum(); return e[0] / sum;")]
    [InlineData("float[] e = array.Select(MathF.Exp).ToArray(); e[0] = 0; float sum = e.Sum(); return e[0] / sum;")]
    [InlineData("float sum = array.Sum(v => MathF.Exp(v)); sum = b; float[] q = array.Select(v => MathF.Exp(v) / sum).ToArray();")]
    [InlineData("float sum = 0; Action add = () => sum += array.Sum(v => MathF.Exp(v)); add(); float[] q = array.Select(v => MathF.Exp(v) / sum).ToArray();")]
    [InlineData("double sum = array.Sum(v => Math.Exp(v)); return (float)(Math.Exp(array[0]) / sum);")]
    [InlineData("for (int i = 0; i < array.Length; i++) array[i] -= b; float sum = 0; for (int i = 0; i < array.Length; i++) { array[i] = MathF.Exp(array[i]); sum += array[i]; } for (int i = 0; i < array.Length; i++) array[i] /= sum;")]
    [InlineData("float sum = 0, max = array.Max(); for (int i = 0; i < array.Length; i++) { array[i] = MathF.Exp(array[i] - max); sum += array[i]; } for (int i = 0; i < array.Length; i++) array[i] /= sum;")]
    [InlineData("float sum = 0; Functions.ApplyLog(p, p); for (int i = 0; i < p.Length; i++) { p[i] = MathF.Exp(p[i]); sum += p[i]; } for (int i = 0; i < p.Length; i++) p[i] /= sum;")]
    [InlineData("float sum = 0; for (int i = 0; i < array.Length; i++) { array[i] = MathF.Exp(MathF.Min(array[i], 80)); sum += array[i]; } for (int i = 0; i < array.Length; i++) array[i] /= sum;")]
    // in one of two ways
    [InlineData("float sum = 0; if (flag) { for (int i = 0; i < array.Length; i++) array[i] = MathF.Exp(array[i]); } for (int i = 0; i < array.Length; i++) sum += array[i]; for (int i = 0; i < array.Length; i++) array[i] /= sum;")]
    public Task Softmax_by_hand_that_may_be_stable_is_silent(string body) => UsageTest.VerifyAsync(body);

    [Theory]
    // an epsilon, a clamp, a comparison
    [InlineData("Activations.Softmax(x, p); return -Functions.Log(p[0] + 1e-7f);")]
    [InlineData("Activations.Softmax(x, p); return -MathF.Log(MathF.Max(p[0], 1e-7f));")]
    [InlineData("Activations.Softmax(x, p); return p[0] > 0 ? -MathF.Log(p[0]) : 0;")]
    [InlineData("float q = Math.Clamp(Functions.Sigmoid(a), 1e-6f, 1); return MathF.Log(q);")]
    [InlineData("return a > 20 ? a : MathF.Log(1 + MathF.Exp(a));")]
    [InlineData("return MathF.Max(a, 0) + MathF.Log(1 + MathF.Exp(-MathF.Abs(a)));")]
    [InlineData("a = -MathF.Abs(a); return MathF.Log(1 + MathF.Exp(a));")]
    [InlineData("float c = MathF.Min(b, 10); return MathF.Log(1 + MathF.Exp(c));")]
    // double
    [InlineData("return (float)Math.Log(1 + Math.Exp(a));")]
    // the maximum is subtracted
    [InlineData("float max = x[0]; foreach (float v in x) max = MathF.Max(max, v); float sum = 0; foreach (float v in x) sum += MathF.Exp(v - max); return MathF.Exp(x[0] - max) / sum;")]
    [InlineData("for (int i = 0; i < array.Length; i++) array[i] -= b; float sum = 0; foreach (float v in array) sum += MathF.Exp(v); return MathF.Exp(array[0]) / sum;")]
    // something else
    [InlineData("return MathF.Log(a);")]
    [InlineData("return MathF.Log(1 + a);")]
    [InlineData("return MathF.Exp(a) / b;")]
    [InlineData("Activations.Tanh(x, p); return MathF.Log(p[0]);")]
    [InlineData("Activations.Softmax(x, p); p[0] = a; return MathF.Log(p[0]);")]
    public Task Is_silent(string body) => UsageTest.VerifyAsync(body);

    [Fact]
    public async Task Says_where_digits_are_lost() => Assert.Equal(
        "The logarithm of softmax: in float probabilities of logits that lie 104 below the largest are 0, and their logarithm is −∞. Use Activations.LogSoftmax.",
        await UsageTest.MessageAsync("Activations.Softmax(x, p); {|ACT4004:Functions.ApplyLog(p, p)|};"));

    /// <summary>The numbers of the messages, computed.</summary>
    [Fact]
    public void The_numbers_are_so()
    {
        float[] p = new float[2];
        Activations.Softmax([0, -104], p);
        Assert.Equal(0, p[1]);
        Assert.Equal(0, Functions.Sigmoid(-104));
        Assert.Equal(1, Functions.Sigmoid(17.34f));
        Assert.NotEqual(1, Functions.Sigmoid(17.3f));
        Assert.Equal(float.PositiveInfinity, Functions.Exp(88.73f));
        Assert.NotEqual(float.PositiveInfinity, Functions.Exp(88.72f));
        Assert.Equal(1, 1 + Functions.Exp(-16.64f));
        Assert.NotEqual(1, 1 + Functions.Exp(-16.63f));
    }

    [Fact]
    public Task Can_be_suppressed() => UsageTest.VerifyAsync("""
        #pragma warning disable ACT4004
        return MathF.Log(1 + MathF.Exp(a));
        """);
}
