using ActGen.Analyzers.Usage.Flow;
using ActGen.Analyzers.Usage.Model;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Usage;

/// <summary>A judgement about how code uses the library. What is unknown is never reported.</summary>
internal abstract class UsageRule
{
    /// <summary>Id, title, message, usual severity, page.</summary>
    public abstract DiagnosticDescriptor Descriptor { get; }

    /// <summary>Whether it is about activations and losses by hand, which the option <c>actgen.inference_methods</c> permits in the methods that it names.</summary>
    public virtual bool IsAboutHandwork => false;

    /// <summary>Judges an operation by itself, without the flow of the method.</summary>
    public virtual IEnumerable<Diagnostic> Look(IOperation operation, UsageModel model) => [];

    /// <summary>Judges one operation by what is known about its values.</summary>
    public virtual IEnumerable<Diagnostic> Find(Seen seen, UsageModel model) => [];

    /// <summary>Judges all operations of a method together.</summary>
    public virtual IEnumerable<Diagnostic> FindAll(IReadOnlyList<Seen> method, UsageModel model) => [];
}
