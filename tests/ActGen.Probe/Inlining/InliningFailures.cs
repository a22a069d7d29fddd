using System.Collections.Concurrent;
using System.Diagnostics.Tracing;
using ActGen.CompilerServices;

namespace ActGen.Probe;

/// <summary>What the JIT leaves as calls in a kernel because one method has enough inlined into it: then every operation of the kernel costs a call, and its vectors go through memory.</summary>
internal sealed class InliningFailures : EventListener
{
    private const EventKeywords JitTracing = (EventKeywords)0x1000;

    // Reasons of the JIT (inline.def): its budget of time, its limit of 512 locals.
    private static readonly string[] Limits = ["inline exceeds budget", "too many locals"];

    private const string Operations = "ActGen.CompilerServices.Simd";

    private readonly ManualResetEventSlim _isToldOfLast = new();
    private readonly ConcurrentQueue<(DateTime Time, string Method)> _failures = new();

    /// <summary>One line for each kernel and method that has such calls.</summary>
    /// <param name="kernels">Runs kernels, and tells the name of each before.</param>
    public IEnumerable<string> Of(Action<Action<string>> kernels)
    {
        List<(DateTime Time, string Kernel)> begun = [(DateTime.MinValue, "start")];
        kernels(kernel => begun.Add((DateTime.UtcNow, kernel)));
        // The runtime tells what it did in parcels, in order of time: all is told when a kernel is that nobody has called before. Were nothing told, nothing could fail.
        Functions.ApplyAtan([1], new float[1]);
        if (!_isToldOfLast.Wait(TimeSpan.FromMinutes(1)))
            throw new InvalidOperationException("The runtime tells nothing of what it inlines.");
        return _failures.Select(failure => $"{begun.Last(kernel => kernel.Time <= failure.Time).Kernel}: {failure.Method}").Distinct().Order(StringComparer.Ordinal);
    }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "Microsoft-Windows-DotNETRuntime")
            EnableEvents(eventSource, EventLevel.Verbose, JitTracing);
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (!eventData.EventName!.StartsWith("MethodJitInliningFailed", StringComparison.Ordinal))
            return;
        string Field(string name) => (string)eventData.Payload![eventData.PayloadNames!.IndexOf(name)]!;
        if (Field("MethodBeingCompiledNamespace").Contains($"+{nameof(VectorFunctions.Atan)}", StringComparison.Ordinal))
            _isToldOfLast.Set();
        // A kernel may call another; operations of vectors are what must not be called.
        if (Limits.Contains(Field("FailReason")) && Field("InlineeNamespace") is { } type && type.StartsWith(Operations, StringComparison.Ordinal) && !type.StartsWith($"{Operations}Scalar", StringComparison.Ordinal))
            _failures.Enqueue((eventData.TimeStamp, $"{Field("MethodBeingCompiledNamespace")}.{Field("MethodBeingCompiledName")}"));
    }
}
