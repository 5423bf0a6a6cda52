namespace EventStore.Conformance.Domain;

/// <summary>An aggregate whose state changes in place, with every kind of handler.</summary>
[Aggregate("user")]
[Ignores<UserPoked>]
[Ignores("user-waved")]
public sealed partial class User
{
    public string Username { get; private set; } = "";

    /// <summary>How many events were handled.</summary>
    public int Handled { get; private set; }

    /// <summary>What came with the last renaming.</summary>
    public EventMetadata? LastMetadata { get; private set; }

    /// <summary>The event by which it was created, as its handler got it.</summary>
    public DomainEvent? Creation { get; private set; }

    public static User Register(Guid id, string username)
    {
        User user = New(id);
        user.RecordThat(new UserCreated(username));
        return user;
    }

    public static User Blank(Guid id) => New(id);

    public void Rename(string username, EventMetadata? metadata = null) => RecordThat(new UsernameChanged(username), metadata);

    public void Break() => RecordThat(new UserBroken());

    public void Fidget() => RecordThat(new UserRestless());

    private void WhenUserCreated(UserCreated created, DomainEvent creation)
    {
        Username = created.Username;
        Creation = creation;
        Handled++;
    }

    private void When(UsernameChanged changed, EventMetadata metadata)
    {
        Username = changed.Username;
        LastMetadata = metadata;
        Handled++;
    }

    private void WhenUserBroken(UserBroken broken) => throw new DivideByZeroException(broken.ToString());

    private void WhenUserRestless(UserRestless restless) => Careless.Rename(this, restless.ToString());
}
