using System.Globalization;

namespace ActivationShootout;

/// <summary>What the command line asks for.</summary>
internal sealed record Settings
{
    public const string Usage = """
        Which activation is best here? The same small convolutional network with each of nine.

          --quick           6,000 training images, 3 epochs, 2 seeds: within 2 minutes
          --epochs N        passes over the training images (8)
          --seeds N         trainings of each activation (3)
          --images N        training and validation images; all of them, if left out
          --only NAME       one activation, with a live view: --only GELU
          --cifar FOLDER    the photographs of CIFAR-10 instead, its binary version in FOLDER
          --report FILE     where the report goes (shootout.html in the folder for temporary files)
        """;

    public int Epochs { get; init; } = 8;

    public int Seeds { get; init; } = 3;

    /// <summary>Most training and validation images; 0 for all.</summary>
    public int Images { get; init; }

    public string? Only { get; init; }

    public string? CifarFolder { get; init; }

    public string Report { get; init; } = Path.Combine(Path.GetTempPath(), "shootout.html");

    /// <summary>The settings, or null where the command line is not understood.</summary>
    public static Settings? Parse(string[] arguments)
    {
        var settings = new Settings();
        for (int i = 0; i < arguments.Length; i++)
        {
            string? value = i + 1 < arguments.Length ? arguments[i + 1] : null;
            if (arguments[i] == "--quick")
            {
                settings = settings with { Images = 6000, Epochs = 3, Seeds = 2 };
                continue;
            }
            bool isNumber = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0;
            Settings? next = (arguments[i], value, isNumber) switch
            {
                ("--epochs", _, true) => settings with { Epochs = number },
                ("--seeds", _, true) => settings with { Seeds = number },
                ("--images", _, true) => settings with { Images = number },
                ("--only", not null, _) => settings with { Only = value },
                ("--cifar", not null, _) => settings with { CifarFolder = value },
                ("--report", not null, _) => settings with { Report = value },
                _ => null,
            };
            if (next is null)
                return null;
            settings = next;
            i++;
        }
        return settings;
    }
}
