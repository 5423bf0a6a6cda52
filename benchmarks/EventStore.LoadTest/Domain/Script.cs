namespace EventStore.LoadTest.Domain;

/// <summary>
/// What happens to an account, the same for the library and its limit: an event is made from its number, out of texts
/// that a seed has chosen. About 200 bytes of JSON each, and 120 of metadata. Immutable.
/// </summary>
internal sealed class Script
{
    public const string AggregateType = "account";

    private const int Texts = 512;
    private const string Currency = "EUR";

    private static readonly DateTimeOffset FirstDay = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly string[] _owners;
    private readonly string[] _references;
    private readonly string[] _counterparties;
    private readonly string[] _notes;
    private readonly EventMetadata[] _metadata;
    private readonly ReadOnlyMemory<byte>[] _utf8Metadata;

    /// <param name="seed">Chooses the texts.</param>
    public Script(int seed)
    {
        Seed = seed;
        var random = new Random(seed);
        _owners = Choose(() => $"Owner {random.Next(100_000_000):00000000}");
        _references = Choose(() => Hex(random, 16));
        _counterparties = Choose(() => $"DE{random.NextInt64(1_000_000_000_000_000_000L):00000000000000000000}");
        _notes = Choose(() => $"Invoice {random.Next(1_000_000):000000}, with thanks");
        _metadata = Choose(() => EventMetadata.Of(("correlation", Hex(random, 16)), ("user", $"teller-{random.Next(1_000):000}"), ("source", "load-test"), ("tenant", "north")));
        _utf8Metadata = [.. _metadata.Select(metadata => (ReadOnlyMemory<byte>)System.Text.Encoding.UTF8.GetBytes(metadata.ToString()))];

        T[] Choose<T>(Func<T> choose) => [.. Enumerable.Range(0, Texts).Select(_ => choose())];
    }

    public int Seed { get; }

    /// <summary>Metadata of the <paramref name="n"/>-th event of an account, made beforehand: a request has it once, for all of its events.</summary>
    public EventMetadata Metadata(int n) => _metadata[n % Texts];

    /// <summary>The same, as it is stored.</summary>
    public ReadOnlyMemory<byte> Utf8Metadata(int n) => _utf8Metadata[n % Texts];

    /// <summary>What the <paramref name="n"/>-th event of an account is, counted from 0.</summary>
    public static Step StepAt(int n) => n switch
    {
        0 => Step.Opened,
        _ when n % 10 == 9 => Step.Renamed,
        _ => n % 2 == 1 ? Step.Deposited : Step.Withdrawn,
    };

    public AccountOpened Opened(int n) => new(Owner(n), "Germany", Currency, "Branch 12, North", Reference(n), Note(n), Time(n));

    public MoneyDeposited Deposited(int n, decimal balance) => new(Amount(n), balance + Amount(n), Currency, Reference(n), _counterparties[n % Texts], Note(n), Time(n));

    public MoneyWithdrawn Withdrawn(int n, decimal balance) => new(Amount(n), balance - Amount(n), Currency, Reference(n), _counterparties[n % Texts], Note(n), Time(n));

    public OwnerRenamed Renamed(int n, string owner) => new(Owner(n), owner, "Branch 12, North", Reference(n), Note(n), Time(n));

    private static decimal Amount(int n) => 10.25m + (n % 97);

    private static DateTimeOffset Time(int n) => FirstDay.AddMinutes(n);

    private static string Hex(Random random, int bytes)
    {
        Span<byte> buffer = stackalloc byte[bytes];
        random.NextBytes(buffer);
        return Convert.ToHexStringLower(buffer);
    }

    private string Owner(int n) => _owners[n % Texts];

    private string Reference(int n) => _references[n % Texts];

    private string Note(int n) => _notes[n % Texts];
}
