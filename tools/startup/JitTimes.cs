using System.Collections.Concurrent;
using System.Diagnostics.Tracing;

namespace ActGen.Startup;

/// <summary>What the JIT takes for each method, from the runtime's events.</summary>
internal sealed class JitTimes : EventListener
{
    private const EventKeywords Jit = (EventKeywords)0x10;

    private readonly ConcurrentDictionary<ulong, DateTime> _begun = new();
    private readonly ConcurrentQueue<(string Method, double Milliseconds)> _methods = new();

    /// <summary>Of the methods of this library, of its kernels, and of the code generated for the network, the longest first.</summary>
    public IEnumerable<(string Method, double Milliseconds)> OfLibrary => _methods.Where(method => IsOfLibrary(method.Method)).OrderByDescending(method => method.Milliseconds);

    // The generated code lies in a type that is local to its file, whose name begins with the file's.
    private static bool IsOfLibrary(string method) =>
        method.Contains(nameof(SmallNetwork), StringComparison.Ordinal)
        || (method.Contains("ActGen.", StringComparison.Ordinal) && !method.StartsWith(typeof(JitTimes).Namespace!, StringComparison.Ordinal));

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "Microsoft-Windows-DotNETRuntime")
            EnableEvents(eventSource, EventLevel.Verbose, Jit);
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.Payload is not [ulong method, ..])
            return;
        if (eventData.EventName!.StartsWith("MethodJittingStarted", StringComparison.Ordinal))
            _begun[method] = eventData.TimeStamp;
        else if (eventData.EventName.StartsWith("MethodLoadVerbose", StringComparison.Ordinal) && _begun.TryRemove(method, out DateTime begin))
            _methods.Enqueue(($"{eventData.Payload[6]}.{eventData.Payload[7]}", (eventData.TimeStamp - begin).TotalMilliseconds));
    }
}
