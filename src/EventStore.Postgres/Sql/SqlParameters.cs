using Npgsql;
using NpgsqlTypes;

namespace EventStore.Postgres;

/// <summary>Collects the parameters of a statement and gives each the name under which its text refers to it.</summary>
internal readonly struct SqlParameters(NpgsqlParameterCollection parameters)
{
    public string Add(string value) => Add(value, NpgsqlDbType.Text);

    public string Add(long value) => Add(value, NpgsqlDbType.Bigint);

    public string Add(Guid value) => Add(value, NpgsqlDbType.Uuid);

    public string Add(DateTimeOffset value) => Add(value.UtcDateTime, NpgsqlDbType.TimestampTz);

    public string AddNumber(string json) => $"{Add(json, NpgsqlDbType.Text)}::numeric";

    public string AddJson(string json) => Add(json, NpgsqlDbType.Jsonb);

    public string Add(string[] values) => Add(values, NpgsqlDbType.Array | NpgsqlDbType.Text);

    public string Add(Guid[] values) => Add(values, NpgsqlDbType.Array | NpgsqlDbType.Uuid);

    public string Add(DateTimeOffset[] values) => Add(Array.ConvertAll(values, value => value.UtcDateTime), NpgsqlDbType.Array | NpgsqlDbType.TimestampTz);

    public string AddJson(string[] values) => Add(values, NpgsqlDbType.Array | NpgsqlDbType.Jsonb);

    private string Add<T>(T value, NpgsqlDbType type)
    {
        parameters.Add(new NpgsqlParameter<T> { TypedValue = value, NpgsqlDbType = type });
        return $"${parameters.Count}";
    }
}
