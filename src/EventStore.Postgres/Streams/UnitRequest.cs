using EventStore.Providers;
using Npgsql;

namespace EventStore.Postgres;

/// <summary>One unit: a statement for each of its parts.</summary>
internal sealed class UnitRequest(RecordedUnit unit, bool isBounded) : BatchRequest(isBounded)
{
    protected override void AddTo(NpgsqlBatch batch, StoreSchema schema) => AppendStatement.AddTo(batch, schema, unit);

    protected override ValueTask<long[]> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken) =>
        AppendStatement.ReadAsync(reader, unit.EventCount, cancellationToken);
}
