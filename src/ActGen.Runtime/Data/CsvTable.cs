using System.Globalization;

namespace ActGen;

/// <summary>Reads the records of a CSV file into features and labels or targets.</summary>
internal sealed class CsvTable
{
    private readonly CsvReader _reader;
    private readonly CsvOptions _options;
    private readonly string _source;
    private readonly List<float> _features = [];
    private readonly List<float> _targets = [];
    private readonly List<string> _labels = [];
    private readonly List<int> _lines = [];
    private int _columns;
    private bool[] _isTarget = [];
    private int[] _targetColumns = [];

    public CsvTable(TextReader text, CsvOptions options, string source)
    {
        if (options.Separator is '"' or '\r' or '\n')
            throw new ArgumentException("A quote or a line break cannot separate fields.", nameof(options));
        _reader = new CsvReader(text, options.Separator, source);
        _options = options;
        _source = source;
    }

    private bool IsRegression => _options.TargetColumns is not null;

    public Dataset Read()
    {
        _reader.SkipLines(_options.SkipLines);
        bool first = true;
        while (_reader.Read())
        {
            if (first)
                Prepare(_reader.Fields.Count);
            if (!(first && IsHeader()))
                AddRow();
            first = false;
        }
        if (_lines.Count == 0)
            throw new DataFileException($"{_source}: there is no row.");
        float[] features = [.. _features];
        return IsRegression
            ? Dataset.FromArrays(features, [.. _targets], _lines.Count)
            : CsvLabels.Read(_labels, _options.ClassNames, (row, message) => DataFileException.AtField(_source, _lines[row], _targetColumns[0] + 1, message)).ToDataset(features);
    }

    private void Prepare(int columns)
    {
        _columns = columns;
        _isTarget = new bool[columns];
        _targetColumns = [.. (_options.TargetColumns ?? [_options.LabelColumn]).Select(Absolute)];
        if (_targetColumns.Length == 0)
            throw new ArgumentException($"{nameof(CsvOptions.TargetColumns)} is empty.", "options");
        foreach (int column in _targetColumns)
            _isTarget[column] = true;
        if (!_isTarget.Contains(false))
            throw new DataFileException($"{_source}: no column is left for features.");
    }

    private int Absolute(int column)
    {
        int absolute = column < 0 ? column + _columns : column;
        return (uint)absolute < (uint)_columns
            ? absolute
            : throw new ArgumentException($"There is no column {column}: {_source} has {_columns} columns.", "options");
    }

    private bool IsHeader()
    {
        if (_options.Header is { } header)
            return header;
        // Names everywhere: one number among them, and the record is data with a fault that must not go unseen.
        for (int column = 0; column < _columns; column++)
        {
            if ((IsRegression || !_isTarget[column]) && TryParse(_reader.Fields[column], out _))
                return false;
        }
        return true;
    }

    private void AddRow()
    {
        if (_reader.Fields.Count != _columns)
            throw DataFileException.AtField(_source, _reader.Line, Math.Min(_reader.Fields.Count, _columns) + 1, $"the row has {_reader.Fields.Count} columns, the first one has {_columns}.");
        _lines.Add(_reader.Line);
        for (int column = 0; column < _columns; column++)
        {
            if (!_isTarget[column])
                _features.Add(Number(column));
        }
        if (IsRegression)
            _targets.AddRange(_targetColumns.Select(Number));
        else
            _labels.Add(_reader.Fields[_targetColumns[0]].Trim());
    }

    private float Number(int column)
    {
        string field = _reader.Fields[column];
        return TryParse(field, out float number)
            ? number
            : throw DataFileException.AtField(_source, _reader.Line, column + 1, $"\"{field}\" is not a finite number{(_lines.Count == 1 ? $" (if this line names the columns, set {nameof(CsvOptions)}.{nameof(CsvOptions.Header)} to true)" : "")}.");
    }

    private static bool TryParse(string field, out float number) =>
        float.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && float.IsFinite(number);
}
