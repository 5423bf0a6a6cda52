using System.ComponentModel;
using System.Text.Json;

namespace EventStore.CompilerServices;

/// <summary>Reads an element of a collection. For generated code.</summary>
/// <typeparam name="T">The element.</typeparam>
/// <param name="reader">Stands at the element's first token, and then at its last.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate T JsonElementReader<out T>(ref Utf8JsonReader reader);
