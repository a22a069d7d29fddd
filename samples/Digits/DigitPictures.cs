using ActGen;

namespace Digits;

/// <summary>Images as text, side by side, with what the network reads.</summary>
internal static class DigitPictures
{
    private const string Shades = " ░▒▓█";

    public static void Show(DigitClassifier network, Dataset data, int count)
    {
        Console.WriteLine();
        for (int row = 0; row < 8; row++)
        {
            for (int image = 0; image < count; image++)
            {
                ReadOnlySpan<float> cells = data.Features(image).Slice(8 * row, 8);
                foreach (float cell in cells)
                {
                    char shade = Shades[Math.Clamp((int)(cell / 16 * Shades.Length), 0, Shades.Length - 1)];
                    Console.Write($"{shade}{shade}");
                }
                Console.Write("   ");
            }
            Console.WriteLine();
        }
        Span<float> probabilities = stackalloc float[10];
        for (int image = 0; image < count; image++)
        {
            network.Predict(data.Features(image), probabilities);
            int digit = network.Classify(data.Features(image));
            Console.Write($"{$"reads {digit} ({probabilities[digit]:P0}), is {data.Label(image)}",-19}");
        }
        Console.WriteLine();
        Console.WriteLine();
    }
}
