using ActGen.Runtime.Tests.Networks;

namespace ActGen.Runtime.Tests.Files;

public class FiniteWeightTests
{
    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void A_network_that_has_left_the_numbers_is_not_saved(float value)
    {
        var network = new LinearClassifier(seed: 1);
        network.Parameters[^1] = value;
        using var stream = new MemoryStream();
        string message = Assert.Throws<WeightFileException>(() => network.Save(stream)).Message;
        Assert.Contains("\" of LinearClassifier is ", message, StringComparison.Ordinal);
        Assert.Equal(0, stream.Length);
    }

    [Fact]
    public void The_file_that_is_there_stays()
    {
        string path = Path.GetTempFileName();
        try
        {
            var network = new LinearClassifier(seed: 1);
            network.Save(path);
            byte[] saved = File.ReadAllBytes(path);
            network.Parameters[0] = float.NaN;
            Assert.Throws<WeightFileException>(() => network.Save(path));
            Assert.Equal(saved, File.ReadAllBytes(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_file_with_NaN_is_not_loaded()
    {
        var network = new LinearClassifier(seed: 1);
        using var stream = new MemoryStream();
        network.Save(stream);
        byte[] file = stream.ToArray();
        BitConverter.GetBytes(float.NaN).CopyTo(file, file.Length - 4);
        float[] before = network.Parameters.ToArray();
        Assert.Contains("is NaN; weights are finite numbers", Assert.Throws<WeightFileException>(() => network.LoadParameters(file)).Message, StringComparison.Ordinal);
        Assert.Throws<WeightFileException>(() => LinearClassifier.Load(file));
        Assert.Equal(before, network.Parameters.ToArray());
    }
}
