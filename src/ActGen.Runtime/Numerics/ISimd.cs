namespace ActGen.CompilerServices;

/// <summary>A vector of floating-point lanes, as generated kernels see it: arithmetic that is the same
/// correctly rounded operation at every width, so that every width gives the same bits.</summary>
/// <remarks>Nothing here is an estimate, and nothing calls the platform's transcendental functions. The element
/// type is hidden: one formula serves float and double.</remarks>
/// <typeparam name="TSelf">The implementing vector.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ISimd<TSelf>
    where TSelf : unmanaged, ISimd<TSelf>
{
    /// <summary>Number of lanes; a constant for the JIT.</summary>
    static abstract int Count { get; }

    /// <summary>Whether a lane is a float (otherwise a double); a constant for the JIT.</summary>
    static abstract bool IsSingle { get; }

    /// <summary>Every lane +0.</summary>
    static abstract TSelf Zero { get; }

    /// <summary>Every lane <paramref name="value"/>, rounded once to the element type.</summary>
    /// <param name="value">The constant.</param>
    static abstract TSelf Constant(double value);

    /// <summary>a + b, correctly rounded.</summary>
    static abstract TSelf operator +(TSelf left, TSelf right);

    /// <summary>a − b, correctly rounded.</summary>
    static abstract TSelf operator -(TSelf left, TSelf right);

    /// <summary>a · b, correctly rounded.</summary>
    static abstract TSelf operator *(TSelf left, TSelf right);

    /// <summary>a / b, correctly rounded.</summary>
    static abstract TSelf operator /(TSelf left, TSelf right);

    /// <summary>−a: the sign bit flipped.</summary>
    static abstract TSelf operator -(TSelf value);

    /// <summary>a · b + c with one rounding, also where the machine has no fused multiply-add.</summary>
    static abstract TSelf MultiplyAdd(TSelf left, TSelf right, TSelf addend);

    /// <summary>a · b − c with one rounding.</summary>
    /// <remarks>The JIT makes a sign within a multiply-add an operation of its own.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf MultiplySubtract(TSelf left, TSelf right, TSelf subtrahend) => TSelf.MultiplyAdd(left, right, -subtrahend);

    /// <summary>c − a · b with one rounding.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf NegatedMultiplyAdd(TSelf left, TSelf right, TSelf addend) => TSelf.MultiplyAdd(-left, right, addend);

    /// <summary>√a, correctly rounded.</summary>
    static abstract TSelf Sqrt(TSelf value);

    /// <summary>1/a, correctly rounded, of a = +0, from 2⁻¹²⁶ to 2¹²⁶, or +∞; NaN of NaN. Of others it may differ between machines.</summary>
    /// <remarks>Without the divider where that is slow.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf Reciprocal(TSelf value) => TSelf.Constant(1) / value;

    /// <summary>+0 where |a| is below the smallest normal number; NaN stays.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf NormalOrZero(TSelf value) =>
        TSelf.Select(TSelf.GreaterThan(TSelf.Constant(TSelf.IsSingle ? Powers.SmallestFloat : Powers.SmallestDouble), TSelf.Abs(value)), TSelf.Zero, value);

    /// <summary>|a|: the sign bit cleared.</summary>
    static abstract TSelf Abs(TSelf value);

    /// <summary>The smaller one; NaN if either is NaN; −0 is below +0.</summary>
    static abstract TSelf Min(TSelf left, TSelf right);

    /// <summary>The larger one; NaN if either is NaN; +0 is above −0.</summary>
    static abstract TSelf Max(TSelf left, TSelf right);

    /// <summary>The smaller one of a value and a bound that is not NaN; NaN if the value is. Where both are zero, either of them.</summary>
    /// <remarks>One instruction where <see cref="Min"/>, with its rule for zeros, takes four on x64.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf AtMost(TSelf value, TSelf bound) => TSelf.Min(value, bound);

    /// <summary>The larger one of a value and a bound that is not NaN; NaN if the value is. Where both are zero, either of them; the value where the bound is −0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf AtLeast(TSelf value, TSelf bound) => TSelf.Max(value, bound);

    /// <summary>The larger one of a value and +0; NaN if the value is. The addition turns −0, which the bound may leave, into +0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf AtLeastZero(TSelf value) => TSelf.AtLeast(value, TSelf.Zero) + TSelf.Zero;

    /// <summary>Nearest integer, ties to even.</summary>
    static abstract TSelf Round(TSelf value);

    /// <summary>The magnitude of the first with the sign bit of the second.</summary>
    static abstract TSelf CopySign(TSelf magnitude, TSelf sign);

    /// <summary>Lane mask a &gt; b (all bits set where true; false for NaN).</summary>
    static abstract TSelf GreaterThan(TSelf left, TSelf right);

    /// <summary>Lane mask a ≥ b (false for NaN).</summary>
    static abstract TSelf GreaterThanOrEqual(TSelf left, TSelf right);

    /// <summary>Lane mask a = b (false for NaN; −0 equals +0).</summary>
    static abstract TSelf AreEqual(TSelf left, TSelf right);

    /// <summary>Lane mask: the lane is NaN.</summary>
    static abstract TSelf IsNaN(TSelf value);

    /// <summary>Bitwise and of two masks.</summary>
    static abstract TSelf And(TSelf left, TSelf right);

    /// <summary>Bitwise or of two masks.</summary>
    static abstract TSelf Or(TSelf left, TSelf right);

    /// <summary>Where the mask's lane is set the second, elsewhere the third.</summary>
    static abstract TSelf Select(TSelf mask, TSelf whenTrue, TSelf whenFalse);

    /// <summary>An entry of a table per lane, chosen by the two low exponent bits and the three high mantissa bits of a float: eight intervals to each of
    /// four binades. Exact, so that tables give the same bits at every width. Float lanes only.</summary>
    /// <param name="key">What chooses the entry; any entry for NaN.</param>
    /// <param name="table">32 entries in constant data: they must not move in memory.</param>
    static abstract TSelf Lookup(TSelf key, ReadOnlySpan<float> table);

    /// <summary>Whether any lane of a mask is set.</summary>
    static abstract bool Any(TSelf mask);

    /// <summary>a · 2ⁿ with one rounding, denormal results and overflow included.</summary>
    /// <param name="value">The factor.</param>
    /// <param name="exponent">n: an integer-valued lane of magnitude at most 252 (float) or 2,044 (double).</param>
    static abstract TSelf ScaleByPowerOfTwo(TSelf value, TSelf exponent);

    /// <summary>floor(log₂|a|) of a normal, finite, non-zero lane, as a floating-point integer.</summary>
    static abstract TSelf Exponent(TSelf value);
}

/// <summary>A vector of known element type: what loops load and store.</summary>
/// <typeparam name="TSelf">The implementing vector.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ISimd<TSelf, T> : ISimd<TSelf>
    where TSelf : unmanaged, ISimd<TSelf, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Whether this machine runs the width in hardware; a constant for the JIT.</summary>
    static abstract bool IsSupported { get; }

    /// <summary>Every lane <paramref name="value"/>.</summary>
    static abstract TSelf Broadcast(T value);

    /// <summary>The <see cref="ISimd{TSelf}.Count"/> elements from <paramref name="source"/> + <paramref name="index"/>; no alignment needed.</summary>
    static abstract TSelf Load(ref readonly T source, nuint index);

    /// <summary>Whether <see cref="BroadcastLane"/> is one permutation of a register, which leaves the load ports to others; a constant for the JIT.</summary>
    static virtual bool HasLaneBroadcast => false;

    /// <summary>Every lane the one of <paramref name="value"/> at <paramref name="lane"/>.</summary>
    /// <param name="value">The lanes.</param>
    /// <param name="lane">0 to <see cref="ISimd{TSelf}.Count"/> − 1.</param>
    /// <exception cref="NotSupportedException">Where <see cref="HasLaneBroadcast"/> is false.</exception>
    static virtual TSelf BroadcastLane(TSelf value, int lane) => throw new NotSupportedException("This vector has no permutation by a variable index.");

    /// <summary>The element at <paramref name="factor"/> · the elements from <paramref name="source"/> on + addend with one rounding.</summary>
    /// <remarks>What a chain of a product does in each step, as one call: kernels that have it at many places are compiled in less time.</remarks>
    /// <param name="factor">The element that multiplies all.</param>
    /// <param name="source"><see cref="ISimd{TSelf}.Count"/> elements; no alignment needed.</param>
    /// <param name="addend">The sum so far.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual unsafe TSelf MultiplyAdd(T* factor, T* source, TSelf addend) => TSelf.MultiplyAdd(TSelf.Broadcast(*factor), TSelf.Load(in *source, 0), addend);

    /// <summary>Adds the element at <paramref name="factor"/> · right to a sum, with one rounding: one instruction, which reads its memory itself and leaves the sum where it is.</summary>
    /// <remarks>The JIT does not fold a <see cref="Broadcast"/> that was made before into the multiply-add, and moves a result to the sum's place again.</remarks>
    /// <param name="factor">The element that multiplies all.</param>
    /// <param name="right">The other factor.</param>
    /// <param name="sum">The sum.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual unsafe void Accumulate(T* factor, TSelf right, ref TSelf sum) => sum = TSelf.MultiplyAdd(TSelf.Broadcast(*factor), right, sum);

    /// <summary>Adds left · right to a sum, with one rounding.</summary>
    /// <remarks>Stored where it was, so that the JIT keeps the sum in its register: a result that is returned goes through a register of its own wherever a factor is not needed any more.</remarks>
    /// <param name="left">A factor.</param>
    /// <param name="right">The other factor.</param>
    /// <param name="sum">The sum.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual void Accumulate(TSelf left, TSelf right, ref TSelf sum) => sum = TSelf.MultiplyAdd(left, right, sum);

    /// <summary>Adds left · the elements from <paramref name="source"/> on to a sum, with one rounding: one instruction, which reads its memory itself and leaves the sum where it is.</summary>
    /// <remarks>The JIT does not fold a <see cref="Load"/> that was made before into the multiply-add.</remarks>
    /// <param name="left">The factor.</param>
    /// <param name="source"><see cref="ISimd{TSelf}.Count"/> elements; no alignment needed.</param>
    /// <param name="sum">The sum.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual unsafe void Accumulate(TSelf left, T* source, ref TSelf sum) => sum = TSelf.MultiplyAdd(left, TSelf.Load(in *source, 0), sum);

    /// <summary>Writes the lanes to <paramref name="destination"/> + <paramref name="index"/>; no alignment needed.</summary>
    static abstract void Store(TSelf value, ref T destination, nuint index);

    /// <summary>The first <paramref name="count"/> lanes from memory, the others from <paramref name="padding"/>: the end of a row. Nothing behind it is read.</summary>
    /// <param name="source">The elements, in memory that does not move.</param>
    /// <param name="count">0 to <see cref="ISimd{TSelf}.Count"/>.</param>
    /// <param name="padding">The other lanes.</param>
    static abstract unsafe TSelf LoadPart(T* source, int count, TSelf padding);

    /// <summary>Writes the first <paramref name="count"/> lanes, and nothing behind them.</summary>
    /// <param name="value">The lanes.</param>
    /// <param name="destination">Memory that does not move.</param>
    /// <param name="count">0 to <see cref="ISimd{TSelf}.Count"/>.</param>
    static abstract unsafe void StorePart(TSelf value, T* destination, int count);

    /// <summary>The sum of all lanes: lane[j] += lane[j + s] for s = half the lanes, a quarter, …, 1 (rule 4 of the canonical orders).</summary>
    static abstract T SumOfLanes(TSelf value);

    /// <summary>The largest lane; either of two zeros, and any lane where one is NaN.</summary>
    static abstract T LargestLane(TSelf value);
}
