namespace EventStore.Conformance.Domain;

/// <summary>Another type of aggregate with the same events, whose handlers want nothing but the event.</summary>
[Aggregate("guest")]
public sealed partial class Guest
{
    private readonly List<string> _names = [];

    public IReadOnlyList<string> Names => _names;

    public static Guest Invite(Guid id, string username)
    {
        Guest guest = New(id);
        guest.RecordThat(new UserCreated(username));
        return guest;
    }

    public void Rename(string username) => RecordThat(new UsernameChanged(username));

    private void WhenUserCreated(UserCreated created) => _names.Add(created.Username);

    private void WhenUsernameChanged(UsernameChanged changed) => _names.Add(changed.Username);
}
