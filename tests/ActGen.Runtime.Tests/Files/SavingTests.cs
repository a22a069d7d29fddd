using System.IO.Compression;
using ActGen.Files;
using ActGen.Runtime.Tests.Networks;

namespace ActGen.Runtime.Tests.Files;

public sealed class SavingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("actgen").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Saved_weights_load_and_nothing_else_is_left_in_the_folder()
    {
        var network = new LinearClassifier(seed: 1);
        network.Save(InFolder("net.safetensors"));
        new LinearClassifier(seed: 2).Save(InFolder("net.safetensors"));
        network.Save(InFolder("net.safetensors"));
        Assert.Equal(network.Parameters.ToArray(), LinearClassifier.Load(InFolder("net.safetensors")).Parameters.ToArray());
        Assert.Single(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void A_failure_while_writing_leaves_the_old_file_and_no_temporary_one()
    {
        string path = InFolder("net.safetensors");
        File.WriteAllText(path, "old");
        Assert.Throws<IOException>(() => AtomicFile.Replace(path, stream =>
        {
            stream.Write("half of the new"u8);
            throw new IOException("No space left on device");
        }));
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Single(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void Until_the_rename_the_old_file_is_there_whole()
    {
        string path = InFolder("net.safetensors");
        File.WriteAllText(path, "old");
        AtomicFile.Replace(path, stream =>
        {
            stream.Write("new"u8);
            stream.Flush();
            Assert.Equal("old", File.ReadAllText(path));
        });
        Assert.Equal("new", File.ReadAllText(path));
    }

    [Fact]
    public void Failures_name_path_and_cause()
    {
        var network = new LinearClassifier();
        string missing = Path.Combine(_folder, "missing", "net.safetensors");
        var failure = Assert.Throws<WeightFileException>(() => network.Save(missing));
        Assert.Contains(missing, failure.Message);
        Assert.IsType<DirectoryNotFoundException>(failure.InnerException);
        Assert.Contains(_folder, Assert.Throws<WeightFileException>(() => network.Save(_folder)).Message);
        Assert.Throws<WeightFileException>(() => network.Save("net\0.safetensors"));
        Assert.Contains("full", Assert.Throws<WeightFileException>(() => network.Save(new FullStream())).Message);
        Assert.Contains(missing, Assert.Throws<WeightFileException>(() => LinearClassifier.Load(missing)).Message);
        Assert.Throws<WeightFileException>(() => LinearClassifier.Load(_folder));
        File.WriteAllText(InFolder("broken"), "not a weight file");
        Assert.Contains(InFolder("broken"), Assert.Throws<WeightFileException>(() => network.LoadParameters(InFolder("broken"))).Message);
        Assert.Throws<ArgumentNullException>(() => network.Save((string)null!));
        Assert.Throws<ArgumentException>(() => LinearClassifier.Load(""));
    }

    [Fact]
    public void Whatever_a_stream_throws_becomes_the_one_exception()
    {
        var network = new LinearClassifier(seed: 1);
        using var file = new MemoryStream();
        network.Save(file);
        using var packed = new MemoryStream();
        using (var packer = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
            packer.Write(file.ToArray());
        byte[] corrupt = packed.ToArray();
        corrupt[10] = 0xFF;
        var closed = new MemoryStream();
        closed.Dispose();
        using var readOnly = new MemoryStream([], writable: false);
        using var writeOnly = new FileStream(InFolder("out"), FileMode.Create, FileAccess.Write);

        AssertCause<InvalidDataException>(() => network.LoadParameters(new GZipStream(new MemoryStream(corrupt), CompressionMode.Decompress)));
        AssertCause<ObjectDisposedException>(() => network.LoadParameters(closed));
        AssertCause<NotSupportedException>(() => network.LoadParameters(writeOnly));
        AssertCause<UnauthorizedAccessException>(() => LinearClassifier.Load(new ForbiddenStream()));
        AssertCause<ObjectDisposedException>(() => network.Save(closed));
        AssertCause<NotSupportedException>(() => network.Save(readOnly));
        AssertCause<UnauthorizedAccessException>(() => network.Save(new ForbiddenStream()));

        static void AssertCause<T>(Action action) => Assert.IsType<T>(Assert.Throws<WeightFileException>(action).InnerException);
    }

    [Fact]
    public void A_link_stays_a_link_and_the_mode_of_the_file_stays()
    {
        if (OperatingSystem.IsWindows())
            return;
        string target = InFolder("target"), link = InFolder("link");
        File.WriteAllText(target, "old");
        File.SetUnixFileMode(target, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.CreateSymbolicLink(link, target);
        new LinearClassifier().Save(link);
        Assert.NotNull(new FileInfo(link).LinkTarget);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(target));
        LinearClassifier.Load(target);
    }

    [Fact]
    public void A_link_to_a_file_that_is_not_there_yet_stays_a_link()
    {
        if (OperatingSystem.IsWindows())
            return;
        string target = InFolder("target"), link = InFolder("link");
        File.CreateSymbolicLink(link, target);
        new LinearClassifier().Save(link);
        Assert.Equal(target, new FileInfo(link).LinkTarget);
        LinearClassifier.Load(target);
    }

    [Fact]
    public void A_prediction_sees_old_or_new_weights_never_a_mixture()
    {
        // The weights are all 1 or all 2: with inputs of ones each output is 6 or 24, and tells which.
        byte[][] files = [AllEqual(1), AllEqual(2)];
        var network = new LinearClassifier();
        network.LoadParameters(files[0]);
        const int rows = 500;
        var inputs = new float[rows * LinearClassifier.InputSize];
        inputs.AsSpan().Fill(1);
        using var stop = new CancellationTokenSource();
        int mixtures = 0, predictions = 0;
        var reader = new Thread(() =>
        {
            var outputs = new float[rows * LinearClassifier.OutputSize];
            do
            {
                network.Forward(inputs, outputs);
                predictions++;
                if (outputs[0] is not (6 or 24) || outputs.AsSpan().ContainsAnyExcept(outputs[0]))
                    mixtures++;
            }
            while (!stop.IsCancellationRequested);
        });
        reader.Start();
        for (int i = 0; i < 3000; i++)
            network.LoadParameters(files[i % 2]);
        stop.Cancel();
        reader.Join();
        Assert.Equal(0, mixtures);
        Assert.NotEqual(0, predictions);

        static byte[] AllEqual(float value)
        {
            var source = new LinearClassifier();
            source.Parameters.Fill(value);
            using var stream = new MemoryStream();
            source.Save(stream);
            return stream.ToArray();
        }
    }

    private string InFolder(string name) => Path.Combine(_folder, name);

    private sealed class FullStream : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("The disk is full.");
    }

    private sealed class ForbiddenStream : MemoryStream
    {
        public override int Read(Span<byte> buffer) => throw new UnauthorizedAccessException();

        public override void Write(ReadOnlySpan<byte> buffer) => throw new UnauthorizedAccessException();
    }
}
