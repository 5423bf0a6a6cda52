namespace EventStore.ReliabilityTests;
internal static class ClientProcess { public const string Argument = "--x"; public static Task<int> RunAsync(string[] args) => Task.FromResult(args.Length); }
