namespace EventStore.Postgres;

/// <summary>A stream's category: the text before the first dash of its name, if there is any.</summary>
internal static class CategorySql
{
    public const string HasCategory = "strpos(name, '-') > 1";

    public const string Category = "split_part(name, '-', 1) collate \"C\"";
}
