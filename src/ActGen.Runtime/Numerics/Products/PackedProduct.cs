namespace ActGen.CompilerServices;

/// <summary>C = A·B where the rows of B are far apart: some hundred steps at once, the columns of a tile copied into a panel by the first rows that use them.</summary>
/// <remarks>Where the rows of B are pages apart, the columns of a tile share so few sets of the caches that they stay in none of them, and no prefetch goes from one page to the next. In a panel the steps
/// follow each other in memory. It is written while the first rows are multiplied straight from B, which hides nearly all that copying costs, and it stays in the near caches, as it has few steps: between them the
/// chains wait in C. A is read as it lies.</remarks>
internal static unsafe class PackedProduct<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    // Steps at once, and what the rest may be instead of being little.
    private const int Steps = 512, MostSteps = Steps * 3 / 2, MostVectors = 3, CacheLine = 64;

    // Rows of A that stay in the second-level cache, with the steps that are multiplied at once, while panel after panel goes by.
    private const int RowBytes = 512 * 1024;

    // B that does not stay near whatever its strides are, and rows of it that are far apart.
    private const int NearBytes = 512 * 1024, FarBytes = 1024;

    private static int Tall => ProductRows<T, TVector>.Tall;

    /// <summary>Whether copying is worth while.</summary>
    /// <param name="shape">Strides and length of the chains.</param>
    /// <param name="rows">Rows of C.</param>
    /// <param name="columns">Columns of C.</param>
    public static bool Pays(in ProductShape shape, nint rows, nint columns) =>
        rows >= 2 * Tall && shape.StepStrideB * sizeof(T) >= FarBytes && shape.Steps * columns * sizeof(T) >= NearBytes;

    /// <summary>All rows and columns.</summary>
    /// <param name="a">A.</param>
    /// <param name="b">B.</param>
    /// <param name="c">C; may not overlap A or B.</param>
    /// <param name="shape">Strides and length of the chains.</param>
    /// <param name="rows">Rows of C, at least <see cref="ProductRows{T, TVector}.Tall"/>.</param>
    /// <param name="columns">Columns of C, at least one vector.</param>
    /// <param name="epilogue">What is stored; it may not read what C held before.</param>
    [SkipLocalsInit]
    public static void Run<TEpilogue>(T* a, T* b, T* c, in ProductShape shape, nint rows, nint columns, scoped ref readonly TEpilogue epilogue)
        where TEpilogue : struct, IProductEpilogue<T, TVector>, allows ref struct
    {
        byte* memory = stackalloc byte[(MostSteps * MostVectors * TVector.Count * sizeof(T)) + CacheLine];
        T* panel = (T*)(((nint)memory + CacheLine - 1) & -CacheLine);
        ProductShape part = shape;
        for (nint left = shape.Steps; left > 0; left -= part.Steps)
        {
            part = part with { Steps = left <= MostSteps ? left : Steps, Continues = shape.Continues || left < shape.Steps };
            if (part.Steps == left)
            {
                Rows(a, b, c, panel, in part, rows, columns, in epilogue);
            }
            else
            {
                StoreChain<T, TVector> store = default;
                Rows(a, b, c, panel, in part, rows, columns, in store);
            }
            a += part.Steps * shape.StepStrideA;
            b += part.Steps * shape.StepStrideB;
        }
    }

    /// <summary>Some steps: blocks of rows, each with all columns.</summary>
    private static void Rows<TEpilogue>(T* a, T* b, T* c, T* panel, in ProductShape shape, nint rows, nint columns, scoped ref readonly TEpilogue epilogue)
        where TEpilogue : struct, IProductEpilogue<T, TVector>, allows ref struct
    {
        nint best = nint.Max(2, RowBytes / (shape.Steps * sizeof(T)) / Tall) * Tall, height;
        for (; rows > 0; rows -= height)
        {
            height = ProductRows<T, TVector>.Block(rows, best);
            nint column = 0;
            while (TileColumns.Next(ref column, columns, TVector.Count, out TileColumns tile))
                Columns(a, b + tile.First, c + tile.First, panel, in shape, height, in tile, in epilogue);
            a += height * shape.RowStrideA;
            c += height * shape.RowStrideC;
        }
    }

    /// <summary>The columns of a tile: the first rows from B, the others from the panel.</summary>
    private static void Columns<TEpilogue>(T* a, T* b, T* c, T* panel, in ProductShape shape, nint rows, in TileColumns tile, scoped ref readonly TEpilogue epilogue)
        where TEpilogue : struct, IProductEpilogue<T, TVector>, allows ref struct
    {
        AskForOutputs(c, in shape, 2 * Tall, in tile);
        nint height = ProductRows<T, TVector>.RunFirst(a, b, c, panel, in shape, in tile, in epilogue);
        ProductShape packed = shape with { StepStrideB = tile.Width(TVector.Count) };
        while ((rows -= height) > 0)
        {
            a += height * shape.RowStrideA;
            c += height * shape.RowStrideC;
            height = ProductRows<T, TVector>.Block(rows, Tall);
            AskForOutputs(c + (height * shape.RowStrideC), in shape, ProductRows<T, TVector>.Block(rows - height, Tall), in tile);
            ProductRows<T, TVector>.Run(a, panel, c, in packed, height, in tile, in epilogue);
        }
    }

    /// <summary>A tile that waits for lines of C, which only the memory has, would hold up the tiles behind it.</summary>
    private static void AskForOutputs(T* c, in ProductShape shape, nint rows, in TileColumns tile)
    {
        for (nint row = 0; row < rows; row++)
            Prefetch.Elements(c + (row * shape.RowStrideC), tile.Width(TVector.Count));
    }
}
