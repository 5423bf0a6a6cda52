using Npgsql;
using NpgsqlTypes;

namespace EventStore.Postgres;

/// <summary>What has to be known of a table to tell whether its rows may be written in another order. Immutable.</summary>
internal sealed class TableTraits
{
    private const string ColumnsSql = """
        select a.attname::text, a.atttypid, a.atttypmod, a.attnotnull,
          exists (select from pg_catalog.pg_constraint k where k.conrelid = c.oid and k.contype in ('u', 'x', 'f', 'p') and a.attnum = any(k.conkey))
          or exists (select from pg_catalog.pg_constraint k where k.confrelid = c.oid and a.attnum = any(k.confkey))
          or exists (select from pg_catalog.pg_index i where i.indrelid = c.oid and (i.indisunique or i.indisexclusion) and a.attnum = any(i.indkey)),
          exists (select from pg_catalog.pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and a.attnum = any(k.conkey)),
          exists (select from pg_catalog.pg_index i where i.indrelid = c.oid and a.attnum = any(i.indkey))
        from pg_catalog.pg_class c
        join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        where c.oid = to_regclass($1) and c.relkind = 'r' and not c.relhasrules and not c.relrowsecurity and not c.relhassubclass and not c.relispartition
        and not exists (select from pg_catalog.pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal)
        and not exists (select from pg_catalog.pg_attribute g join pg_catalog.pg_type t on t.oid = g.atttypid
          where g.attrelid = c.oid and g.attnum > 0 and not g.attisdropped and (g.attgenerated <> '' or g.attidentity <> '' or t.typtype = 'd'))
        and not exists (select from pg_catalog.pg_attrdef d where d.adrelid = c.oid and replace(pg_catalog.pg_get_expr(d.adbin, d.adrelid), 'now()', '') like '%(%')
        and not exists (select from pg_catalog.pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and coalesce(0 = any(k.conkey), true))
        and not exists (select from pg_catalog.pg_index i where i.indrelid = c.oid and (i.indexprs is not null or i.indpred is not null))
        """;

    private const string KeysSql = """
        select array(select a.attname::text from pg_catalog.pg_attribute a where a.attrelid = i.indrelid and a.attnum = any((i.indkey::int2[])[0:i.indnkeyatts - 1]))
        from pg_catalog.pg_index i
        where i.indrelid = to_regclass($1) and i.indisunique and i.indisvalid and i.indimmediate and i.indexprs is null and i.indpred is null
        order by i.indisprimary desc
        """;

    private readonly Dictionary<string, ColumnTraits> _columns = new(StringComparer.Ordinal);
    private readonly List<string[]> _keys = [];

    private TableTraits()
    {
    }

    /// <summary>The columns that tell its rows apart, by name; the primary key first.</summary>
    public IReadOnlyList<string[]> Keys => _keys;

    /// <summary>Reads them. A table that has more to it than columns and keys, triggers for example, comes without any.</summary>
    public static async Task<TableTraits> ReadAsync(NpgsqlConnection connection, ReadModelTable table, CancellationToken cancellationToken)
    {
        var traits = new TableTraits();
        NpgsqlBatch batch = connection.CreateBatch();
        await using (batch.ConfigureAwait(false))
        {
            foreach (string sql in (string[])[ColumnsSql, KeysSql])
            {
                PostgresSession.Add(batch, sql).Parameters.Add(new NpgsqlParameter<string> { TypedValue = table.ToString(), NpgsqlDbType = NpgsqlDbType.Text });
            }

            NpgsqlDataReader reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    traits._columns[reader.GetString(0)] = new ColumnTraits(reader.GetFieldValue<uint>(1), reader.GetInt32(2), reader.GetBoolean(3), reader.GetBoolean(4), reader.GetBoolean(5), reader.GetBoolean(6));
                }

                await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    string[] key = reader.GetFieldValue<string[]>(0);
                    Array.Sort(key, StringComparer.Ordinal);
                    traits._keys.Add(key);
                }
            }
        }

        return traits;
    }

    public ColumnTraits? Find(string column) => _columns.GetValueOrDefault(column);
}
