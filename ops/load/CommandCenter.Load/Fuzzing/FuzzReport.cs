namespace CommandCenter.Load.Fuzzing;

/// <summary>What came of it.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="HubMessages">Messages to the hub.</param>
/// <param name="ApiMessages">Requests to the API and pages.</param>
/// <param name="Connections">Hub connections opened; the server cuts those that break the protocol.</param>
/// <param name="Statuses">Answers of HTTP, by status; <c>cut</c> where the server closed the line instead.</param>
/// <param name="Faults">What must not happen, with lane and number: an answer 500, a server that is gone.</param>
public sealed record FuzzReport(
    int Seed, int HubMessages, int ApiMessages, int Connections, SortedDictionary<string, int> Statuses, IReadOnlyList<string> Faults);
