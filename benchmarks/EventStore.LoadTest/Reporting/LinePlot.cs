using System.Globalization;
using System.Text;
using EventStore.LoadTest.Growth;

namespace EventStore.LoadTest.Reporting;

/// <summary>Draws figures over a size, each relative to its own at the smallest size, both on logarithmic scales.</summary>
internal static class LinePlot
{
    private const int Left = 60;
    private const int Top = 60;
    private const int Width = 520;
    private const int Height = 260;
    private const int Legend = 18;

    private static readonly string[] Colours = ["#1f6fb4", "#c0622d", "#2b8a5a", "#8a3f9e", "#8a7a1f"];

    public static string Draw(GrowthTable table)
    {
        (string Name, (double Size, double Value)[] Points)[] lines =
        [
            .. from index in Enumerable.Range(0, table.Figures.Count)
               let points = (from row in table.Rows where row.Values[index] is > 0 select (Size: (double)row.Size, Value: row.Values[index]!.Value)).ToArray()
               where points.Length > 1
               select (table.Figures[index], points.Select(point => (point.Size, point.Value / points[0].Value)).ToArray()),
        ];
        double[] sizes = [.. table.Rows.Select(row => (double)row.Size)];
        double lowest = Math.Floor(Math.Log2(lines.SelectMany(line => line.Points).Select(point => point.Value).Append(0.5).Min()));
        double highest = Math.Ceiling(Math.Log2(lines.SelectMany(line => line.Points).Select(point => point.Value).Append(2).Max()));
        int height = Top + Height + 40 + (lines.Length * Legend) + 12;
        var svg = new StringBuilder();
        Line($"""<svg xmlns="http://www.w3.org/2000/svg" width="{Left + Width + 40}" height="{height}" font-family="sans-serif" font-size="12">""");
        Line($"""<rect width="100%" height="100%" fill="white"/>""");
        Line($"""<text x="12" y="20" font-size="14" font-weight="bold">{table.Title}</text>""");
        Line($"""<text x="12" y="38" fill="#555">each figure relative to its own at the smallest size</text>""");
        for (double power = lowest; power <= highest; power++)
        {
            double y = Y(Math.Pow(2, power));
            Line($"""<line x1="{Left}" y1="{y:0.#}" x2="{Left + Width}" y2="{y:0.#}" stroke="{(power == 0 ? "#222" : "#ddd")}"/>""");
            Line($"""<text x="{Left - 6}" y="{y + 4:0.#}" text-anchor="end" fill="#555">{Math.Pow(2, power):0.###}×</text>""");
        }

        foreach (double size in sizes)
        {
            Line($"""<line x1="{X(size):0.#}" y1="{Top}" x2="{X(size):0.#}" y2="{Top + Height}" stroke="#eee"/>""");
            Line($"""<text x="{X(size):0.#}" y="{Top + Height + 16}" text-anchor="middle" fill="#555">{size:N0}</text>""");
        }

        Line($"""<text x="{Left + (Width / 2)}" y="{Top + Height + 32}" text-anchor="middle">{table.Size}</text>""");
        for (int i = 0; i < lines.Length; i++)
        {
            string colour = Colours[i % Colours.Length];
            string points = string.Join(' ', lines[i].Points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{X(point.Size):0.#},{Y(point.Value):0.#}")));
            Line($"""<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>""");
            int y = Top + Height + 50 + (i * Legend);
            Line($"""<line x1="{Left}" y1="{y - 4}" x2="{Left + 24}" y2="{y - 4}" stroke="{colour}" stroke-width="2"/>""");
            Line($"""<text x="{Left + 32}" y="{y}">{lines[i].Name}</text>""");
        }

        svg.Append("</svg>\n");
        return svg.ToString();

        double X(double size) => Left + (Math.Log(size / sizes[0]) / Math.Log(sizes[^1] / sizes[0]) * Width);

        double Y(double value) => Top + ((highest - Math.Log2(value)) / (highest - lowest) * Height);

        void Line(FormattableString line) => svg.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }
}
