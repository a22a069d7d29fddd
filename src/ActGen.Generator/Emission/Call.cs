using ActGen.Generator.Text;

namespace ActGen.Generator.Emission;

/// <summary>A call with named arguments, one a line; arguments without a value are left out.</summary>
internal sealed class Call(string target)
{
    private readonly List<string> _arguments = [];

    public Call With(string value)
    {
        _arguments.Add(value);
        return this;
    }

    public Call With(string name, string? value)
    {
        if (value is not null)
            _arguments.Add($"{name}: {value}");
        return this;
    }

    /// <summary>Writes the call as a statement.</summary>
    public void Write(CodeWriter code)
    {
        code.Line($"{target}(");
        using (code.Indent())
        {
            for (int i = 0; i < _arguments.Count; i++)
                code.Line(_arguments[i] + (i + 1 < _arguments.Count ? "," : ");"));
        }
    }
}
