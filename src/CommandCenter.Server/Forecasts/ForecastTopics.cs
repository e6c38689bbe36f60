using CommandCenter.Boards;
using CommandCenter.Boards.State;
using CommandCenter.Server.Operations;
using CommandCenter.Server.Replay;

namespace CommandCenter.Server.Forecasts;

/// <summary>
/// The topics that show a forecast. They change with it and not with an entry, so that their sequences are its versions;
/// of the past there is what the journal kept.
/// </summary>
internal static class ForecastTopics
{
    /// <summary>The wall's.</summary>
    public const string Forecast = "forecast";

    /// <summary>The hall's: how long whoever joins a line now waits.</summary>
    public const string Outlook = "outlook";

    /// <summary>The households for which a flat may be gone when their turn comes.</summary>
    public const string LateLots = "late-lots";

    private const string PagePrefix = Outlook + ":";

    /// <summary>Whether a topic shows a forecast.</summary>
    public static bool Owns(string topic) => topic is Forecast or Outlook or LateLots || topic.StartsWith(PagePrefix, StringComparison.Ordinal);

    /// <summary>The forecast on a household's own page.</summary>
    public static string OfPage(string ticketTopic) => PagePrefix + ticketTopic[(ticketTopic.IndexOf(':', StringComparison.Ordinal) + 1)..];

    /// <summary>The topic that must be allowed to whoever wants to see this one.</summary>
    public static string SourceOf(string topic) =>
        topic == Outlook ? TopicNames.Hall
        : topic.StartsWith(PagePrefix, StringComparison.Ordinal) ? TopicNames.OfTicket(topic[PagePrefix.Length..])
        : topic;

    /// <summary>What a topic shows, and its version; without a board where there is no such household.</summary>
    public static (object? Board, long Version) Read(IScene scene, string topic, Foresight? newest)
    {
        var foresight = scene is RunningOperation ? newest : null;
        object? board = topic switch
        {
            Forecast or Outlook when scene is ReplayMoment past => ForecastView.Past(past.Kept, StateOf(scene)),
            Forecast or Outlook => new ForecastView(foresight?.Board, StateOf(scene)),
            LateLots => LateLotsBoard.Of(foresight),
            _ => OfPage(scene, SourceOf(topic), foresight),
        };
        return (board, foresight?.Version ?? 0);
    }

    private static StateBoard? StateOf(IScene scene) => scene.Boards.Read(TopicNames.State)?.Data as StateBoard;

    private static TicketOutlook? OfPage(IScene scene, string ticketTopic, Foresight? foresight)
    {
        if (scene.Boards.Read(ticketTopic) is null)
        {
            return null;
        }

        var outlook = foresight?.OfPage(ticketTopic) is { IsOver: false, CheckedInAt: not null } household ? foresight.Of(household.Entry.Id) : null;
        return new(
            outlook is null || !double.IsFinite(outlook.CallAt.P50) ? null : foresight!.At(outlook.CallAt),
            outlook?.TurnAt is { } turn && double.IsFinite(turn.P50) ? foresight!.At(turn) : null,
            foresight?.Board.At);
    }
}
