using Npgsql;

namespace EventStore.Postgres;

/// <summary>A statement on rows of a read model's table, with its values. Immutable.</summary>
internal sealed record RowOperation(RowStatement Statement, IReadOnlyList<object?> Values)
{
    public void AddTo(NpgsqlBatch batch)
    {
        NpgsqlBatchCommand command = PostgresSession.Add(batch, Statement.Sql);
        foreach (object? value in Values)
        {
            command.Parameters.Add(value switch
            {
                null => new NpgsqlParameter { Value = DBNull.Value },
                NpgsqlParameter typed => typed.Clone(),

                // The server keeps a moment, and no offset.
                DateTimeOffset time => new NpgsqlParameter { Value = time.ToUniversalTime() },
                _ => new NpgsqlParameter { Value = value },
            });
        }
    }
}
