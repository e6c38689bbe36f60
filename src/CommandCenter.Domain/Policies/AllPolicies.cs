namespace CommandCenter.Domain.Policies;

/// <summary>The policies in force, in the order in which they react to one event.</summary>
public static class AllPolicies
{
    /// <summary>Every policy.</summary>
    public static IReadOnlyList<IPolicy> List { get; } =
    [
        new MemberSignedInConfirmsGroup(),
        new IncidentRaisedAssignsOwner(),
        new IncidentReassignedMovesOrder(),
        new IncidentReopenedAssignsOwner(),
        new IncidentResolvedEndsOrder(),
        new IncidentFalseAlarmEndsOrder(),
        new IncidentMergedEndsOrder(),
        new MeetingHeldAssignsDecisions(),
        new MeetingHeldRegistersSuggestions(),
        new InjectDeliveredRaisesIncident(),
    ];
}
