namespace EventStore.Core.Tests;

public sealed class TextPatternTests
{
    [Theory]
    [InlineData("s.*er-", "user-1", true)]
    [InlineData("^b[a]r$", "bar", true)]
    [InlineData("^b[a]r$", "Bar", false)]
    [InlineData("r$", "bar\n", false)]
    [InlineData("a.b", "a\nb", true)]
    [InlineData("^b", "a\nb", false)]
    [InlineData(@"\d", "٣", false)]
    [InlineData(@"\w", "é", false)]
    [InlineData(@"\s", "\u00a0", false)]
    [InlineData(@"^[\d\s-]+$", "1 2-3", true)]
    [InlineData(@"^\W$", "é", true)]
    [InlineData(@"^(?:ab|c){2,3}$", "abcab", true)]
    [InlineData("[]a]", "]", true)]
    [InlineData("[^]a]", "]", false)]
    [InlineData("[[]", "[", true)]
    [InlineData(@"a\.b", "axb", false)]
    [InlineData("a+?b??", "aab", true)]
    [InlineData("^.$", "👋", true)]
    [InlineData("^..$", "👋", false)]
    [InlineData("^[^a]$", "👋", true)]
    [InlineData(@"^\W$", "👋", true)]
    [InlineData(@"^\S{2}$", "👋a", true)]
    [InlineData("^👋+$", "👋👋", true)]
    [InlineData("^[^]a]$", "b", true)]
    [InlineData("^[^a]{2}$", "😀", false)]
    [InlineData(@"^\D\W\S$", "😀😀😀", true)]
    [InlineData("^😀?$", "", true)]
    [InlineData("^😀{2}$", "😀😀", true)]
    [InlineData("[--9]", "5", true)]
    [InlineData(@"[\--9]", "5", true)]
    [InlineData(@"^[\]\\^]+$", @"]\^", true)]
    [InlineData(@"^[\w.-]+$", "a.b-c", true)]
    [InlineData(@"[+\-9]", "5", false)]
    public void Finds_what_PostgreSQL_finds(string pattern, string text, bool found)
    {
        Assert.Equal(found, TextPattern.Compile(pattern).IsMatch(text));
    }

    [Theory]
    [InlineData("invalid)")]
    [InlineData("(open")]
    [InlineData("[open")]
    [InlineData("(?=a)")]
    [InlineData("(?<!a)b")]
    [InlineData("(?i)a")]
    [InlineData("(?<name>a)")]
    [InlineData(@"(a)\1")]
    [InlineData(@"\bword\b")]
    [InlineData(@"\p{L}")]
    [InlineData(@"\x41")]
    [InlineData(@"\")]
    [InlineData("[[:alpha:]]")]
    [InlineData(@"[\D]")]
    [InlineData("[a-z-[b]]")]
    [InlineData(@"[\w-z]")]
    [InlineData(@"[a-\d]")]
    [InlineData("[a-c-e]")]
    [InlineData("[a-\ufffd]")]
    [InlineData("[z-a]")]
    [InlineData("a**")]
    [InlineData("a++")]
    [InlineData("a{1000}")]
    [InlineData("a{,3}")]
    [InlineData("a{")]
    [InlineData("***=a")]
    [InlineData("\0")]
    [InlineData("*a")]
    public void Refuses_what_the_two_dialects_do_not_share(string pattern)
    {
        Assert.Throws<ArgumentException>(() => TextPattern.Check(pattern));
    }

    [Fact]
    public void Refuses_half_of_a_surrogate_pair()
    {
        Assert.Throws<ArgumentException>(() => TextPattern.Check("a\ud800"));
    }

    [Fact]
    public void Refuses_more_than_256_characters()
    {
        TextPattern.Check(new string('a', 256));
        Assert.Throws<ArgumentException>(() => TextPattern.Check(new string('a', 257)));
    }

    [Fact]
    public void Does_not_backtrack()
    {
        Assert.DoesNotMatch(TextPattern.Compile("^(a+)+$"), new string('a', 200) + "!");
    }
}
