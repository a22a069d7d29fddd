using System.Text;

namespace ActGen;

/// <summary>Splits CSV text into records, with quoting as in RFC 4180: a quoted field may hold separators, line breaks and doubled quotes.</summary>
/// <param name="text">The text.</param>
/// <param name="separator">What separates fields.</param>
/// <param name="source">Name of the file, for messages.</param>
internal sealed class CsvReader(TextReader text, char separator, string source)
{
    private readonly List<string> _fields = [];
    private readonly StringBuilder _field = new();
    private int? _ahead;
    private int _nextLine = 1;

    /// <summary>Line on which the present record starts, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>The fields of the present record.</summary>
    public IReadOnlyList<string> Fields => _fields;

    /// <summary>Skips whole lines.</summary>
    public void SkipLines(int count)
    {
        for (int i = 0; i < count && Peek() >= 0; i++)
        {
            int character;
            do
                character = Next();
            while (character is not (< 0 or '\n' or '\r'));
            if (character == '\r' && Peek() == '\n')
                Next();
            _nextLine++;
        }
    }

    /// <summary>Moves to the next record that is not an empty line.</summary>
    public bool Read()
    {
        do
        {
            if (Peek() < 0)
                return false;
            Line = _nextLine;
            ReadRecord();
        }
        while (_fields is [""]);
        return true;
    }

    private void ReadRecord()
    {
        _fields.Clear();
        bool more;
        do
        {
            _field.Clear();
            more = Peek() == '"' ? ReadQuoted() : ReadPlain();
            _fields.Add(_field.ToString());
        }
        while (more);
    }

    /// <summary>Reads to the separator (true) or the end of the record (false).</summary>
    private bool ReadPlain()
    {
        while (true)
        {
            int character = Next();
            if (character == '"')
                throw Problem("a quote in a field that does not start with one");
            if (EndsField(character, out bool more))
                return more;
            _field.Append((char)character);
        }
    }

    private bool ReadQuoted()
    {
        Next();
        while (true)
        {
            int character = Next();
            if (character < 0)
                throw Problem("the quoted field never ends");
            if (character == '\n')
                _nextLine++;
            if (character != '"')
            {
                _field.Append((char)character);
            }
            else if (Peek() == '"')
            {
                Next();
                _field.Append('"');
            }
            else
            {
                return EndsField(Next(), out bool more) ? more : throw Problem("there is text behind the closing quote");
            }
        }
    }

    private bool EndsField(int character, out bool more)
    {
        more = character == separator;
        if (more)
            return true;
        if (character == '\r' && Peek() == '\n')
            character = Next();
        if (character is '\n' or '\r')
            _nextLine++;
        return character is < 0 or '\n' or '\r';
    }

    /// <summary>The next character, which stays the next; −1 at the end.</summary>
    /// <remarks>Not <see cref="TextReader.Peek"/>: readers that do not override it answer −1 where more follows.</remarks>
    private int Peek() => _ahead ??= text.Read();

    private int Next()
    {
        int character = Peek();
        _ahead = null;
        return character;
    }

    private DataFileException Problem(string message) => DataFileException.AtField(source, Line, _fields.Count + 1, message + ".");
}
