namespace CommandCenter.Domain;

/// <summary>The kinds of grains there are, by the first part of their address.</summary>
public static class Deciders
{
    /// <summary>Every decider, by <see cref="IDecider.Kind"/>.</summary>
    public static IReadOnlyDictionary<string, IDecider> All { get; } = List().ToDictionary(static d => d.Kind);

    private static IEnumerable<IDecider> List() =>
    [
        new Operations.OperationDecider(),
        new Households.HouseholdDecider(),
        new Queues.TicketQueueDecider(),
        new Windows.WindowDecider(),
        new Inventories.InventoryDecider(),
        new Draws.DrawDecider(),
        new Groups.GroupDecider(),
        new Incidents.IncidentDecider(),
        new Cases.CaseDecider(),
        new Cards.CardDecider(),
        new Findings.FindingDecider(),
        new Meetings.MeetingDecider(),
        new Drills.DrillDecider(),
        new Zones.ZoneDecider(),
        new Forecasts.ForecastDecider(),
        new Communication.CommunicationDecider(),
    ];
}
