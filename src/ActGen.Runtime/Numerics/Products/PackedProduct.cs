namespace ActGen.CompilerServices;

/// <summary>C = A·B where the rows of B are far apart: a block of B, some steps of some columns, is copied by the first rows that it is multiplied with, and meets all others in the near caches.</summary>
/// <remarks>Where the rows of B are pages apart, the columns of a tile share so few sets of the caches that they stay in none of them, and no prefetch goes from one page to the next. In a block the columns of a
/// tile are a panel, in which the steps follow each other in memory. It is written while the first rows are multiplied straight from B, which hides most of what copying costs. The block stays in the
/// second-level cache; a tile's rows of A stay in the first-level one while all panels go by. They are read as they lie, or copied before where their steps are as far apart as those of B, or where they
/// are parts of images (<see cref="ITileRows{T}"/>). Between the steps of two blocks the chains wait in C.</remarks>
internal static unsafe class PackedProduct<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    // Steps at once: the rows of A that a tile takes shall leave room in the first-level cache for what goes by.
    private const int Steps = 512, MostSteps = Steps * 3 / 2;

    // A block: half of a small second-level cache.
    private const int BlockBytes = 512 * 1024;

    // B that does not stay near whatever its strides are, and rows of it that are far apart.
    private const int NearBytes = 512 * 1024, FarBytes = 1024;

    // Fewer steps, or columns, are multiplied in little more time than copying A takes.
    private const int LeastTransposedSteps = 128, LeastTransposedColumns = 96;

    private static int Tall => ProductRows<T, TVector>.Tall;

    /// <summary>Whether copying is worth while.</summary>
    /// <param name="shape">Strides and length of the chains.</param>
    /// <param name="rows">Rows of C.</param>
    /// <param name="columns">Columns of C.</param>
    public static bool Pays(in ProductShape shape, nint rows, nint columns) =>
        rows >= 2 * Tall && shape.StepStrideB * sizeof(T) >= FarBytes && shape.Steps * columns * sizeof(T) >= NearBytes;

    /// <summary>Whether copying is worth while where A is transposed: its steps are far apart, and each tile's rows of A, once copied, meet several panels.</summary>
    /// <param name="shape">Strides and length of the chains.</param>
    /// <param name="rows">Rows of C.</param>
    /// <param name="columns">Columns of C.</param>
    public static bool PaysTransposed(in ProductShape shape, nint rows, nint columns) =>
        rows >= 2 * Tall && shape.StepStrideA * sizeof(T) >= FarBytes && shape.Steps >= LeastTransposedSteps && columns >= LeastTransposedColumns;

    /// <summary>All rows and columns.</summary>
    /// <param name="a">A, its steps or its rows neighbours.</param>
    /// <param name="b">B.</param>
    /// <param name="c">C; may not overlap A or B.</param>
    /// <param name="shape">Strides and length of the chains.</param>
    /// <param name="rows">Rows of C.</param>
    /// <param name="columns">Columns of C, at least one vector.</param>
    /// <param name="epilogue">What is stored; of more steps than are taken at once it may not read what C held before.</param>
    public static void Run<TEpilogue>(T* a, T* b, T* c, in ProductShape shape, nint rows, nint columns, scoped ref readonly TEpilogue epilogue)
        where TEpilogue : struct, IProductEpilogue<T, TVector>, allows ref struct
    {
        MatrixColumns<T> ofMatrix = new(b, shape.StepStrideB);
        if (shape.RowStrideA == 1)
            Run(new TransposedRows<T, TVector>(a), ofMatrix, c, in shape, rows, columns, in epilogue);
        else
            Run(new MatrixRows<T>(a), ofMatrix, c, in shape, rows, columns, in epilogue);
    }

    /// <summary>The same of an A and a B that say themselves where they lie.</summary>
    /// <param name="a">A.</param>
    /// <param name="b">B.</param>
    /// <param name="c">C; may not overlap A or B.</param>
    /// <param name="shape">Length of the chains, the stride of C, and strides of A and B where they are asked for.</param>
    /// <param name="rows">Rows of C.</param>
    /// <param name="columns">Columns of C, at least one vector.</param>
    /// <param name="epilogue">What is stored; of more steps than are taken at once it may not read what C held before.</param>
    public static void Run<TRows, TColumns, TEpilogue>(TRows a, TColumns b, T* c, in ProductShape shape, nint rows, nint columns, scoped ref readonly TEpilogue epilogue)
        where TRows : struct, ITileRows<T>
        where TColumns : struct, IBlockColumns<T>
        where TEpilogue : struct, IProductEpilogue<T, TVector>, allows ref struct
    {
        ProductShape part = shape;
        for (nint step = 0, left = shape.Steps; left > 0; step += part.Steps, left -= part.Steps)
        {
            part = part with { Steps = left <= MostSteps ? left : Steps, Continues = shape.Continues || step > 0 };
            if (part.Steps == left)
            {
                Columns(a, b, c, step, in part, rows, columns, in epilogue);
            }
            else
            {
                StoreChain<T, TVector> store = default;
                Columns(a, b, c, step, in part, rows, columns, in store);
            }
        }
    }

    /// <summary>Some steps: block after block, of nearly equal widths.</summary>
    private static void Columns<TRows, TColumns, TEpilogue>(TRows a, TColumns b, T* c, nint step, in ProductShape shape, nint rows, nint columns, scoped ref readonly TEpilogue epilogue)
        where TRows : struct, ITileRows<T>
        where TColumns : struct, IBlockColumns<T>
        where TEpilogue : struct, IProductEpilogue<T, TVector>, allows ref struct
    {
        // The vectors of a block are even in number, so that only the last one may end with a tile of three.
        nint pair = 2 * TVector.Count, most = nint.Max(1, BlockBytes / (shape.Steps * pair * sizeof(T)));
        for (nint first = 0, width; first < columns; first += width)
        {
            nint pairs = (columns - first + pair - 1) / pair, blocks = (pairs + most - 1) / most;
            width = blocks == 1 ? columns - first : (pairs + blocks - 1) / blocks * pair;
            Rows(a, b, c, step, in shape, rows, first, width, in epilogue);
        }
    }

    /// <summary>A block: the first rows from B, the others from the panels.</summary>
    private static void Rows<TRows, TColumns, TEpilogue>(TRows a, TColumns b, T* c, nint step, in ProductShape shape, nint rows, nint first, nint width, scoped ref readonly TEpilogue epilogue)
        where TRows : struct, ITileRows<T>
        where TColumns : struct, IBlockColumns<T>
        where TEpilogue : struct, IProductEpilogue<T, TVector>, allows ref struct
    {
        nint copied = a.Room(ProductRows<T, TVector>.HighestBlock(rows, Tall), shape.Steps);
        T* copy = PanelMemory.AddressOfThread<T>(copied + (shape.Steps * width)), panels = copy + copied;
        nint height;
        for (nint row = 0; row < rows; row += height)
        {
            height = ProductRows<T, TVector>.Block(rows - row, Tall);
            T* panel = panels, rowC = c + (row * shape.RowStrideC);
            ProductShape direct = shape;
            T* tileA = a.At(row, height, rows - row, step, ref direct, copy);
            nint column = 0;
            while (TileColumns.Next(ref column, width, TVector.Count, out TileColumns tile))
            {
                TileColumns ofAll = tile with { First = first + tile.First };
                T* tileC = rowC + ofAll.First;
                ProductShape ofTile = direct with { StepStrideB = tile.Width(TVector.Count) };
                T* tileB = panel;
                panel += ofTile.Steps * ofTile.StepStrideB;
                nint copying = 0;
                if (row == 0)
                {
                    T* columnsB = b.At(ofAll.First, step, out nint stride);
                    ProductShape ofB = direct with { StepStrideB = stride };
                    if (height < Tall)
                    {
                        tileB = columnsB;
                        ofTile = ofB;
                    }
                    else
                    {
                        copying = ProductRows<T, TVector>.RunFirst(tileA, columnsB, tileC, tileB, in ofB, in ofAll, in epilogue);
                    }
                }
                if (copying < height)
                    ProductRows<T, TVector>.Run(tileA + (copying * ofTile.RowStrideA), tileB, tileC + (copying * ofTile.RowStrideC), in ofTile, height - copying, in ofAll, in epilogue);
            }
        }
    }
}
