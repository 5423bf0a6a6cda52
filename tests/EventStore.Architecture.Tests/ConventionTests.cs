namespace EventStore.Architecture.Tests;

public sealed class ConventionTests
{
    private const int LongestFile = 300;

    private static readonly string[] Leftovers = ["#pragma warning disable", "NotImplementedException", "TODO", "FIXME", "HACK"];

    [Fact]
    public void A_source_file_fits_into_one_reading()
    {
        string[] offenders = [.. Sources.In("src").Where(path => Sources.Text(path).AsSpan().Count('\n') > LongestFile)];

        Assert.Empty(offenders);
    }

    [Fact]
    public void Nothing_in_the_sources_is_silenced_or_left_for_later()
    {
        string[] offenders =
        [
            .. from path in Sources.In("src")
               let text = Sources.TextWithoutStrings(path)
               from leftover in Leftovers
               where text.Contains(leftover, StringComparison.Ordinal)
               select $"{path}: {leftover}",
        ];

        Assert.Empty(offenders);
    }

    [Fact]
    public void A_public_type_has_a_file_of_its_own_with_its_name()
    {
        string[] offenders =
        [
            .. from path in Sources.In("src")
               let file = Path.GetFileName(path).Split('.', '{')[0]
               from type in Sources.PublicTypes(path)
               where type != file
               select $"{path}: {type}",
        ];

        Assert.Empty(offenders);
    }
}
