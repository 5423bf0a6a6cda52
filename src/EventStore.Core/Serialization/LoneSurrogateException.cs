namespace EventStore;

/// <summary>Tells the recorder that a text cannot be written; it never reaches users.</summary>
internal sealed class LoneSurrogateException(string text) : Exception("A text holds half of a surrogate pair.")
{
    public string Text { get; } = text;
}
