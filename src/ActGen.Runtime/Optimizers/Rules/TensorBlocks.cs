using ActGen.CompilerServices;

namespace ActGen;

/// <summary>The tensors of a network cut into blocks, for rules that need the norm of a whole tensor. Workers own blocks; sums over a
/// tensor are those of a large flat sum (rule 5 of the canonical orders) that starts at its first element.</summary>
internal sealed class TensorBlocks
{
    private readonly Block[] _blocks;
    private readonly int[] _firstBlocks;

    public TensorBlocks(IReadOnlyList<ParameterInfo> tensors)
    {
        var blocks = new List<Block>();
        _firstBlocks = new int[tensors.Count + 1];
        for (int tensor = 0; tensor < tensors.Count; tensor++)
        {
            _firstBlocks[tensor] = blocks.Count;
            int offset = tensors[tensor].Offset, end = offset + tensors[tensor].Length;
            for (int start = offset; start < end; start += GradientNorm.BlockLength)
                blocks.Add(new(tensor, start, Math.Min(start + GradientNorm.BlockLength, end), Length + start - offset));
            Length += tensors[tensor].Length;
        }
        _firstBlocks[^1] = blocks.Count;
        _blocks = [.. blocks];
    }

    public int Count => _blocks.Length;

    /// <summary>Elements of all tensors.</summary>
    public int Length { get; }

    public Block this[int index] => _blocks[index];

    /// <summary>Where a tensor lies when only these tensors do, one after the other.</summary>
    public int KeptStart(int tensor) => _blocks[_firstBlocks[tensor]].Kept;

    /// <summary>The norm of a tensor from the sums of squares of all blocks.</summary>
    public double Norm(int tensor, ReadOnlySpan<double> sums) => GradientNorm.OfBlocks(sums[_firstBlocks[tensor].._firstBlocks[tensor + 1]]);

    /// <summary>Neighbouring elements of one tensor.</summary>
    /// <param name="Tensor">Index of the tensor.</param>
    /// <param name="Start">First element in the flat buffer.</param>
    /// <param name="End">Element after the last.</param>
    /// <param name="Kept">First element where only these tensors lie, one after the other.</param>
    public readonly record struct Block(int Tensor, int Start, int End, int Kept)
    {
        public Range Elements => Start..End;

        public Range KeptElements => Kept..(Kept + End - Start);
    }
}
