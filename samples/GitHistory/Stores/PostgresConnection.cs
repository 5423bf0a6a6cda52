using Npgsql;

namespace GitHistory.Stores;

/// <summary>Where PostgreSQL is: what <c>--connection</c> says, and for the rest what the environment says, as with psql.</summary>
internal static class PostgresConnection
{
    private const string SocketDirectory = "/var/run/postgresql";

    public static NpgsqlConnectionStringBuilder From(string? connection)
    {
        NpgsqlConnectionStringBuilder fromEnvironment = FromEnvironment();
        try
        {
            // The later of two settings counts.
            return new NpgsqlConnectionStringBuilder($"{fromEnvironment.ConnectionString};{connection}");
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            throw new UserException($"--connection is not understood: {exception.Message}", ExitCode.Usage);
        }
    }

    /// <summary>The slim builder leaves out what a sample has no use for, which keeps the native program small.</summary>
    public static NpgsqlDataSource BuildSource(string connectionString)
    {
        var builder = new NpgsqlSlimDataSourceBuilder(connectionString);
        builder.EnableTransportSecurity();
        return builder.Build();
    }

    private static NpgsqlConnectionStringBuilder FromEnvironment()
    {
        // Npgsql itself reads PGUSER, PGPASSWORD, PGPASSFILE and PGOPTIONS.
        var settings = new NpgsqlConnectionStringBuilder
        {
            ApplicationName = Variable("PGAPPNAME") ?? "GitHistory",
            Host = Variable("PGHOST") ?? (Directory.Exists(SocketDirectory) ? SocketDirectory : "localhost"),
        };
        try
        {
            if (Variable("PGPORT") is { } port)
            {
                settings["Port"] = port;
            }

            if (Variable("PGDATABASE") is { } database)
            {
                settings.Database = database;
            }

            if (Variable("PGSSLMODE") is { } mode)
            {
                settings["SSL Mode"] = mode.Replace("-", "", StringComparison.Ordinal);
            }

            if (Variable("PGCONNECT_TIMEOUT") is { } timeout)
            {
                settings["Timeout"] = timeout;
            }
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or OverflowException)
        {
            throw new UserException($"the environment's PG… variables are not understood: {exception.Message}", ExitCode.Usage);
        }

        return settings;
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
