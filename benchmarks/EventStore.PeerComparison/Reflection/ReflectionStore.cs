using System.Data;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace EventStore.PeerComparison.Reflection;

/// <summary>
/// A plain store that finds at run time what the library settles at compile time. One insert for each event, all of an
/// append in one batch; a unique index refuses what somebody else has written. Statements are prepared.
/// </summary>
internal sealed class ReflectionStore(NpgsqlDataSource source, TypeMap types, string table) : IAsyncDisposable
{
    private readonly string _insert = $"insert into {table} (event_id, event_name, payload, metadata, aggregate_id, aggregate_version, created_at) values ($1, $2, $3, $4, $5, $6, $7)";
    private readonly string _load = $"select event_name, payload from {table} where aggregate_id = $1 order by aggregate_version";
    private readonly string _page = $"select no, aggregate_id, event_name, payload, metadata from {table} where no > $1 order by no limit $2";

    public async Task InstallAsync()
    {
        await using NpgsqlCommand command = source.CreateCommand($"""
            create table if not exists {table} (
              no bigint generated always as identity primary key, event_id uuid not null unique, event_name text not null,
              payload json not null, metadata jsonb not null, aggregate_id uuid not null, aggregate_version int not null,
              created_at timestamptz not null, unique (aggregate_id, aggregate_version));
            create table if not exists reflected_projections (name text primary key, position bigint not null, state jsonb);
            create table if not exists reflected_balances (account uuid primary key, owner text, balance numeric, reference text)
            """);
        await command.ExecuteNonQueryAsync();
    }

    public async Task AppendAsync(List<ReflectedEvent> events)
    {
        await using NpgsqlConnection connection = await source.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection);
        foreach (ReflectedEvent one in events)
        {
            var command = new NpgsqlBatchCommand(_insert);
            command.Parameters.Add(new NpgsqlParameter { Value = Guid.CreateVersion7() });
            command.Parameters.Add(new NpgsqlParameter { Value = types.NameOf(one.Payload) });
            command.Parameters.Add(new NpgsqlParameter { Value = JsonSerializer.Serialize(one.Payload, one.Payload.GetType()), NpgsqlDbType = NpgsqlDbType.Json });
            command.Parameters.Add(new NpgsqlParameter { Value = JsonSerializer.Serialize(one.Metadata), NpgsqlDbType = NpgsqlDbType.Jsonb });
            command.Parameters.Add(new NpgsqlParameter { Value = one.AggregateId });
            command.Parameters.Add(new NpgsqlParameter { Value = one.Version });
            command.Parameters.Add(new NpgsqlParameter { Value = DateTime.UtcNow });
            batch.BatchCommands.Add(command);
        }

        await batch.PrepareAsync();
        await batch.ExecuteNonQueryAsync();
    }

    public async Task<ReflectedAccount> GetAsync(Guid id)
    {
        var account = new ReflectedAccount(id);
        await using NpgsqlConnection connection = await source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(_load, connection) { Parameters = { new() { Value = id } } };
        await command.PrepareAsync();
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            account.Apply(Read(reader, 0));
        }

        return account;
    }

    /// <summary>Handles what comes behind a position, a page.</summary>
    /// <returns>The position that it has come to.</returns>
    public async Task<long> FollowAsync(NpgsqlConnection connection, long position, int page, Action<Guid, object> handle)
    {
        await using var command = new NpgsqlCommand(_page, connection) { Parameters = { new() { Value = position }, new() { Value = page } } };
        await command.PrepareAsync();
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(CommandBehavior.Default);
        while (await reader.ReadAsync())
        {
            position = reader.GetInt64(0);
            JsonSerializer.Deserialize<Dictionary<string, object>>(reader.GetString(4));
            handle(reader.GetGuid(1), Read(reader, 2));
        }

        return position;
    }

    public async Task<NpgsqlConnection> OpenConnectionAsync() => await source.OpenConnectionAsync();

    public ValueTask DisposeAsync() => source.DisposeAsync();

    private object Read(NpgsqlDataReader reader, int column) =>
        JsonSerializer.Deserialize(reader.GetString(column + 1), types.TypeOf(reader.GetString(column)))!;
}
