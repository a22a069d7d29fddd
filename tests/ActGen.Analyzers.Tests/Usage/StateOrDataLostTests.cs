using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Tests.Usage;

public class StateOrDataLostTests
{
    [Theory]
    [InlineData("for (int i = 0; i < 9; i++) { using var t = {|ACT4005:classes.CreateTrainer(new Adam(), 8)|}; t.Step(x, labels); }", DiagnosticSeverity.Warning)]
    [InlineData("while (flag) { var t = {|ACT4005:classes.CreateTrainer(new SGD(0.1) { Momentum = 0.9 }, batchSize: 8)|}; t.Step(x, labels); }", DiagnosticSeverity.Warning)]
    [InlineData("for (int e = 0; e < 9; e++) { using var t = {|ACT4005:classes.CreateTrainer(new Adam(), 8)|}; for (int i = 0; i < 3; i++) t.Step(x, labels); }", DiagnosticSeverity.Info)]
    [InlineData("for (int i = 0; i < 9; i++) { using var t = {|ACT4005:classes.CreateTrainer(new SGD(0.1), 8)|}; t.Step(x, labels); }", DiagnosticSeverity.Info)]
    [InlineData("classes.Fit(data, {|ACT4005:data|});", DiagnosticSeverity.Warning)]
    [InlineData("var (train, test) = data.Split(0.8); classes.Fit({|ACT4005:data|}); classes.Evaluate(test);", DiagnosticSeverity.Warning)]
    [InlineData("(Dataset train, Dataset test) = data.Split(0.8); classes.Fit({|ACT4005:test|}); classes.Evaluate(train);", DiagnosticSeverity.Warning)]
    [InlineData("var split = data.Split(0.8); classes.Fit({|ACT4005:split.Test|}); classes.Evaluate(split.Train);", DiagnosticSeverity.Warning)]
    [InlineData("classes.Fit(data); classes.Evaluate({|ACT4005:data|});", DiagnosticSeverity.Info)]
    [InlineData("Dataset train = data; Dataset test = data; classes.Fit(train); classes.Evaluate({|ACT4005:test|});", DiagnosticSeverity.Info)]
    public async Task Reports(string body, DiagnosticSeverity severity) => Assert.Equal(severity, Assert.Single(await UsageTest.VerifyAsync(body)).Severity);

    [Theory]
    [InlineData("for (int i = 0; i < 9; i++) { using var t = {|ACT4005:classes.CreateTrainer(new Adamax(), 8)|}; t.Step(x, labels); }", "start over at each step, so that Adamax moves every parameter by about its full learning rate.")]
    [InlineData("for (int i = 0; i < 9; i++) { using var t = {|ACT4005:classes.CreateTrainer(new RMSprop(), 8)|}; t.Step(x, labels); }", "start over at each step.")]
    // nothing is lost but time
    [InlineData("for (int i = 0; i < 9; i++) { using var t = {|ACT4005:classes.CreateTrainer(new SGD(0.1), 8)|}; t.Step(x, labels); }", "its buffers and workers are made anew each time.")]
    public async Task Says_what_this_optimizer_loses(string body, string part) => Assert.Contains(part, await UsageTest.MessageAsync(body), StringComparison.Ordinal);

    [Theory]
    // another network, rate or size in each round
    [InlineData("for (int i = 0; i < 9; i++) { var net = new Classes(i); using var t = net.CreateTrainer(new Adam(), 8); t.Step(x, labels); }")]
    [InlineData("foreach (double rate in new[] { 0.1, 0.01 }) { using var t = classes.CreateTrainer(new SGD(rate), 8); t.Step(x, labels); }")]
    [InlineData("for (int size = 8; size < 99; size *= 2) { using var t = classes.CreateTrainer(new Adam(), size); t.Step(x, labels); }")]
    [InlineData("double rate = 0.1; while (flag) { rate /= 2; using var t = classes.CreateTrainer(new SGD(rate), 8); t.Step(x, labels); }")]
    [InlineData("using var t = classes.CreateTrainer(new Adam(), 8); for (int i = 0; i < 9; i++) t.Step(x, labels);")]
    [InlineData("while (true) { using var t = classes.CreateTrainer(new Adam(), 8); t.Step(x, labels); break; }")]
    [InlineData("while (true) { try { using var t = classes.CreateTrainer(new Adam(), 8); t.Step(x, labels); break; } finally { } }")]
    // weights that are set back
    [InlineData("for (int i = 0; i < 9; i++) { array.CopyTo(classes.Parameters); using var t = classes.CreateTrainer(new Adam(), 8); t.Step(x, labels); }")]
    [InlineData("var weights = classes.Parameters; for (int i = 0; i < 9; i++) { using var t = classes.CreateTrainer(new Adam(), 8); t.Step(x, labels); array.CopyTo(weights); }")]
    // other rows, or also other rows
    [InlineData("classes.Fit(data); classes.Evaluate(more);")]
    [InlineData("classes.Fit(data); classes.Evaluate(data); classes.Evaluate(more);")]
    [InlineData("classes.Fit(data, more); classes.Evaluate(data);")]
    [InlineData("classes.Fit(data); data = more; classes.Evaluate(data);")]
    [InlineData("classes.Fit(data); regression.Evaluate(data);")]
    [InlineData("var (train, test) = data.Split(0.8); classes.Fit(train); classes.Evaluate(test);")]
    [InlineData("var (test, train) = data.Split(0.2); classes.Fit(train); classes.Evaluate(test);")]
    // all rows there are
    [InlineData("var xor = Dataset.FromArrays([[0, 0], [0, 1], [1, 0], [1, 1]], new int[] { 0, 1, 1, 0 }); classes.Fit(xor); classes.Evaluate(xor);")]
    public Task Is_silent(string body) => UsageTest.VerifyAsync(body);

    private const string Fields = """
        private Dataset _data = Dataset.FromArrays(new float[8][], new int[8]);
        private Classes _classes;
        private readonly Classes _fixed = new(1);
        Program(Classes classes) => _classes = classes;

        """;

    /// <summary>Private fields that only an initialiser or a constructor assigns hold the same all their life.</summary>
    [Theory]
    [InlineData("void Run() { _classes.Fit(_data, {|ACT4005:_data|}); }", true)]
    [InlineData("void Run() { _classes.Fit(_data, _data); } void Load(Dataset other) => _data = other;", false)]
    [InlineData("void Run() { _classes.Fit(_data, _data); } void Load(Dataset other) => (_data, _) = (other, 1);", false)]
    [InlineData("void Run() { _classes.Fit(_data, _data); } static void Load(out Dataset d) => d = null!; void Load() => Load(out _data);", false)]
    [InlineData("void Run() { _classes.Fit(_data, _data); } class Inner { void Load(Program p, Dataset other) => p._data = other; }", false)]
    [InlineData("void Run() { _classes.Fit(_data, _data); } static Program Made(Dataset d) => new(null!) { _data = d };", false)]
    public Task Knows_fields_that_are_assigned_once(string member, bool isReported)
    {
        Assert.Equal(isReported, member.Contains("ACT4005"));
        return UsageTest.VerifyMembersAsync(Fields + member);
    }

    /// <summary>A method of the project that makes the trainer, called in a loop.</summary>
    [Theory]
    [InlineData("void Run(float[] x, int[] y) { for (int i = 0; i < 9; i++) {|ACT4005:Train(_fixed, x, y)|}; } static void Train(Classes net, float[] x, int[] y) { using var t = net.CreateTrainer(new Adam(), 8); t.Step(x, y); }", DiagnosticSeverity.Warning)]
    [InlineData("void Run(Classes net, float[] x, int[] y) { while (y.Length > 0) { using var t = {|ACT4005:Make(net, 0.1)|}; t.Step(x, y); } } static Trainer<Classes> Make(Classes net, double rate) => net.CreateTrainer(new Adam(rate), 8);", DiagnosticSeverity.Warning)]
    [InlineData("void Run(float[][] x, int[][] y) { for (int e = 0; e < 9; e++) {|ACT4005:Epoch(x, y)|}; } void Epoch(float[][] x, int[][] y) { using var t = _fixed.CreateTrainer(new Adam(), 8); for (int i = 0; i < x.Length; i++) t.Step(x[i], y[i]); }", DiagnosticSeverity.Info)]
    [InlineData("void Run(float[][] x, int[][] y) { for (int i = 0; i < x.Length; i++) {|ACT4005:Train(x[i], y[i])|}; } void Train(float[] x, int[] y) { using var t = _classes.CreateTrainer(new SGD(0.1) { Momentum = 0.9 }, 8); t.Step(x, y); }", DiagnosticSeverity.Warning)]
    [InlineData("static void Run(Learner net, float[] x, int[] y) { for (int i = 0; i < 9; i++) {|ACT4005:net.Learn(x, y)|}; }", DiagnosticSeverity.Warning)]
    public async Task Reports_a_method_that_makes_the_trainer(string members, DiagnosticSeverity severity)
    {
        Diagnostic found = Assert.Single(await UsageTest.VerifyMembersAsync(Fields + members));

        Assert.Equal(severity, found.Severity);
        Assert.Contains("CreateTrainer", found.AdditionalLocations.Single().SourceTree!.GetText().ToString(found.AdditionalLocations.Single().SourceSpan));
    }

    [Theory]
    // another network, rate or size in each round, or one that may be
    [InlineData("void Run(float[] x, int[] y) { for (int i = 0; i < 9; i++) Train(new Classes(i), x, y); } static void Train(Classes net, float[] x, int[] y) { using var t = net.CreateTrainer(new Adam(), 8); t.Step(x, y); }")]
    [InlineData("void Run(float[] x, int[] y) { for (int i = 1; i < 9; i++) Train(0.1 / i, x, y); } void Train(double rate, float[] x, int[] y) { using var t = _fixed.CreateTrainer(new Adam(rate), 8); t.Step(x, y); }")]
    [InlineData("void Run(float[] x, int[] y) { for (int i = 0; i < 9; i++) Train(_fixed, x, y); } static void Train(Classes net, float[] x, int[] y) { net = new Classes(1); using var t = net.CreateTrainer(new Adam(), 8); t.Step(x, y); }")]
    [InlineData("void Run(Classes net, float[] x, int[] y) { for (int i = 0; i < 9; i++) { Reset(net); Train(net, x, y); } } static void Reset(Classes net) { } static void Train(Classes net, float[] x, int[] y) { using var t = net.CreateTrainer(new Adam(), 8); t.Step(x, y); }")]
    [InlineData("private static void Run(Program[] ensemble, float[] x, int[] y) { foreach (Program one in ensemble) one.Train(x, y); } void Train(float[] x, int[] y) { using var t = _fixed.CreateTrainer(new Adam(), 8); t.Step(x, y); }")]
    [InlineData("static void Run(Learner[] nets, float[] x, int[] y) { for (int i = 0; i < 9; i++) nets[i].Learn(x, y); }")]
    [InlineData("void Run(float[] w, float[] x, int[] y) { for (int i = 0; i < 9; i++) Train(_fixed, w, x, y); } static void Train(Classes net, float[] w, float[] x, int[] y) { w.CopyTo(net.Parameters); using var t = net.CreateTrainer(new Adam(), 8); t.Step(x, y); }")]
    [InlineData("void Run(float[] w, float[] x, int[] y) { for (int i = 0; i < 9; i++) { Train(x, y); w.CopyTo(_fixed.Parameters); } } void Train(float[] x, int[] y) { using var t = _fixed.CreateTrainer(new Adam(), 8); t.Step(x, y); }")]
    // not in each call, not in each round, not in a loop
    [InlineData("void Run(float[] x, int[] y) { for (int i = 0; i < 9; i++) Train(i == 0, x, y); } void Train(bool isFirst, float[] x, int[] y) { if (!isFirst) return; using var t = _fixed.CreateTrainer(new Adam(), 8); t.Step(x, y); }")]
    [InlineData("void Run(float[] x, int[] y) { for (int i = 0; i < 9; i++) { if (i == 0) Train(x, y); } } void Train(float[] x, int[] y) { using var t = _fixed.CreateTrainer(new Adam(), 8); t.Step(x, y); }")]
    [InlineData("void Run(float[] x, int[] y) => Train(x, y); void Train(float[] x, int[] y) { using var t = _fixed.CreateTrainer(new Adam(), 8); for (int i = 0; i < 9; i++) t.Step(x, y); }")]
    [InlineData("private Trainer<Classes>? _trainer; void Run(float[] x, int[] y) { for (int i = 0; i < 9; i++) Train(x, y); } void Train(float[] x, int[] y) { _trainer ??= _fixed.CreateTrainer(new Adam(), 8); _trainer.Step(x, y); }")]
    // another method may run; steps that nobody takes
    [InlineData("void Run(float[] x, int[] y) { for (int i = 0; i < 9; i++) Train(x, y); } protected virtual void Train(float[] x, int[] y) { using var t = _fixed.CreateTrainer(new Adam(), 8); t.Step(x, y); }")]
    [InlineData("void Run() { for (int i = 0; i < 9; i++) Warm(); } void Warm() { using var t = _fixed.CreateTrainer(new Adam(), 8); }")]
    public Task Is_silent_where_the_method_may_be_right(string members) => UsageTest.VerifyMembersAsync(Fields + members);

    [Theory]
    [InlineData("for (int e = 0; e < 9; e++) {|ACT4005:classes.Fit(data, options: new FitOptions { Epochs = 1 })|};", "Fit trains one epoch in every round: the optimizer's averages and step count start over each time, and rows and dropout come in the same order. Call it once with Epochs = n: progress hears of each.")]
    [InlineData("var o = new FitOptions { Epochs = 1, Optimizer = new SGD(0.1) }; for (int e = 0; e < 9; e++) { {|ACT4005:classes.Fit(data, options: o)|}; if (classes.Evaluate(more).Loss < 0.1) break; }", "every round: rows and dropout come in the same order. Call")]
    [InlineData("for (int e = 0; e < 9; e++) {|ACT4005:classes.Fit(data, options: new FitOptions { Epochs = 1, Seed = e })|};", "start over each time. Call")]
    public async Task Reports_fit_by_single_epochs(string body, string part)
    {
        Diagnostic found = Assert.Single(await UsageTest.VerifyAsync(body));

        Assert.Equal(DiagnosticSeverity.Info, found.Severity);
        Assert.Contains(part, found.GetMessage());
    }

    [Theory]
    [InlineData("for (int e = 0; e < 9; e++) classes.Fit(data, options: new FitOptions { Epochs = 5 });")]
    [InlineData("classes.Fit(data, options: new FitOptions { Epochs = 1 });")]
    [InlineData("for (int e = 0; e < 9; e++) { var net = new Classes(e); net.Fit(data, options: new FitOptions { Epochs = 1 }); }")]
    [InlineData("for (int e = 1; e < 9; e++) classes.Fit(data, options: new FitOptions { Epochs = 1, Optimizer = new Adam(0.1 / e) });")]
    [InlineData("var o = new FitOptions { Epochs = 1 }; o = o with { Epochs = 9 }; for (int e = 0; e < 9; e++) classes.Fit(data, options: o);")]
    // other rows in each round, weights that are set back, a round that is the last one
    [InlineData("foreach (Dataset task in new[] { data, more }) classes.Fit(task, options: new FitOptions { Epochs = 1 });")]
    [InlineData("for (int e = 0; e < 9; e++) { var (part, _) = data.Split(0.5, seed: e); classes.Fit(part, options: new FitOptions { Epochs = 1 }); }")]
    [InlineData("for (int e = 0; e < 9; e++) { array.CopyTo(classes.Parameters); classes.Fit(data, options: new FitOptions { Epochs = 1 }); }")]
    [InlineData("while (true) { try { classes.Fit(data, options: new FitOptions { Epochs = 1 }); break; } catch (System.IO.IOException) { } }")]
    [InlineData("for (int e = 0; e < 9; e++) classes.Fit(data, options: new FitOptions { Epochs = 1, Optimizer = new SGD(0.1), Seed = e });")]
    public Task Other_fits_in_loops_are_silent(string body) => UsageTest.VerifyAsync(body);

    [Fact]
    public Task Can_be_suppressed() => UsageTest.VerifyAsync("""
        #pragma warning disable ACT4005
        classes.Fit(data, data);
        """);
}
