namespace EventStore.Providers;

/// <summary>A list of names: filter first, then offset, then limit. Immutable.</summary>
/// <param name="Categories">True for categories (the text before a name's first dash), false for streams.</param>
/// <param name="Filter">The whole name, case-sensitive, or null.</param>
/// <param name="Pattern">A pattern of the common part of the two dialects that is found in the name, or null.</param>
/// <param name="Limit">How many at most, 1 or more, or null for all.</param>
/// <param name="Offset">How many to pass over, 0 or more.</param>
public sealed record NameQuery(bool Categories, string? Filter, string? Pattern, int? Limit, int Offset);
