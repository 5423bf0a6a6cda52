namespace EventStore;

/// <summary>Why JSON cannot be stored, and where.</summary>
/// <param name="Path">The place, for example <c>.lines[3].name</c>.</param>
/// <param name="Reason">What is wrong, and the way out.</param>
internal readonly record struct JsonDefect(string Path, string Reason);
