using Npgsql;

namespace EventStore.Model.Tests.Hostile;

/// <summary>Everything of a database that has a name, and what its server has complained about: looked at from outside.</summary>
internal static class Catalog
{
    private const string Objects = """
        select string_agg(name, E'\n' order by name collate "C") from (
            select 'relation ' || n.nspname || '.' || c.relname || ' ' || c.relkind::text from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname not like 'pg_t%'
            union all select 'function ' || n.nspname || '.' || p.proname || ' ' || p.oid::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
            union all select 'schema ' || nspname from pg_namespace where nspname not like 'pg_t%'
            union all select 'type ' || n.nspname || '.' || t.typname from pg_type t join pg_namespace n on n.oid = t.typnamespace where n.nspname not like 'pg_t%'
            union all select 'role ' || rolname || ' ' || rolsuper::text || rolcanlogin::text from pg_roles
            union all select 'database ' || datname from pg_database
            union all select 'trigger ' || n.nspname || '.' || t.tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
            union all select 'extension ' || extname from pg_extension
        ) objects(name)
        """;

    /// <summary>The names, but those of other tests' schemas: these come and go.</summary>
    public static async Task<HashSet<string>> NamesAsync(PostgresServer server)
    {
        await using NpgsqlCommand command = server.Source.CreateCommand(Objects);
        string all = (string)(await command.ExecuteScalarAsync())!;
        return [.. all.Split('\n').Where(name => !OtherTests(name, server.Schema))];
    }

    private static bool OtherTests(string name, string schema) =>
        name.Contains(" es_", StringComparison.Ordinal) || (name.Contains(" model_", StringComparison.Ordinal) && !name.Contains($" {schema}", StringComparison.Ordinal));
}
