namespace EventStore.Conformance.Domain;

[Event("nothing-noted")]
public sealed record NothingNoted;

[Event("text-noted")]
public sealed record TextNoted(string? Value);

[Event("number-noted")]
public sealed record NumberNoted(double Value);

[Event("integer-noted")]
public sealed record IntegerNoted(long Value);

[Event("tree-grown")]
public sealed record TreeGrown(Tree? Root);

public sealed record Tree(string Name, Tree? Child);
