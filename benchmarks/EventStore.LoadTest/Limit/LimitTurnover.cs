using EventStore.LoadTest.Domain;
using Npgsql;

namespace EventStore.LoadTest.Limit;

/// <summary>The fold, written by hand.</summary>
internal sealed class LimitTurnover
{
    public decimal Deposited { get; private set; }

    public decimal Withdrawn { get; private set; }

    public long Accounts { get; private set; }

    public long Renamed { get; private set; }

    public long Events { get; private set; }

    /// <summary>Folds rows of <see cref="LimitStatements.Follow"/> to their end.</summary>
    public async Task FoldAsync(NpgsqlDataReader reader)
    {
        while (await reader.ReadAsync())
        {
            Events++;
            switch (LimitReading.Read(reader.GetFieldValue<ReadOnlyMemory<byte>>(2).Span, reader.GetFieldValue<ReadOnlyMemory<byte>>(3).Span))
            {
                case MoneyDeposited e:
                    Deposited += e.Amount;
                    break;
                case MoneyWithdrawn e:
                    Withdrawn += e.Amount;
                    break;
                case OwnerRenamed:
                    Renamed++;
                    break;
                case AccountOpened:
                    Accounts++;
                    break;
            }
        }
    }
}
