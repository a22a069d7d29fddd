using ActGen.Frontend.Collections;

namespace ActGen.Analyzers.Usage.Flow;

/// <summary>What is known about the value of an expression.</summary>
internal sealed record Value
{
    public static Value Unknown { get; } = new();

    /// <summary>The memory that an array, span or memory refers to, or the data set that is meant.</summary>
    public Buffer? Memory { get; init; }

    /// <summary>Elements of that memory that are seen.</summary>
    public int? Length { get; init; }

    /// <summary>Whether there may be more in that memory than is seen.</summary>
    public bool IsPart { get; init; }

    /// <summary>What a number is.</summary>
    public Content? Number { get; init; }

    /// <summary>The constant, where it is one.</summary>
    public object? Constant { get; init; }

    /// <summary>The parts of a tuple.</summary>
    public EquatableArray<Value> Parts { get; init; }

    public static Value Of(Buffer? memory, int? length = null) => memory is null ? Unknown : new() { Memory = memory, Length = length };

    /// <summary>A view of what is seen already.</summary>
    /// <param name="length">Elements of the view, where they are known.</param>
    /// <param name="isWhole">Whether nothing is left out.</param>
    public Value View(int? length, bool isWhole) =>
        Memory is null ? Unknown : new() { Memory = Memory, Length = length >= 0 ? length : null, IsPart = IsPart || !(isWhole || (length is not null && length == Length)) };

    /// <summary>Whether it refers to a buffer, itself or in one of its parts.</summary>
    public bool RefersTo(Buffer buffer) => Memory == buffer || Parts.Items.Any(part => part.RefersTo(buffer));

    public static Value Of(Content? number) => number is null ? Unknown : new() { Number = number };

    /// <summary>What holds of both; the memory only where it is the same.</summary>
    public static Value Join(Value left, Value right) => left == right ? left : new()
    {
        Memory = left.Memory == right.Memory ? left.Memory : null,
        Length = left.Length == right.Length ? left.Length : null,
        IsPart = left.IsPart || right.IsPart,
        Number = Content.Join(left.Number, right.Number),
        Constant = Equals(left.Constant, right.Constant) ? left.Constant : null,
        Parts = left.Parts.Count == right.Parts.Count ? left.Parts.Zip(right.Parts, Join).ToEquatableArray() : [],
    };
}
