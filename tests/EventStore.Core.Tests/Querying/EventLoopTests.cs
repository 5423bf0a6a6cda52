using System.Reflection;
using EventStore.Providers;

namespace EventStore.Core.Tests;

public sealed class EventLoopTests
{
    [Fact]
    public async Task A_stream_that_is_listed_and_cannot_be_read_ends_the_run()
    {
        IEventStore store = new EventStoreBuilder().UseEventLog(_ => DispatchProxy.Create<IEventLog, BrokenLog>()).Build();

        var exception = await Assert.ThrowsAsync<StreamNotFoundException>(
            () => store.Query(() => 0).FromStream("users").WhenAny((count, _) => count + 1).RunAsync().WaitAsync(TimeSpan.FromSeconds(30)));

        Assert.Equal("users", exception.StreamName);
    }

    /// <summary>A log whose list names a stream that is not there.</summary>
    internal class BrokenLog : DispatchProxy
    {
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Name switch
        {
            nameof(IEventLog.ReadHeadAsync) => new ValueTask<StoreHead>(new StoreHead(7, [new StreamInfo(1, "users", null)])),
            nameof(IEventLog.ReadAsync) => new ValueTask<EventPage>(GoneAsync()),
            _ => throw new NotSupportedException(targetMethod.Name),
        };

        private static async Task<EventPage> GoneAsync()
        {
            await Task.Yield();
            throw new StreamNotFoundException("users");
        }
    }
}
