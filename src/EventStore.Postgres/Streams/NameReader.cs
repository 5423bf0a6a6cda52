using EventStore.Providers;
using Npgsql;
using NpgsqlTypes;

namespace EventStore.Postgres;

/// <summary>Lists the names of streams and categories, or those of another table, in the order of code points.</summary>
internal sealed class NameReader(ISessionSource sessions, string? table = null)
{
    /// <summary>What a pattern may cost on all names together, in milliseconds.</summary>
    private const string PatternTimeout = "900";

    private readonly StoreSchema _schema = sessions.Schema;

    public async Task<IReadOnlyList<string>> FetchAsync(NameQuery query, CancellationToken cancellationToken)
    {
        if (query.Filter is { } filter && !EventStore.Text.CanBeStored(filter))
        {
            query = query with { Filter = "" };
        }

        PostgresSession session = await sessions.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            NpgsqlBatch batch = session.CreateReadingBatch();
            await using (batch.ConfigureAwait(false))
            {
                if (query.Pattern is not null)
                {
                    PostgresSession.Add(batch, $"set local statement_timeout = {PatternTimeout}");
                }

                AddNames(batch, query);
                session.AddCommit(batch);
                try
                {
                    return await ReadAsync(session, batch, cancellationToken).ConfigureAwait(false);
                }
                catch (PostgresException exception)
                {
                    throw exception.SqlState switch
                    {
                        PostgresErrorCodes.QueryCanceled when query.Pattern is not null => new EventStoreException(
                            $"The pattern '{query.Pattern}' takes longer than {PatternTimeout} ms on the names that there are. Choose a simpler one.", exception),
                        PostgresErrorCodes.InvalidRegularExpression => new ArgumentException(
                            $"The pattern '{query.Pattern}' is not valid: {exception.MessageText}.", nameof(query), exception),
                        _ when PostgresErrors.IsMissing(exception) => new EventStoreNotInstalledException(_schema.Description, exception),
                        _ => PostgresErrors.Translate(exception, _schema),
                    };
                }
            }
        }
    }

    private static async Task<IReadOnlyList<string>> ReadAsync(PostgresSession session, NpgsqlBatch batch, CancellationToken cancellationToken)
    {
        var names = new List<string>();
        NpgsqlDataReader reader = await session.ExecuteAsync(batch, cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                names.Add(reader.GetString(0));
            }

            await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
            return names;
        }
    }

    private void AddNames(NpgsqlBatch batch, NameQuery query)
    {
        string names = table ?? (query.Categories
            ? $"(select distinct {CategorySql.Category} as name from {_schema.Streams} where {CategorySql.HasCategory}) as categories"
            : _schema.Streams);
        NpgsqlBatchCommand command = PostgresSession.Add(batch, $"""
            select name from {names}
            where ($1::text is null or name = $1) and ($2::text is null or name ~ $2)
            order by name collate "C" limit $3 offset $4
            """);
        command.Parameters.Add(Text(query.Filter));
        command.Parameters.Add(Text(query.Pattern is { } pattern ? PatternSql.Translate(pattern) : null));
        command.Parameters.Add(new NpgsqlParameter { Value = query.Limit is { } limit ? (long)limit : DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = query.Offset, NpgsqlDbType = NpgsqlDbType.Bigint });
    }

    private static NpgsqlParameter Text(string? value) => new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };
}
