using System.Collections.Immutable;
using ActGen.Analyzers.Findings;

namespace ActGen.Analyzers.Tests.Findings;

public class StackFixTests
{
    [Fact]
    public void Fixes_survive_as_properties_of_a_diagnostic()
    {
        ImmutableArray<StackFix> fixes =
        [
            new("Use ReLU", StackEdit.Replace("ReLU")),
            new("Use ELU and drop the bias", StackEdit.InsertAfter("ELU", "0.5", place: 2), StackEdit.SetArgument("Bias", "false"), StackEdit.Remove(1), StackEdit.RemoveArgument("Init")),
        ];

        StackFix[] read = [.. StackFix.Read(StackFix.Write(fixes))];

        Assert.Equal(fixes.Select(fix => fix.Title), read.Select(fix => fix.Title));
        Assert.Equal(fixes.Select(fix => fix.Edits), read.Select(fix => fix.Edits));
    }
}
