using System.Text;
using ActGen.Probe;

namespace ActGen.Runtime.Tests.Training;

/// <summary>What only a state can know.</summary>
public sealed class RecurrentTrainingTests
{
    private const int Symbols = 4, Steps = 20, Bits = 16, Rows = 64;

    [Fact]
    public void An_LSTM_learns_what_the_first_of_twenty_symbols_was()
    {
        var network = new FirstSymbol(seed: 1);
        var random = new Random(2);
        using Trainer<FirstSymbol> trainer = network.CreateTrainer(new Adam(0.01), Rows);
        for (int step = 0; step < 400; step++)
        {
            (float[] inputs, int[] labels) = Words(Rows, random);
            trainer.Step(inputs, labels);
        }
        (float[] unseen, int[] first) = Words(500, random);
        int[] said = new int[500];
        network.Classify(unseen, said);

        Assert.InRange(said.Zip(first).Count(pair => pair.First == pair.Second), 495, 500);
    }

    [Fact]
    public void A_GRU_learns_parity_at_each_step()
    {
        var network = new Parity(seed: 1);
        var random = new Random(2);
        using Trainer<Parity> trainer = network.CreateTrainer(new Adam(0.01), Rows);
        for (int step = 0; step < 1500; step++)
        {
            (float[] inputs, float[] odd) = Ones(Rows, random);
            trainer.Step(inputs, odd);
        }
        (float[] unseen, float[] expected) = Ones(100, random);
        float[] predictions = network.Predict(unseen);

        Assert.InRange(predictions.Zip(expected).Count(pair => pair.First > 0.5f == pair.Second > 0.5f), 1584, 1600);
    }

    [Fact]
    public void Files_have_the_names_and_shapes_of_PyTorch()
    {
        var network = new Sequences(seed: 3);
        using MemoryStream file = new();
        network.Save(file);
        string header = Encoding.UTF8.GetString(file.ToArray());
        file.Position = 0;

        // Layer 2 reads 10 features: 4·17 gates.
        Assert.Contains("\"layer2.weight_ih\":{\"dtype\":\"F32\",\"shape\":[68,10]", header);
        Assert.Contains("\"layer2.weight_hh_reverse\":{\"dtype\":\"F32\",\"shape\":[68,17]", header);
        Assert.Contains("\"layer2.bias_reverse\":{\"dtype\":\"F32\",\"shape\":[68]", header);
        Assert.Equal(network.Parameters.ToArray(), Sequences.Load(file).Parameters.ToArray());
    }

    [Fact]
    public void A_forget_gate_starts_open_and_states_keep_their_length()
    {
        var network = new FirstSymbol(seed: 5);
        ParameterInfo bias = FirstSymbol.ParameterTable.Single(tensor => tensor.Name == "layer1.bias"), u = FirstSymbol.ParameterTable.Single(tensor => tensor.Name == "layer1.weight_hh");
        float[] values = network.Parameters.ToArray(), biases = values[bias.Offset..(bias.Offset + bias.Length)];

        Assert.Equal([.. Enumerable.Repeat(0f, 16), .. Enumerable.Repeat(1f, 16), .. Enumerable.Repeat(0f, 32)], biases);
        for (int row = 0; row < 16; row++)
            Assert.Equal(1, values.AsSpan(u.Offset + (row * 64), 64).ToArray().Sum(x => (double)x * x), 1e-6);
    }

    /// <summary>Rows of one-hot symbols, and the first symbol of each.</summary>
    private static (float[] Inputs, int[] First) Words(int rows, Random random)
    {
        float[] inputs = new float[rows * Steps * Symbols];
        int[] first = new int[rows];
        for (int i = 0; i < rows * Steps; i++)
        {
            int symbol = random.Next(Symbols);
            inputs[(i * Symbols) + symbol] = 1;
            if (i % Steps == 0)
                first[i / Steps] = symbol;
        }
        return (inputs, first);
    }

    /// <summary>Rows of zeros and ones, and for each of them whether the ones up to there are odd.</summary>
    private static (float[] Inputs, float[] Odd) Ones(int rows, Random random)
    {
        float[] inputs = [.. Enumerable.Range(0, rows * Bits).Select(_ => (float)random.Next(2))], odd = new float[inputs.Length];
        for (int i = 0; i < inputs.Length; i++)
            odd[i] = ((i % Bits == 0 ? 0 : odd[i - 1]) + inputs[i]) % 2;
        return (inputs, odd);
    }
}
