namespace EventStore.Architecture.Tests;

/// <summary>What the README shows is what runs.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void The_readme_shows_the_bank_sample_word_for_word()
    {
        string sample = Between(Sources.Text("samples/Bank/Program.cs"), "// readme:begin\n", "// readme:end");
        string shown = Between(Sources.Text("README.md"), "```csharp\n", "```");

        Assert.NotEmpty(shown);
        Assert.Equal(sample, shown);
    }

    private static string Between(string text, string begin, string end)
    {
        int start = text.IndexOf(begin, StringComparison.Ordinal);
        Assert.True(start >= 0, $"'{begin.Trim()}' is missing");
        start += begin.Length;
        return text[start..text.IndexOf(end, start, StringComparison.Ordinal)];
    }
}
