using EventStore.Json.Differential;

var comparison = new Comparison();
foreach (Sample sample in Samples.All)
{
    foreach (OptionSet set in OptionSet.All)
        comparison.Run(sample, set);
}

string[] findings = [.. comparison.Findings(all: args.Contains("--all"))];
foreach (string finding in findings)
    Console.WriteLine(finding);

int shapes = Samples.All.Select(sample => sample.EventType).Distinct().Count();
Console.WriteLine($"{shapes} shapes, {Samples.All.Count} samples, {OptionSet.All.Count} sets of options");
Console.WriteLine($"{comparison.Checks} checks, {comparison.Differences} differences ({comparison.Documented} documented)");
return findings.Length == 0 ? 0 : 1;
