namespace ActGen.Runtime.Tests.Data;

public class DatasetTests
{
    [Fact]
    public void Labelled_rows()
    {
        Dataset data = Dataset.FromArrays([1, 2, 3, 4, 5, 6], [0, 2, 1]);
        Assert.Equal(3, data.Count);
        Assert.Equal(2, data.FeatureCount);
        Assert.Equal([2], data.Shape);
        Assert.Equal(3, data.Classes);
        Assert.Equal([3f, 4f], data.Features(1).ToArray());
        Assert.Equal(2, data.Label(1));
        Assert.Throws<InvalidOperationException>(() => data.Targets(0).Length);
        Assert.Throws<ArgumentOutOfRangeException>("row", () => data.Features(3).Length);
        Assert.Throws<ArgumentOutOfRangeException>("row", () => data.Label(-1));
    }

    [Fact]
    public void Rows_with_targets()
    {
        Dataset data = Dataset.FromArrays([1, 2, 3, 4], [5, 6, 7, 8], count: 2);
        Assert.Equal(2, data.TargetCount);
        Assert.Equal(0, data.Classes);
        Assert.Equal([7f, 8f], data.Targets(1).ToArray());
        Assert.Throws<InvalidOperationException>(() => data.Label(0));
        Assert.Equal(4, Dataset.FromArrays([0, 0, 0, 1, 1, 0, 1, 1], [0f, 1, 1, 0]).Count);
        Assert.Equal(2, Dataset.FromArrays([[1, 2], [3, 4]], [[5f], [6]]).Count);
        Assert.Equal([1, 2, 2], Dataset.FromArrays(new float[12], [0, 1, 2], [1, 2, 2]).Shape);
    }

    [Fact]
    public void Arrays_are_copied()
    {
        float[] features = [1, 2];
        int[] labels = [0, 1];
        Dataset data = Dataset.FromArrays(features, labels);
        features[0] = 9;
        labels[0] = 9;
        Assert.Equal(1, data.Features(0)[0]);
        Assert.Equal(0, data.Label(0));
    }

    [Fact]
    public void Lengths_that_do_not_fit_are_refused()
    {
        Assert.Throws<ArgumentException>("features", () => Dataset.FromArrays(new float[5], [0, 1]));
        Assert.Throws<ArgumentException>("features", () => Dataset.FromArrays([], [0]));
        Assert.Throws<ArgumentException>("labels", () => Dataset.FromArrays([1f], Array.Empty<int>()));
        Assert.Throws<ArgumentException>("labels", () => Dataset.FromArrays(new float[4], [0, 1, 0], [2]));
        Assert.Throws<ArgumentException>("shape", () => Dataset.FromArrays(new float[5], [0], [2]));
        Assert.Throws<ArgumentException>("shape", () => Dataset.FromArrays(new float[5], [0], [0]));
        Assert.Throws<ArgumentException>("targets", () => Dataset.FromArrays(new float[4], new float[3], count: 2));
        Assert.Throws<ArgumentException>("count", () => Dataset.FromArrays(new float[4], new float[4], count: 4, shape: [2]));
        Assert.Throws<ArgumentException>("features", () => Dataset.FromArrays([[1, 2], [3]], [0, 1]));
        Assert.Throws<ArgumentException>("targets", () => Dataset.FromArrays([[1, 2], [3, 4]], [[1f]]));
        Assert.Contains("2 rows of features and 4 labels", Assert.Throws<ArgumentException>("labels", () => Dataset.FromArrays([[1, 2], [3, 4]], [0, 1, 0, 1])).Message);
        Assert.Contains("Label 2147483647 at index 1", Assert.Throws<ArgumentException>("labels", () => Dataset.FromArrays([1, 2], [0, int.MaxValue])).Message);
        Assert.Contains("Label 3 at index 1", Assert.Throws<ArgumentException>("labels", () => Dataset.FromArrays([1, 2], [0, 3], classes: 3)).Message);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Split_divides_all_rows_once_and_alike_for_one_seed(bool stratified)
    {
        Dataset data = Numbered(103);
        (Dataset train, Dataset test) = data.Split(0.8, seed: 5, stratified);
        Assert.Equal(82, train.Count);
        Assert.Equal(21, test.Count);
        Assert.Equal(Enumerable.Range(0, 103), Rows(train).Concat(Rows(test)).Order());
        Assert.Equal(Rows(train).Order(), Rows(train));
        Assert.Equal(Rows(train), Rows(data.Split(0.8, seed: 5, stratified).Train));
        Assert.NotEqual(Rows(train), Rows(data.Split(0.8, seed: 6, stratified).Train));
        Assert.All(Rows(test), row => Assert.Equal(row % 3, data.Label(row)));
    }

    [Fact]
    public void Stratified_parts_have_the_same_proportions()
    {
        int[] labels = [.. Enumerable.Repeat(0, 50), .. Enumerable.Repeat(1, 30), .. Enumerable.Repeat(2, 20)];
        (Dataset train, Dataset test) = Dataset.FromArrays(new float[100], labels).Split(0.7, seed: 1, stratified: true);
        Assert.Equal([35, 21, 14], Counts(train));
        Assert.Equal([15, 9, 6], Counts(test));

        static int[] Counts(Dataset data) => [.. Enumerable.Range(0, 3).Select(label => data.AllLabels.ToArray().Count(x => x == label))];
    }

    [Fact]
    public void Split_refuses_what_makes_no_sense()
    {
        Dataset data = Numbered(3);
        Assert.Throws<ArgumentOutOfRangeException>("fraction", () => data.Split(0));
        Assert.Throws<ArgumentOutOfRangeException>("fraction", () => data.Split(1));
        Assert.Throws<ArgumentOutOfRangeException>("fraction", () => data.Split(double.NaN));
        Assert.Throws<InvalidOperationException>(() => data.Split(0.1));
        Assert.Throws<InvalidOperationException>(() => Dataset.FromArrays(new float[4], new float[4]).Split(0.5, stratified: true));
    }

    [Fact]
    public void Normalize_gives_mean_zero_and_variance_one_and_is_reusable()
    {
        float[] features = [.. Enumerable.Range(0, 300).Select(i => i % 3 == 0 ? 0.1f : i % 3 == 1 ? i : 1000 + (i * i % 17))];
        Dataset data = Dataset.FromArrays(features, new int[100]).Normalize(out Normalization normalization);
        for (int feature = 0; feature < 3; feature++)
        {
            double[] column = [.. Enumerable.Range(0, 100).Select(row => (double)data.Features(row)[feature])];
            Assert.Equal(0, column.Average(), 1e-5);
            Assert.Equal(feature == 0 ? 0 : 1, column.Average(x => x * x), 1e-4);
        }
        Assert.Equal(1, normalization.Deviations[0]);
        Dataset other = Dataset.FromArrays([0.1f, normalization.Means[1], normalization.Means[2] + normalization.Deviations[2]], [0]).Normalize(normalization);
        Assert.Equal(0, other.Features(0)[1]);
        Assert.Equal(1, other.Features(0)[2], 1e-4);
        Assert.Throws<ArgumentException>("normalization", () => Numbered(3).Normalize(normalization));
        Assert.Throws<ArgumentException>("rows", () => normalization.Apply(new float[4]));
        Assert.Throws<ArgumentException>("deviations", () => new Normalization([0], [0]));
    }

    [Fact]
    public void Permutations_are_permutations_known_by_seed_and_index()
    {
        var rows = new int[1000];
        Permutation.Fill(1, 2, rows);
        Assert.Equal(Enumerable.Range(0, 1000), rows.Order());
        var again = new int[1000];
        Permutation.Fill(1, 2, again);
        Assert.Equal(rows, again);
        Permutation.Fill(1, 3, again);
        Assert.NotEqual(rows, again);
        Permutation.Fill(2, 2, again);
        Assert.NotEqual(rows, again);
        var one = new int[1];
        Permutation.Fill(1, 1, one);
        Assert.Equal([0], one);
    }

    [Fact]
    public void A_permutation_is_the_same_on_every_machine_and_in_every_version()
    {
        var rows = new int[8];
        Permutation.Fill(seed: 1, index: 0, rows);
        // Computed apart from this library with the published algorithm: key (1, -1), counter (0, 0, 0, i / 4), word i mod 4.
        Assert.Equal([6, 0, 5, 3, 1, 4, 7, 2], rows);
    }

    [Fact]
    public void Permutations_of_three_are_equally_frequent()
    {
        var counts = new Dictionary<string, int>();
        var rows = new int[3];
        for (int i = 0; i < 6000; i++)
        {
            Permutation.Fill(7, i, rows);
            string order = string.Concat(rows);
            counts[order] = counts.GetValueOrDefault(order) + 1;
        }
        Assert.Equal(6, counts.Count);
        Assert.All(counts.Values, count => Assert.InRange(count, 1000 - 150, 1000 + 150));
    }

    /// <summary>One feature, the number of the row; the label is that number modulo 3.</summary>
    private static Dataset Numbered(int count) =>
        Dataset.FromArrays([.. Enumerable.Range(0, count).Select(i => (float)i)], [.. Enumerable.Range(0, count).Select(i => i % 3)]);

    private static int[] Rows(Dataset data) => [.. data.AllFeatures.ToArray().Select(x => (int)x)];

    [Fact]
    public void Classes_get_names_one_each()
    {
        Dataset rows = Dataset.FromArrays([1f, 2, 3], (int[])[0, 1, 1]);
        Dataset named = rows.WithClassNames("no", "yes");
        Assert.Equal(["no", "yes"], named.ClassNames);
        Assert.Equal(rows.AllLabels.ToArray(), named.AllLabels.ToArray());
        Assert.Empty(rows.ClassNames);
        Assert.Contains("2 classes; 1 names", Assert.Throws<ArgumentException>(() => rows.WithClassNames("one")).Message);
        Assert.Throws<InvalidOperationException>(() => Dataset.FromArrays([1f], (float[])[2f]).WithClassNames("x"));
    }
}
