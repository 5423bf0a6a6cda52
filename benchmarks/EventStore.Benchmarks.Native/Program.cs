using EventStore.Benchmarks;
using EventStore.Benchmarks.Dispatch;
using EventStore.Benchmarks.Json;
using EventStore.Benchmarks.Names;
using EventStore.Benchmarks.Native;
using EventStore.Benchmarks.Replay;

// The cases of BenchmarkDotNet as native code, which it cannot start itself without an SDK beside it:
//   EventStore.Benchmarks.Native FILE [SAMPLES]
if (args is not [string file, .. string[] rest] || rest is not ([] or [_]))
{
    Console.Error.WriteLine("usage: EventStore.Benchmarks.Native FILE [SAMPLES]");
    return 2;
}

var harness = new Harness(rest is [string samples] ? int.Parse(samples, System.Globalization.CultureInfo.InvariantCulture) : 200);

foreach (int events in (int[])[2, 12, 64, 300])
{
    var benchmarks = new DispatchBenchmarks { Events = events };
    benchmarks.Setup();
    Measure(Ways.Ours, benchmarks.Ours);
    Measure(Ways.HandWrittenSwitch, benchmarks.HandWrittenSwitch);
    Measure(Ways.SwitchBehindInterface, benchmarks.SwitchBehindInterface);
    Measure(Ways.TypeSwitch, benchmarks.TypeSwitch);
    Measure(Ways.DelegateDictionary, benchmarks.DelegateDictionary);
    Measure(Ways.MethodInvoke, benchmarks.MethodInvoke);
    Measure(Ways.CompiledExpression, benchmarks.CompiledExpression);

    void Measure(string way, Func<long> call) => harness.Measure(Tables.Dispatch, Tables.Number(events), way, DispatchBenchmarks.Operations, call);
}

foreach (int names in (int[])[8, 64, 256])
{
    var benchmarks = new NameBenchmarks { Names = names };
    benchmarks.Setup();
    Measure(Ways.Ours, benchmarks.Ours);
    Measure(Ways.FrozenDictionary, benchmarks.FrozenDictionary);
    Measure(Ways.AlternateLookup, benchmarks.AlternateLookup);
    Measure(Ways.StringSwitch, benchmarks.StringSwitch);

    void Measure(string way, Func<int> call) => harness.Measure(Tables.Names, Tables.Number(names), way, NameBenchmarks.Operations, call);
}

foreach (string shape in Shapes.All)
{
    var read = new JsonReadBenchmarks { Shape = shape };
    read.Setup();
    harness.Measure(Tables.JsonRead, shape, Ways.Ours, 1, read.Ours);
    harness.Measure(Tables.JsonRead, shape, Ways.JsonGenerator, 1, read.Generator);

    using var write = new JsonWriteBenchmarks { Shape = shape };
    write.Setup();
    harness.Measure(Tables.JsonWrite, shape, Ways.Ours, 1, write.Ours);
    harness.Measure(Tables.JsonWrite, shape, Ways.JsonGenerator, 1, write.Generator);
}

foreach (int events in (int[])[100, 10_000])
{
    var benchmarks = new ReplayBenchmarks { Events = events };
    benchmarks.Setup();
    harness.Measure(Tables.Replay, Tables.Number(events), Ways.Ours, 1, benchmarks.Ours);
    harness.Measure(Tables.Replay, Tables.Number(events), Ways.DomainEvents, 1, benchmarks.DomainEvents);
}

Measurement.Write(file, harness.Measurements);
return 0;
