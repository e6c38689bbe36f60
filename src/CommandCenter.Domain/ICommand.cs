namespace CommandCenter.Domain;

/// <summary>A request to one grain, in the imperative.</summary>
public interface ICommand;

/// <summary>A deadline of the grain came due. Sent by the deadline keeper; a grain ignores one that no longer holds.</summary>
/// <param name="Name">The deadline's name within the grain.</param>
/// <param name="Due">The moment it was due, as the grain had stated it.</param>
public sealed record MeetDeadline(string Name, DateTimeOffset Due) : ICommand;
