namespace ActGen;

public sealed partial class Dataset
{
    /// <summary>Rows of a CSV file, plain or gzip. Numbers are read with a decimal point, whatever the culture.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Header, separator, label or target columns; null: commas, the label in the last column.</param>
    /// <exception cref="DataFileException">The file cannot be read or is malformed; the message names line and column.</exception>
    /// <exception cref="ArgumentException">The options name a column that the file does not have.</exception>
    public static Dataset FromCsv(string path, CsvOptions? options = null) => DataSource.Read(path, stream =>
    {
        using var text = new StreamReader(stream);
        return new CsvTable(text, options ?? new CsvOptions(), path).Read();
    });

    /// <summary>Rows of CSV text.</summary>
    /// <param name="reader">The text.</param>
    /// <param name="options">Header, separator, label or target columns; null: commas, the label in the last column.</param>
    /// <exception cref="DataFileException">The text is malformed; the message names line and column.</exception>
    /// <exception cref="ArgumentException">The options name a column that the text does not have.</exception>
    public static Dataset FromCsv(TextReader reader, CsvOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return new CsvTable(reader, options ?? new CsvOptions(), "CSV text").Read();
    }

    /// <summary>Images and labels of two IDX files, the format of MNIST and Fashion-MNIST, plain or gzip.</summary>
    /// <param name="imagesPath">Rows of any shape; the first dimension counts them.</param>
    /// <param name="labelsPath">One label for each row.</param>
    /// <param name="scale">What each value is multiplied by; null: 1/255 for bytes, so that they lie in [0, 1], and 1 for other types.</param>
    /// <exception cref="DataFileException">A file cannot be read or is malformed, or the files do not have as many rows.</exception>
    public static Dataset FromIdx(string imagesPath, string labelsPath, double? scale = null)
    {
        IdxFile images = DataSource.Read(imagesPath, stream => IdxFile.Read(stream, imagesPath));
        IdxFile labels = DataSource.Read(labelsPath, stream => IdxFile.Read(stream, labelsPath));
        if (images.Shape.Length < 2)
            throw new DataFileException($"{imagesPath}: images have at least two dimensions; the file has {images.Shape.Length}.");
        if (labels.Shape.Length != 1)
            throw new DataFileException($"{labelsPath}: labels have one dimension; the file has {labels.Shape.Length}.");
        if (images.Shape[0] != labels.Shape[0])
            throw new DataFileException($"{imagesPath} has {images.Shape[0]} rows, {labelsPath} has {labels.Shape[0]}.");
        return FromArrays(images.ToFloats(scale), labels.ToLabels(labelsPath), images.Shape[1..]);
    }

    /// <summary>Colour images of the binary version of CIFAR-10, plain or gzip: the files <c>data_batch_1.bin</c> to <c>data_batch_5.bin</c> are the training set,
    /// <c>test_batch.bin</c> is the test set. Rows have shape (3, 32, 32), channels first, and values in [0, 1]; the ten classes have their names.</summary>
    /// <param name="paths">The files, at least one; their images follow each other.</param>
    /// <exception cref="ArgumentException">There is no file, or a path is empty.</exception>
    /// <exception cref="DataFileException">A file cannot be read, is no whole number of images, or has a label above 9; the files are more than fits in memory. Nothing of the others is returned.</exception>
    public static Dataset FromCifar10(params string[] paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        RequireNotEmpty(paths.Length, nameof(paths));
        byte[][] files = [.. paths.Select(static path => DataSource.Read(path, stream => CifarFile.Read(stream, path)))];
        (float[] images, int[] labels) = CifarFile.Join(files);
        return new Dataset(images, labels, null, labels.Length, CifarFile.Shape, CifarFile.Classes.Count, CifarFile.Classes);
    }

    /// <summary>Labelled rows whose classes may have names; the arrays are kept.</summary>
    internal static Dataset FromNamedClasses(float[] features, int[] labels, IReadOnlyList<string> names) =>
        new(features, labels, null, labels.Length, [features.Length / labels.Length], Math.Max(names.Count, labels.Max() + 1), names);
}
