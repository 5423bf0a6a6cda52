using System.Text;

namespace EventStore.Postgres;

/// <summary>
/// A checked pattern of the common dialect for the server's <c>~</c> under <c>COLLATE "C"</c>, whose meaning the
/// dialect has: a dot matches a line break too, <c>$</c> is the very end, <c>\d \s \w</c> are ASCII.
/// </summary>
internal static class PatternSql
{
    /// <summary>Puts anchors in groups: the server refuses a quantifier behind a bare one, .NET does not.</summary>
    public static string Translate(string pattern)
    {
        var sql = new StringBuilder(pattern.Length + 16);
        int classStart = -1;
        for (int i = 0; i < pattern.Length; i++)
        {
            char c = pattern[i];
            bool inClass = classStart >= 0;
            if (c == '\\' && i + 1 < pattern.Length)
            {
                sql.Append(c).Append(pattern[++i]);
            }
            else if (!inClass && (c is '^' or '$'))
            {
                sql.Append("(?:").Append(c).Append(')');
            }
            else
            {
                sql.Append(c);
                if (!inClass && c == '[')
                {
                    // A bracket in the first place, or behind a leading ^, is a literal.
                    classStart = i + 1 < pattern.Length && pattern[i + 1] == '^' ? i + 2 : i + 1;
                }
                else if (inClass && c == ']' && i > classStart)
                {
                    classStart = -1;
                }
            }
        }

        return sql.ToString();
    }
}
