namespace EventStore.Postgres;

/// <summary>
/// A checked pattern of the common dialect as the server understands it, so that it finds what .NET finds.
/// </summary>
/// <remarks>
/// In .NET a dot does not match a line break, and a dollar sign also stands before one that ends the text; in the
/// server's advanced regular expressions a dot matches everything and a dollar sign stands at the very end. There,
/// both anchors refuse a quantifier, which .NET allows.
/// </remarks>
internal static class PatternSql
{
    private const string Dot = @"[^\n]";
    private const string Start = "(?:^)";
    private const string End = @"(?:(?=\n?\Z))";

    /// <summary>Says that an advanced regular expression follows, whatever it begins with.</summary>
    private const string Director = "***:";

    public static string Translate(string pattern)
    {
        var sql = new System.Text.StringBuilder(Director, pattern.Length + 16);
        bool inClass = false;
        int classStart = 0;
        for (int i = 0; i < pattern.Length; i++)
        {
            char c = pattern[i];
            if (c == '\\' && i + 1 < pattern.Length)
            {
                sql.Append(c).Append(pattern[++i]);
            }
            else if (inClass)
            {
                inClass = c != ']' || i == classStart;
                sql.Append(c);
            }
            else if (c == '[')
            {
                inClass = true;
                sql.Append(c);
                if (i + 1 < pattern.Length && pattern[i + 1] == '^')
                {
                    sql.Append(pattern[++i]);
                }

                classStart = i + 1;
            }
            else
            {
                _ = c switch
                {
                    '.' => sql.Append(Dot),
                    '^' => sql.Append(Start),
                    '$' => sql.Append(End),
                    _ => sql.Append(c),
                };
            }
        }

        return sql.ToString();
    }
}
