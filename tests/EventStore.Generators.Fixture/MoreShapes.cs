using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EventStore.Generators.Fixture;

[Event("gatherings")]
public sealed record Gatherings(
    Queue<int> Queue,
    ConcurrentQueue<string> Concurrent,
    LinkedList<Money> Linked,
    Collection<int> Collection,
    ObservableCollection<string> Observed,
    Memory<int> Memory,
    ReadOnlyMemory<Priority> ReadOnly,
    OrderedDictionary<string, int> Ordered,
    SortedList<int, string> Sorted,
    ConcurrentDictionary<string, int> Shared,
    ImmutableQueue<int> Waiting,
    IImmutableList<string> Fixed,
    IImmutableSet<int> Unique,
    IImmutableQueue<long> InLine,
    IImmutableDictionary<string, Money> Rates);

[Event("measured")]
public sealed record Measured(
    [property: JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)] double Value,
    [property: JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)] float? Error,
    List<double> Series);

/// <summary>Made and filled by what the compiler would not let generated code touch.</summary>
[Event("sealed-letter")]
public sealed class SealedLetter
{
    [JsonConstructor]
    private SealedLetter(string to) => To = to;

    public string To { get; }

    [JsonInclude]
    private int Seals { get; set; } = 1;

    [JsonInclude]
    private string? _note;

    public static SealedLetter Write(string to, int seals, string? note) => new(to) { Seals = seals, _note = note };

    public (int Seals, string? Note) Open() => (Seals, _note);
}

[Event("documented")]
public sealed record Documented(JsonDocument? Document, JsonElement Element);
