using System.Globalization;
using System.Text;
using EventStore.LoadTest.Measuring;

namespace EventStore.LoadTest.Reporting;

/// <summary>Draws ratios as bars about the line of the limit, on a scale on which half and double are equally far.</summary>
internal static class RatioPlot
{
    private const int Row = 22;
    private const int Left = 210;
    private const int Right = 110;
    private const int Width = 520;
    private const int Top = 66;
    private const string Faster = "#2b8a5a";
    private const string Slower = "#c0622d";

    public static string Draw(IReadOnlyList<Result> results)
    {
        (string Label, Spread Ratio)[] rows =
        [
            .. from result in results
               where result.Ratio is not null
               select ($"{result.Workload}, {result.Callers} caller{(result.Callers == 1 ? "" : "s")}", result.Ratio!.Value),
        ];
        double lowest = Math.Floor(Math.Log2(rows.Select(row => row.Ratio.Low).Append(0.5).Min()));
        double highest = Math.Ceiling(Math.Log2(rows.Select(row => row.Ratio.High).Append(2).Max()));
        int height = Top + (rows.Length * Row) + 16;
        var svg = new StringBuilder();
        Line($"""<svg xmlns="http://www.w3.org/2000/svg" width="{Left + Width + Right}" height="{height}" font-family="sans-serif" font-size="12">""");
        Line($"""<rect width="100%" height="100%" fill="white"/>""");
        Line($"""<text x="12" y="20" font-size="14" font-weight="bold">Rate of the library ÷ rate of its bare limit</text>""");
        Line($"""<text x="12" y="38" fill="#555">bar: median of the rounds; line: quartiles; right of 1× the library is faster</text>""");
        for (double power = lowest; power <= highest; power++)
        {
            double x = X(Math.Pow(2, power));
            Line($"""<line x1="{x:0.#}" y1="{Top - 4}" x2="{x:0.#}" y2="{height - 12}" stroke="{(power == 0 ? "#222" : "#ddd")}"/>""");
            Line($"""<text x="{x:0.#}" y="{Top - 7}" text-anchor="middle" fill="#555">{Math.Pow(2, power):0.###}×</text>""");
        }

        for (int i = 0; i < rows.Length; i++)
        {
            (string label, Spread ratio) = rows[i];
            int y = Top + (i * Row);
            double from = X(Math.Min(1, ratio.Median));
            double to = X(Math.Max(1, ratio.Median));
            Line($"""<text x="{Left - 8}" y="{y + 14}" text-anchor="end">{label}</text>""");
            Line($"""<rect x="{from:0.#}" y="{y + 3}" width="{to - from:0.#}" height="{Row - 8}" fill="{(ratio.Median >= 1 ? Faster : Slower)}"/>""");
            Line($"""<line x1="{X(ratio.Low):0.#}" y1="{y + 10}" x2="{X(ratio.High):0.#}" y2="{y + 10}" stroke="#222" stroke-width="2"/>""");
            Line($"""<text x="{Left + Width + 8}" y="{y + 14}">{ratio.Median:0.00}×</text>""");
        }

        svg.Append("</svg>\n");
        return svg.ToString();

        double X(double ratio) => Left + ((Math.Log2(ratio) - lowest) / (highest - lowest) * Width);

        void Line(FormattableString line) => svg.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }
}
