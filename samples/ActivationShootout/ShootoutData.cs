using ActGen;

namespace ActivationShootout;

/// <summary>The images of a shootout, every channel with mean 0 and variance 1 over the training images.</summary>
/// <param name="Name">What they are, for headings.</param>
/// <param name="Train">Rows to learn from.</param>
/// <param name="Validation">Rows on which each epoch is judged.</param>
/// <param name="Test">Rows that nothing was chosen by.</param>
/// <param name="TestImages">The same for the eye.</param>
internal sealed record ShootoutData(string Name, Dataset Train, Dataset Validation, Dataset Test, Dataset TestImages)
{
    /// <summary>Where Debian's dataset-fashion-mnist puts its files.</summary>
    private const string FashionFolder = "/usr/share/datasets/fashion-mnist";

    private static readonly string[] Clothes = ["T-shirt", "trouser", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "boot"];

    public static bool HasFashion => Directory.Exists(FashionFolder);

    /// <summary>Fashion-MNIST (Xiao, Rasul, Vollgraf 2017).</summary>
    /// <param name="rows">Most training rows; 0 takes all.</param>
    public static ShootoutData Fashion(int rows)
    {
        Dataset train = Read("train"), test = Read("t10k");
        return Of("Fashion-MNIST", train, test, rows);

        static Dataset Read(string part) => Images(Dataset.FromIdx(Path.Combine(FashionFolder, $"{part}-images-idx3-ubyte.gz"), Path.Combine(FashionFolder, $"{part}-labels-idx1-ubyte.gz")), [1, 28, 28]).WithClassNames(Clothes);
    }

    /// <summary>CIFAR-10 (Krizhevsky 2009), its binary version.</summary>
    /// <param name="folder">Where <c>data_batch_1.bin</c> to <c>data_batch_5.bin</c> and <c>test_batch.bin</c> lie.</param>
    /// <param name="rows">Most training rows; 0 takes all.</param>
    public static ShootoutData Cifar(string folder, int rows) => Of(
        "CIFAR-10",
        Dataset.FromCifar10([.. Enumerable.Range(1, 5).Select(i => Path.Combine(folder, $"data_batch_{i}.bin"))]),
        Dataset.FromCifar10(Path.Combine(folder, "test_batch.bin")),
        rows);

    /// <summary>The digits that come with the quick start (Alpaydin, Kaynak 1998).</summary>
    public static ShootoutData Digits()
    {
        Dataset digits = Images(Dataset.FromCsv(Path.Combine(AppContext.BaseDirectory, "Data", "digits.csv.gz")), [1, 8, 8]);
        (Dataset rest, Dataset test) = digits.Split(0.8, seed: 1, stratified: true);
        return Of("handwritten digits", rest, test, rows: 0);
    }

    private static ShootoutData Of(string name, Dataset all, Dataset test, int rows)
    {
        if (rows > 0 && rows < all.Count)
            (all, _) = all.Split((double)rows / all.Count, seed: 2, stratified: true);
        (Dataset train, Dataset validation) = all.Split(0.9, seed: 3, stratified: true);
        Normalization scale = Channels(train);
        return new ShootoutData(name, train.Normalize(scale), validation.Normalize(scale), test.Normalize(scale), test);
    }

    private static Dataset Images(Dataset rows, int[] shape) => Dataset.FromArrays(rows.AllFeatures.ToArray(), rows.AllLabels.ToArray(), shape);

    /// <summary>One mean and deviation for each channel: cells at the border of an image, which hardly ever change, must not be blown up.</summary>
    private static Normalization Channels(Dataset images)
    {
        int channels = images.Shape[0], pixels = images.FeatureCount / channels;
        var means = new float[images.FeatureCount];
        var deviations = new float[images.FeatureCount];
        for (int channel = 0; channel < channels; channel++)
        {
            double sum = 0, squares = 0;
            for (int row = 0; row < images.Count; row++)
            {
                foreach (float value in images.Features(row).Slice(channel * pixels, pixels))
                {
                    sum += value;
                    squares += (double)value * value;
                }
            }
            double count = (double)images.Count * pixels, mean = sum / count;
            means.AsSpan(channel * pixels, pixels).Fill((float)mean);
            deviations.AsSpan(channel * pixels, pixels).Fill((float)Math.Sqrt((squares / count) - (mean * mean)));
        }
        return new Normalization(means, deviations);
    }
}
