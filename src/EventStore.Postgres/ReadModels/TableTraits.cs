using Npgsql;
using NpgsqlTypes;

namespace EventStore.Postgres;

/// <summary>What has to be known of a table to tell whether its rows may be written in another order, or together. Immutable.</summary>
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

    /// <summary>
    /// The kinds of statements whose number something sees, as in pg_trigger.tgtype: triggers of users, those of the
    /// tables too that a statement comes to by inheritance or through foreign keys, and whatever else runs a query of its
    /// own. Functions of the server and of extensions in C are taken to look at their arguments.
    /// </summary>
    private const string WatchedSql = """
        with recursive written(oid, kinds) as (
          select c.oid, 28 from pg_catalog.pg_class c where c.oid = to_regclass($1)
          union
          select n.oid, n.kinds from written w cross join lateral (
            select i.inhrelid, w.kinds from pg_catalog.pg_inherits i where i.inhparent = w.oid
            union all
            select k.conrelid, case when w.kinds < 28 then w.kinds
              else case when k.confdeltype in ('c', 'n', 'd') then 8 else 0 end + case when k.confupdtype in ('c', 'n', 'd') then 16 else 0 end end
            from pg_catalog.pg_constraint k
            where k.confrelid = w.oid and k.contype = 'f' and (k.confdeltype in ('c', 'n', 'd') or k.confupdtype in ('c', 'n', 'd'))
          ) n(oid, kinds)
        ),
        calls(relid) as (
          select coalesce(f.adrelid, nullif(k.conrelid, 0), a.attrelid)
          from pg_catalog.pg_depend d
          join pg_catalog.pg_proc p on p.oid = d.refobjid and p.provolatile <> 'i'
          join pg_catalog.pg_language l on l.oid = p.prolang and l.lanname not in ('internal', 'c')
          left join pg_catalog.pg_attrdef f on d.classid = 'pg_catalog.pg_attrdef'::regclass and f.oid = d.objid
          left join pg_catalog.pg_constraint k on d.classid = 'pg_catalog.pg_constraint'::regclass and k.oid = d.objid
          left join pg_catalog.pg_attribute a on a.atttypid = k.contypid and k.contypid <> 0
          where d.refclassid = 'pg_catalog.pg_proc'::regclass and d.classid in ('pg_catalog.pg_attrdef'::regclass, 'pg_catalog.pg_constraint'::regclass)
        )
        select case
          when c.relhasrules or row_security_active(c.oid)
            or exists (select from written w join pg_catalog.pg_class o on o.oid = w.oid where o.relkind not in ('r', 'p'))
            or exists (select from written w join calls on calls.relid = w.oid) then 28
          else coalesce((
            select bit_or(case when t.tgrelid = c.oid then t.tgtype & 28 else w.kinds end)
            from written w join pg_catalog.pg_trigger t on t.tgrelid = w.oid and not t.tgisinternal), 0)
          end
        from pg_catalog.pg_class c where c.oid = to_regclass($1)
        """;

    private const int InsertKind = 4;

    private const int RemoveKind = 8;

    private const int UpdateKind = 16;

    private readonly Dictionary<string, ColumnTraits> _columns = new(StringComparer.Ordinal);
    private readonly List<string[]> _keys = [];

    /// <summary>What has not been seen may be watched.</summary>
    private int _watched = InsertKind | RemoveKind | UpdateKind;

    private TableTraits()
    {
    }

    /// <summary>Whether there was a table.</summary>
    public bool IsOfTable { get; private set; }

    /// <summary>The columns that tell its rows apart, by name; the primary key first.</summary>
    public IReadOnlyList<string[]> Keys => _keys;

    /// <summary>Reads them. A table that has more to it than columns and keys, triggers for example, comes without any.</summary>
    public static async Task<TableTraits> ReadAsync(NpgsqlConnection connection, ReadModelTable table, CancellationToken cancellationToken)
    {
        var traits = new TableTraits();
        NpgsqlBatch batch = connection.CreateBatch();
        await using (batch.ConfigureAwait(false))
        {
            foreach (string sql in (string[])[ColumnsSql, KeysSql, WatchedSql])
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

                await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    traits.IsOfTable = true;
                    traits._watched = reader.GetInt32(0);
                }
            }
        }

        return traits;
    }

    public ColumnTraits? Find(string column) => _columns.GetValueOrDefault(column);

    /// <summary>Whether something would see that operations came as one statement: a trigger, for example.</summary>
    public bool IsWatched(RowAction action) => (_watched & action switch
    {
        RowAction.Insert => InsertKind,
        RowAction.Update => UpdateKind,
        RowAction.Upsert => InsertKind | UpdateKind,
        RowAction.Remove => RemoveKind,
        _ => 0,
    }) != 0;
}
