using System.Globalization;

namespace ActGen;

/// <summary>A data file cannot be read or is malformed. The message names the file and the place, and says what is wrong there.</summary>
public sealed class DataFileException : IOException
{
    internal DataFileException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }

    private DataFileException(string message, int line, int column)
        : base(message)
    {
        Line = line;
        Column = column;
    }

    /// <summary>Line of a text file, from 1, where that is known.</summary>
    public int? Line { get; }

    /// <summary>Column (field) of that line, from 1, where that is known.</summary>
    public int? Column { get; }

    internal static DataFileException AtField(string source, int line, int column, string message) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{source}, line {line}, column {column}: {message}"), line, column);
}
