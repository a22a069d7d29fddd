using ActGen.Testing;

namespace ActGen.CodeFixes.Tests.Declarations;

public class LossDoesNotFitFixTests
{
    [Fact]
    public Task One_class_becomes_one_logit() => new CodeFixTest
    {
        Id = "ACT0008",
        TestCode = "[Network(4)]\n[Dense(1)]\n[CrossEntropyLoss(LabelSmoothing = 0.1)]\npartial class Net;",
        FixedCode = "[Network(4)]\n[Dense(1)]\n[BCEWithLogitsLoss]\npartial class Net;",
    }.RunAsync();

    [Fact]
    public Task Log_likelihood_has_no_such_partner()
    {
        const string Code = "[Network(4)] [Dense(1), LogSoftmax] [NLLLoss] partial class Net;";
        return new CodeFixTest { Id = "ACT0008", TestCode = Code, FixedCode = Code }.RunAsync();
    }
}
