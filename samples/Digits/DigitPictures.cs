using ActGen;

namespace Digits;

/// <summary>Images as text, side by side, with what the network reads.</summary>
internal static class DigitPictures
{
    private const string Shades = " ░▒▓█";
    private const int Side = 8, Gap = 4, Brightest = 16;

    /// <param name="network">Reads the digits.</param>
    /// <param name="images">The cells as they were scanned, for the eye.</param>
    /// <param name="inputs">The same rows as the network wants them.</param>
    /// <param name="count">How many.</param>
    public static void Show(DigitClassifier network, Dataset images, Dataset inputs, int count)
    {
        Console.WriteLine();
        for (int row = 0; row < Side; row++)
        {
            for (int image = 0; image < count; image++)
            {
                foreach (float cell in images.Features(image).Slice(Side * row, Side))
                    Console.Write(new string(Shades[(int)cell * (Shades.Length - 1) / Brightest], 2));
                Console.Write(new string(' ', Gap));
            }
            Console.WriteLine();
        }
        Span<float> probabilities = stackalloc float[DigitClassifier.OutputSize];
        for (int image = 0; image < count; image++)
        {
            network.Predict(inputs.Features(image), probabilities);
            int digit = network.Classify(inputs.Features(image));
            string verdict = digit == images.Label(image) ? "right" : $"is {images.Label(image)}";
            Console.Write($"{digit} ({probabilities[digit]:P0}), {verdict}".PadRight((2 * Side) + Gap));
        }
        Console.WriteLine();
        Console.WriteLine();
    }
}
