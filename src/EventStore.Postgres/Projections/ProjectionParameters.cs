using EventStore.Providers;
using Npgsql;
using NpgsqlTypes;

namespace EventStore.Postgres;

/// <summary>Parameters as the statements on projections take them.</summary>
internal static class ProjectionParameters
{
    /// <summary>A projection's name; empty, which none is called, if the server cannot hold it.</summary>
    public static void AddName(this NpgsqlBatchCommand command, string name) => command.AddText(Text.CanBeStored(name) ? name : "");

    public static void AddText(this NpgsqlBatchCommand command, string value) => Add(command, value, NpgsqlDbType.Text);

    public static void AddTexts(this NpgsqlBatchCommand command, IEnumerable<string> values) =>
        Add(command, values.Where(Text.CanBeStored).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text);

    public static void AddToken(this NpgsqlBatchCommand command, ProjectionLease lease) => Add(command, lease.Token, NpgsqlDbType.Uuid);

    public static void AddDuration(this NpgsqlBatchCommand command, ProjectionLease lease) => Add(command, lease.Duration, NpgsqlDbType.Interval);

    public static void AddTokens(this NpgsqlBatchCommand command, IEnumerable<ProjectionLease> leases) =>
        Add(command, leases.Select(lease => lease.Token).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Uuid);

    public static void AddDurations(this NpgsqlBatchCommand command, IEnumerable<ProjectionLease> leases) =>
        Add(command, leases.Select(lease => lease.Duration).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Interval);

    public static void AddNumber(this NpgsqlBatchCommand command, long value) => Add(command, value, NpgsqlDbType.Bigint);

    public static void AddFlag(this NpgsqlBatchCommand command, bool value) => Add(command, value, NpgsqlDbType.Boolean);

    public static void AddJson(this NpgsqlBatchCommand command, ReadOnlyMemory<byte> value) => Add(command, value, NpgsqlDbType.Json);

    public static void AddNumbers(this NpgsqlBatchCommand command, long[] values) => Add(command, values, NpgsqlDbType.Array | NpgsqlDbType.Bigint);

    public static void AddArray<T>(this NpgsqlBatchCommand command, IReadOnlyList<ParkedEvent> events, NpgsqlDbType type, Func<ParkedEvent, T> select) =>
        Add(command, events.Select(select).ToArray(), NpgsqlDbType.Array | type);

    private static void Add<T>(NpgsqlBatchCommand command, T value, NpgsqlDbType type) =>
        command.Parameters.Add(new NpgsqlParameter<T> { TypedValue = value, NpgsqlDbType = type });
}
