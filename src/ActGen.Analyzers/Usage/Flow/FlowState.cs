using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ActGen.Analyzers.Usage.Flow;

/// <summary>What is known at one point of a method. Whatever is not listed is unknown; unknown never reports.</summary>
/// <param name="Names">What a variable (or a compiler's temporary) refers to, where it is not memory of its own.</param>
/// <param name="Contents">What the buffers hold.</param>
/// <param name="Escaped">Buffers created here that others can reach by now.</param>
/// <param name="Intact">Calls whose source still holds what they were given, with that source.</param>
internal sealed record FlowState(
    ImmutableDictionary<object, Value> Names,
    ImmutableDictionary<Buffer, Content> Contents,
    ImmutableHashSet<Buffer> Escaped,
    ImmutableDictionary<IInvocationOperation, Buffer> Intact)
{
    /// <summary>Nothing is known: the beginning of a method, of a handler, of a finally.</summary>
    public static FlowState Unknown { get; } = new(
        ImmutableDictionary<object, Value>.Empty,
        ImmutableDictionary<Buffer, Content>.Empty,
        [],
        ImmutableDictionary<IInvocationOperation, Buffer>.Empty);

    /// <summary>What a variable refers to; memory of its own where nothing else is known.</summary>
    public Value ValueOf(object name) => Names.TryGetValue(name, out Value? value) ? value : Value.Of(OwnMemory(name));

    /// <summary>The variable has another value now.</summary>
    public FlowState Bind(object name, Value value)
    {
        if (value != Value.Unknown)
            return this with { Names = Names.SetItem(name, value) };
        return OwnMemory(name) is null
            ? this with { Names = Names.Remove(name) }
            : Forget(buffer => buffer == Buffer.Elsewhere(name)) with { Names = Names.SetItem(name, Value.Of(Buffer.Elsewhere(name))) };
    }

    public Content? ContentOf(Buffer buffer) => Contents.TryGetValue(buffer, out Content? content) ? content : null;

    public FlowState With(Buffer buffer, Content? content) => this with
    {
        Contents = content is { } known ? Contents.SetItem(buffer, known) : Contents.Remove(buffer),
    };

    /// <summary>Somebody wrote into the buffer, or into whatever a shared one may overlap.</summary>
    public FlowState Written(Buffer buffer) =>
        buffer.Origin == BufferOrigin.Shared || Escaped.Contains(buffer) ? Forget(other => other == buffer || IsShared(other)) : Forget(other => other == buffer);

    /// <summary>Code that is not looked at ran.</summary>
    public FlowState AfterUnknownCode() => Forget(IsShared).ForgetFields();

    /// <summary>The method waited: callers ran too, who have what was passed as arguments.</summary>
    public FlowState AfterWaiting() => Forget(buffer => buffer.Origin != BufferOrigin.Created || IsShared(buffer)).ForgetFields();

    /// <summary>From here on unknown code can reach the buffer.</summary>
    public FlowState Escape(Buffer buffer)
    {
        FlowState written = Written(buffer);
        return buffer.Origin == BufferOrigin.Shared ? written : written with { Escaped = Escaped.Add(buffer) };
    }

    /// <summary>What holds whichever way control came.</summary>
    public FlowState Join(FlowState other)
    {
        var escaped = Escaped.Union(other.Escaped).ToBuilder();
        var names = Names.ToBuilder();
        var lost = new List<Buffer>();
        foreach (object name in Names.Keys.Union(other.Names.Keys))
        {
            Value left = ValueOf(name), right = other.ValueOf(name);
            var joined = Value.Join(left, right);
            if (left.Memory != right.Memory)
            {
                // Two buffers under one name: from now on a write through the name may reach either.
                escaped.UnionWith(((Buffer?[])[left.Memory, right.Memory]).OfType<Buffer>().Where(buffer => buffer.Origin != BufferOrigin.Shared));
                if (OwnMemory(name) is not null)
                {
                    joined = joined with { Memory = Buffer.Elsewhere(name) };
                    lost.Add(Buffer.Elsewhere(name));
                }
            }
            if (joined == Value.Unknown)
                names.Remove(name);
            else
                names[name] = joined;
        }
        var contents = ImmutableDictionary.CreateBuilder<Buffer, Content>();
        foreach (KeyValuePair<Buffer, Content> known in Contents)
        {
            if (!lost.Contains(known.Key) && Content.Join(known.Value, other.ContentOf(known.Key)) is { } content)
                contents.Add(known.Key, content);
        }
        return new FlowState(
            names.ToImmutable(),
            contents.ToImmutable(),
            escaped.ToImmutable(),
            Intact.Where(call => other.Intact.TryGetValue(call.Key, out Buffer source) && source == call.Value && !lost.Contains(source)).ToImmutableDictionary());
    }

    public bool IsSameAs(FlowState other) =>
        IsSame(Names, other.Names) && IsSame(Contents, other.Contents) && Escaped.SetEquals(other.Escaped) && IsSame(Intact, other.Intact);

    private static Buffer? OwnMemory(object name) => name switch
    {
        IParameterSymbol parameter when parameter.Type.IsReference() => new(name, BufferOrigin.Parameter),
        ILocalSymbol local when local.Type.IsReference() => new(name, BufferOrigin.Shared),
        IFieldSymbol field when field.Type.IsReference() => new(name, BufferOrigin.Shared),
        _ => null,
    };

    /// <summary>Fields may have been assigned.</summary>
    private FlowState ForgetFields() => this with { Names = Names.RemoveRange(Names.Keys.Where(name => name is IFieldSymbol { IsReadOnly: false })) };

    private bool IsShared(Buffer buffer) => buffer.Origin == BufferOrigin.Shared || Escaped.Contains(buffer);

    private FlowState Forget(Func<Buffer, bool> written) => this with
    {
        Contents = Contents.RemoveRange(Contents.Keys.Where(written)),
        Intact = Intact.RemoveRange(Intact.Where(call => written(call.Value)).Select(call => call.Key)),
    };

    private static bool IsSame<TKey, TValue>(ImmutableDictionary<TKey, TValue> left, ImmutableDictionary<TKey, TValue> right)
        where TKey : notnull =>
        left.Count == right.Count && left.All(item => right.TryGetValue(item.Key, out TValue? value) && item.Value!.Equals(value));
}
