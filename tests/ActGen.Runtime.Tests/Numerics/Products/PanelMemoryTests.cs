using ActGen.CompilerServices;
using ActGen.Runtime.Tests.Layers;

namespace ActGen.Runtime.Tests.Numerics.Products;

[Collection(nameof(Widths))]
public sealed class PanelMemoryTests
{
    private const int Quarter = 256 * 1024;

    [Fact]
    public void It_grows_with_what_is_asked_for_and_is_kept() => OnThreadOfItsOwn(() =>
    {
        Assert.InRange(Allocated(1000), Quarter, Quarter + 1024);
        Assert.Equal(0, Allocated(500));
        Assert.Equal(0, Allocated(Quarter / sizeof(float)));
        Assert.InRange(Allocated((Quarter / sizeof(float)) + 1), 2 * Quarter, (2 * Quarter) + 1024);
        Assert.Equal(0, Allocated(1));

        static long Allocated(int elements)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            Span<float> memory = PanelMemory.OfThread<float>(elements);
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.Equal(elements, memory.Length);
            unsafe
            {
                fixed (float* first = memory)
                    Assert.Equal(0, (nint)first % 64);
            }
            return allocated;
        }
    });

    /// <summary>What docs/architecture.md says of products: forward, the largest blocks that there are, and a weight gradient, whose rows of x are copied too.</summary>
    [Fact]
    public void Large_products_pack_into_less_than_a_megabyte_that_their_thread_keeps()
    {
        const int Rows = 47, Inputs = 1300, Outputs = 1100;
        float[] x = Numbers.Mixed(256 * Inputs, seed: 1), w = Numbers.Mixed(Inputs * Outputs, seed: 2), bias = new float[Outputs], y = new float[256 * Outputs], dw = new float[w.Length], db = new float[Outputs];
        Forward();
        Backward();
        OnThreadOfItsOwn(() =>
        {
            Assert.InRange(Allocated(Forward), 1, 1024 * 1024);
            Assert.InRange(Allocated(Backward), 0, 1024 * 1024);
            Assert.Equal(0, Allocated(Forward));
            Assert.Equal(0, Allocated(Backward));
        });
        OnThreadOfItsOwn(() => Assert.InRange(Allocated(Backward), 1, 1024 * 1024));

        void Forward() => Dense<float>.Forward<TestIdentity>(new Work(Rows), x.AsSpan(0, Rows * Inputs), w, bias, y.AsSpan(0, Rows * Outputs));

        void Backward() => Dense<float>.Backward<TestIdentity>(new Work(256), x, w, y, dw, db, default, default);

        static long Allocated(Action action)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            action();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    /// <summary>What a thread keeps can be counted once only: where a collection in between counted the unused rest of its allocation buffer, as <see cref="Proofs.Programs.AllocationMeter"/> says, another thread counts again, five at most.</summary>
    private static void OnThreadOfItsOwn(Action action)
    {
        Exception? failure = null;
        for (int count = 0; count == 0 || (failure is not null && count < 5); count++)
        {
            Thread thread = new(() => failure = Record.Exception(action));
            thread.Start();
            thread.Join();
        }
        Assert.Null(failure);
    }
}
