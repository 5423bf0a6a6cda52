using EventStore.Conformance.Domain;

namespace EventStore.Model.Tests.Programs;

/// <summary>The referee's repository of users.</summary>
internal sealed class ListRepository(ListStore store)
{
    private readonly Dictionary<int, ListUser> _users = [];

    public string Call(Operation operation)
    {
        switch (operation)
        {
            case FindUser find:
                Names.Check(find.Stream);
                return Find(find.Stream, find.User)?.ToString() ?? "no such user";
            case UpdateUserWith update:
                Names.Check(update.Stream);
                ListUser updated = Get(update.Stream, update.User);
                foreach (DomainEvent e in update.Events)
                {
                    updated.Apply(e);
                }

                return Save(updated, update.IsLayered);
            case TakeUser take:
                Names.Check(take.Stream);
                _users[take.Slot] = take.IsNew ? new ListUser(take.Stream, Planner.UserId(take.User)) : Get(take.Stream, take.User);
                return _users[take.Slot].ToString();
            case RenameUserBy rename when _users.TryGetValue(rename.Slot, out ListUser? renamed):
                renamed.Apply(rename.Event);
                return renamed.ToString();
            case SaveUser save when _users.TryGetValue(save.Slot, out ListUser? saved):
                return Save(saved, save.IsLayered);
            default:
                return "no user";
        }
    }

    private ListUser Get(string stream, int user) => Find(stream, user) ?? throw new AggregateNotFoundException("user", Planner.UserId(user), stream);

    private ListUser? Find(string stream, int user)
    {
        store.MustExist(stream);
        Guid id = Planner.UserId(user);
        ListRow[] history = [.. store.Rows.Where(row => row.Stream == stream && row.Event.AggregateType == "user" && row.Event.AggregateId == id).OrderBy(row => row.Event.Version)];
        if (history.Length == 0)
        {
            return null;
        }

        var found = new ListUser(stream, id);
        foreach (ListRow row in history)
        {
            if (row.Event.Version != found.Version + 1)
            {
                throw new AggregateHistoryException("user", id, found.Version + 1, row.Event.Version);
            }

            if (row.Event.Payload is not (UserCreated or UsernameChanged))
            {
                throw new UnknownEventException("") { EventName = row.Event.Name, StreamName = stream, Position = row.Position };
            }

            found.Replay(row.Event);
        }

        return found;
    }

    private string Save(ListUser user, bool isLayered)
    {
        try
        {
            store.AppendUnit(AppendUnit.For(user.Stream, user.Waiting), isLayered);
        }
        catch (MiddlewareException)
        {
            user.Waiting.Clear();
            throw;
        }

        user.Waiting.Clear();
        return user.ToString();
    }

    private sealed class ListUser(string stream, Guid id)
    {
        private string _name = "";
        private int _handled;

        public string Stream => stream;

        public long Version { get; private set; }

        public List<DomainEvent> Waiting { get; } = [];

        public void Apply(DomainEvent e)
        {
            DomainEvent recorded = DomainEvent.Create(Users.Catalog, e.Payload, id, e.Metadata.Without("_aggregate_id"), e.CreatedAt).WithEventId(e.EventId).WithAggregateType("user").WithVersion(Version + 1);
            Replay(recorded);
            Waiting.Add(recorded);
        }

        public void Replay(DomainEvent e)
        {
            _name = e.Payload is UserCreated created ? created.Username : ((UsernameChanged)e.Payload).Username;
            _handled++;
            Version++;
        }

        public override string ToString() => $"user '{_name}' handled {_handled} version {Version}";
    }
}
