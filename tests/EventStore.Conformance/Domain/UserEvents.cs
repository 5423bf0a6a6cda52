namespace EventStore.Conformance.Domain;

[Event("user-created")]
public sealed record UserCreated(string Username);

[Event("username-changed", "user-renamed")]
public sealed record UsernameChanged(string Username);

/// <summary>Its JSON looks like that of the two above, and cannot be read as theirs.</summary>
[Event("user-numbered")]
public sealed record UserNumbered(long Username);

/// <summary>Its handler throws.</summary>
[Event("user-broken")]
public sealed record UserBroken;

/// <summary>Its handler records another event.</summary>
[Event("user-restless")]
public sealed record UserRestless;

/// <summary>Users know nothing of it.</summary>
[Event("stranger-seen")]
public sealed record StrangerSeen(string Where);

/// <summary>Users pass over it, under both names.</summary>
[Event("user-poked", "user-nudged")]
public sealed record UserPoked;
