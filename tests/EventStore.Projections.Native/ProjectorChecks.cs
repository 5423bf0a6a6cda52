namespace EventStore.Projections.Native;

/// <summary>Queries and projectors, by class and by lambdas, on every kind of source.</summary>
internal sealed class ProjectorChecks(IEventStore store)
{
    public async Task RunAsync()
    {
        await Accounts.FillAsync(store);
        await QueryAsync();
        await ClassAsync();
        await LambdasAsync();
        await ParkAsync();
    }

    private async Task QueryAsync()
    {
        MetadataMatcher ofTellerOne = MetadataMatcher.Empty.With(new MetadataMatch("teller", MetadataOperator.Equal, "one"));
        Check.Equal(60m, await store.Query(() => 0m).FromAll().When<MoneyDeposited>((sum, e) => sum + e.Payload.Amount).RunAsync());
        Check.Equal(30m, await store.Query(() => 0m).FromStream(Accounts.Stream, ofTellerOne).When<MoneyDeposited>((sum, e) => sum + e.Payload.Amount).RunAsync());
        Check.Equal(5, await store.Query<int>().Init(() => 0).FromCategory("accounts").WhenAny((count, _) => count + 1).RunAsync());
        Check.Equal(2, await store.Query(() => 0).FromStreams(Accounts.Stream, "none").WhenAny((count, _, context) =>
        {
            if (count == 1)
            {
                context.Stop();
            }

            return count + 1;
        }).RunAsync());
    }

    private async Task ClassAsync()
    {
        Projector<Turnover> projector = store.Projector<Turnover>().FromStream(Accounts.Stream);
        Turnover turnover = await projector.RunAsync();
        Check.Equal(60m, turnover.Total);
        Check.Equal("Bob", turnover.Owners[Accounts.Bob]);
        Check.Equal("10 30 60", await EmittedAsync());
        Check.Equal(60m, (await store.Projector<Turnover>().FromStream(Accounts.Stream).RunAsync()).Total); // from what is stored

        await projector.ResetAsync();
        Check.Equal(0m, projector.State.Total);
        Check.That(!await store.HasStreamAsync("turnover"));
        Check.Equal(60m, (await projector.RunAsync()).Total);
        Check.Equal("10 30 60", await EmittedAsync());

        await projector.DeleteAsync(deleteEmittedEvents: true);
        Check.That(!await store.Projections.ProjectionExistsAsync("turnover"));
        Check.That(!await store.HasStreamAsync("turnover"));
    }

    private async Task LambdasAsync()
    {
        var options = new ProjectionOptions { BlockSize = 1, PageSize = 2, HandlerTimeout = TimeSpan.FromSeconds(30) };
        Projector<Counted> projector = store.Projector<Counted>("counted", options)
            .Init(() => new Counted(0, []))
            .FromCategories("accounts", "none")
            .When<AccountOpened>((counted, e) => counted.With(e.Payload.Owner))
            .When<MoneyDeposited>(async (counted, e, context) =>
            {
                await Task.Yield();
                context.LinkTo("deposits", e.Untyped);
                context.Emit(DomainEvent.Create(BankEvents.Catalog, new DepositNoticed(e.Payload.Amount)));
                if (e.Payload.Amount == 20)
                {
                    context.Stop();
                }

                return counted.With($"{e.Payload.Amount}");
            });

        Check.Equal("Ada Bob 10 20", string.Join(' ', (await projector.RunAsync()).Names));
        Check.Equal("Ada Bob 10 20 30", string.Join(' ', (await projector.RunAsync()).Names));
        Check.Equal(3, await CountAsync("deposits"));
        Check.Equal(3, await CountAsync("counted"));
        Check.Equal(5, (await store.Projections.FetchStateAsync<Counted>("counted")).Events);
        await projector.DeleteAsync(deleteEmittedEvents: false);
        Check.Equal(3, await CountAsync("counted"));
        await store.DeleteStreamAsync("counted");
        await store.DeleteStreamAsync("deposits");
    }

    private async Task ParkAsync()
    {
        bool isBroken = true;
        var options = new ProjectionOptions { PoisonPolicy = PoisonPolicy.Park, Retries = 1, RetryDelay = TimeSpan.Zero };
        Projector<decimal> projector = store.Projector("parks", () => 0m, options).FromStream(Accounts.Stream).When<MoneyDeposited>((sum, e) =>
            isBroken && e.Payload.Amount == 10 ? throw new FormatException("ten") : sum + e.Payload.Amount);

        Check.Equal(30m, await projector.RunAsync());
        IReadOnlyList<ParkedEvent> parked = await store.Projections.FetchParkedEventsAsync("parks");
        Check.Equal(2, parked.Count);
        Check.That(parked[0].Error!.Contains("ten", StringComparison.Ordinal) && parked[1].Error is null);
        Check.Equal(2L, (await store.Projections.FetchAsync("parks")).ParkedEvents);

        isBroken = false;
        await store.Projections.ResumeAsync("parks");
        Check.Equal(60m, await projector.RunAsync());
        Check.Equal(0, (await store.Projections.FetchParkedEventsAsync("parks")).Count);

        isBroken = true;
        await Check.ThrowsAsync<FormatException>(() => store.Projector("stops", () => 0m, new ProjectionOptions { PoisonPolicy = PoisonPolicy.Retry, Retries = 1, RetryDelay = TimeSpan.Zero })
            .FromStream(Accounts.Stream).WhenAny((_, _) => throw new FormatException()).RunAsync());
        await store.Projector("stops", () => 0).DeleteAsync(deleteEmittedEvents: true);
        await projector.DeleteAsync(deleteEmittedEvents: true);
    }

    private async Task<string> EmittedAsync()
    {
        var sums = new List<decimal>();
        await foreach (DomainEvent domainEvent in store.LoadAsync("turnover"))
        {
            sums.Add(((DepositNoticed)domainEvent.Payload).Sum);
        }

        return string.Join(' ', sums);
    }

    private async Task<int> CountAsync(string streamName)
    {
        int count = 0;
        await foreach (DomainEvent _ in store.LoadAsync(streamName))
        {
            count++;
        }

        return count;
    }
}
