using System.ComponentModel;
using System.Text.Json;

namespace EventStore.CompilerServices;

/// <summary>
/// Reads an event straight from JSON. For generated code. It may throw anything for JSON that it cannot read: the
/// metadata then say what is wrong.
/// </summary>
/// <param name="reader">Stands at the first token, and then at the last.</param>
/// <returns>The event, or null if the JSON is null.</returns>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate object? EventPayloadReader(ref Utf8JsonReader reader);
