using CommandCenter.Boards;
using CommandCenter.Server.Forecasts;
using CommandCenter.Server.Screens;
using CommandCenter.Server.Screens.Panels;
using CommandCenter.Server.Screens.Phone;

namespace CommandCenter.Server.Push;

/// <summary>Which component shows which kind of topic.</summary>
internal static class PanelTable
{
    private static readonly Dictionary<string, Type> ByKind = new()
    {
        ["state"] = typeof(StatePanel),
        ["flow"] = typeof(FlowPanel),
        ["site"] = typeof(SitePanel),
        ["zones"] = typeof(ZonesPanel),
        ["units"] = typeof(UnitsPanel),
        ["building"] = typeof(BuildingPanel),
        ["hall"] = typeof(HallPanel),
        ["ticket"] = typeof(TicketPanel),
        ["window"] = typeof(WindowPanel),
        ["guest"] = typeof(GuestPanel),
        ["household"] = typeof(HouseholdPanel),
        ["notice"] = typeof(NoticePanel),
        ["contact"] = typeof(ContactPanel),
        ["plan"] = typeof(PlanPanel),
        [PhoneTopic.Kind] = typeof(PhonePanel),
        ["phone-incident"] = typeof(IncidentFilePanel),
        ["cases"] = typeof(CasesPanel),
        ["case"] = typeof(CasePanel),
        ["cards"] = typeof(CardsPanel),
        ["circumstances"] = typeof(CircumstancesPanel),
        ["findings"] = typeof(FindingsPanel),
        ["drill"] = typeof(DrillPanel),
        [LivePosts.Topic] = typeof(UnreachablePanel),
        ["meetings"] = typeof(MeetingsPanel),
        ["supervision"] = typeof(SupervisionPanel),
        ["report"] = typeof(ReportPanel),
        ["report-day"] = typeof(DayReportPanel),
        [NowBoard.Topic] = typeof(NowPanel),
        [ForecastTopics.Forecast] = typeof(ForecastPanel),
        [ForecastTopics.Outlook] = typeof(OutlookPanel),
        ["ticket-outlook"] = typeof(TicketOutlookPanel),
        [ForecastTopics.LateLots] = typeof(LateLotsPanel),
        [TopicNames.Calibration] = typeof(CalibrationPanel),
    };

    /// <summary>The component of a topic, or null where nothing shows it.</summary>
    public static Type? Find(string topic)
    {
        var colon = topic.IndexOf(':', StringComparison.Ordinal);
        var kind = colon < 0 ? topic : topic[..colon] switch
        {
            TopicNames.Units => "building",
            TopicNames.Report => "report-day",
            ForecastTopics.Outlook => "ticket-outlook",
            var other => other,
        };
        return ByKind.GetValueOrDefault(kind);
    }
}
