using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace EventStore.Generators.Emission;

/// <summary>Writes lines, indented by the blocks around them, ended by <c>\n</c> on every machine.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    public void Line(string line = "")
    {
        if (line.Length > 0)
            _text.Append(' ', 4 * _depth).Append(line);

        _text.Append('\n');
    }

    public void Open(string? head = null)
    {
        if (head is not null)
            Line(head);

        Line("{");
        _depth++;
    }

    public void Close(string end = "}")
    {
        _depth--;
        Line(end);
    }

    /// <summary>Starts a line that belongs to the one above.</summary>
    public void Indent() => _depth++;

    /// <summary>Ends what <see cref="Indent"/> began.</summary>
    public void Outdent() => _depth--;

    /// <summary>Closes every block that is open.</summary>
    public SourceText End()
    {
        while (_depth > 0)
            Close();

        return SourceText.From(_text.ToString(), Encoding.UTF8);
    }
}
