using Npgsql;

namespace EventStore.Postgres;

/// <summary>Tells kinds of values and makes arrays of them.</summary>
internal static class ColumnKinds
{
    public static ColumnKind Of(object? value) => value switch
    {
        null => ColumnKind.None,
        string => ColumnKind.String,
        Guid => ColumnKind.Guid,
        int => ColumnKind.Int32,
        long => ColumnKind.Int64,
        short => ColumnKind.Int16,
        bool => ColumnKind.Boolean,
        decimal => ColumnKind.Decimal,
        double => ColumnKind.Double,
        float => ColumnKind.Single,
        DateTimeOffset => ColumnKind.Moment,
        DateTime time => time.Kind == DateTimeKind.Utc ? ColumnKind.Moment : ColumnKind.LocalTime,
        DateOnly => ColumnKind.Date,
        TimeOnly => ColumnKind.Time,
        TimeSpan => ColumnKind.Interval,
        byte[] => ColumnKind.Bytes,
        _ => ColumnKind.Other,
    };

    /// <summary>Tells whether two values of a kind are the same for the server exactly if they are for us.</summary>
    public static bool IsExact(ColumnKind kind) => kind is ColumnKind.Guid or ColumnKind.Int16 or ColumnKind.Int32 or ColumnKind.Int64 or ColumnKind.Boolean;

    /// <summary>The values of a column, one for each row.</summary>
    public static NpgsqlParameter ArrayOf(ColumnKind kind, IReadOnlyList<RowOperation> rows, int column) => kind switch
    {
        ColumnKind.Boolean => Values<bool>(rows, column),
        ColumnKind.Int16 => Values<short>(rows, column),
        ColumnKind.Int32 => Values<int>(rows, column),
        ColumnKind.Int64 => Values<long>(rows, column),
        ColumnKind.Single => Values<float>(rows, column),
        ColumnKind.Double => Values<double>(rows, column),
        ColumnKind.Decimal => Values<decimal>(rows, column),
        ColumnKind.Guid => Values<Guid>(rows, column),
        ColumnKind.Date => Values<DateOnly>(rows, column),
        ColumnKind.Time => Values<TimeOnly>(rows, column),
        ColumnKind.Interval => Values<TimeSpan>(rows, column),
        ColumnKind.LocalTime => Values<DateTime>(rows, column),
        ColumnKind.Moment => Parameter(Array(rows, value => value is DateTimeOffset time ? time.UtcDateTime : (DateTime?)value, column)),
        ColumnKind.String => Parameter(Array(rows, value => (string?)value, column)),
        ColumnKind.Bytes => Parameter(Array(rows, value => (byte[]?)value, column)),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Values of this kind travel alone."),
    };

    private static NpgsqlParameter<T?[]> Values<T>(IReadOnlyList<RowOperation> rows, int column)
        where T : struct => Parameter(Array(rows, value => (T?)value, column));

    private static T[] Array<T>(IReadOnlyList<RowOperation> rows, Func<object?, T> convert, int column)
    {
        var array = new T[rows.Count];
        for (int i = 0; i < array.Length; i++)
        {
            array[i] = convert(rows[i].Values[column]);
        }

        return array;
    }

    private static NpgsqlParameter<T[]> Parameter<T>(T[] array) => new() { TypedValue = array };
}
