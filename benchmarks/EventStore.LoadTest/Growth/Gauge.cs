using EventStore.LoadTest.Measuring;

namespace EventStore.LoadTest.Growth;

/// <summary>Takes a rate: the median of some rounds, after a warm-up.</summary>
internal sealed class Gauge(Meter meter, Pace pace)
{
    private const int Rounds = 5;

    /// <returns>Operations a second.</returns>
    public async Task<double> RateAsync(Contender contender, int callers, CancellationToken cancellationToken)
    {
        await meter.RunAsync(contender, callers, pace.WarmUp, cancellationToken);
        var rates = new List<double>();
        for (int round = 0; round < (pace.IsQuick ? 1 : Rounds); round++)
        {
            rates.Add((await meter.RunAsync(contender, callers, pace.Round, cancellationToken)).Rate);
        }

        return Spread.Of(rates).Median;
    }
}
