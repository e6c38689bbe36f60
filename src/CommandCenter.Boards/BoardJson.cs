using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using CommandCenter.Boards.Cards;
using CommandCenter.Boards.Cases;
using CommandCenter.Boards.Circumstances;
using CommandCenter.Boards.Communication;
using CommandCenter.Boards.Findings;
using CommandCenter.Boards.Drills;
using CommandCenter.Boards.Flow;
using CommandCenter.Boards.Forecasts;
using CommandCenter.Boards.Groups;
using CommandCenter.Boards.Hall;
using CommandCenter.Boards.Households;
using CommandCenter.Boards.Incidents;
using CommandCenter.Boards.Meetings;
using CommandCenter.Boards.Queues;
using CommandCenter.Boards.Reports;
using CommandCenter.Boards.Site;
using CommandCenter.Boards.State;
using CommandCenter.Boards.Supervision;
using CommandCenter.Boards.Tickets;
using CommandCenter.Boards.Timeline;
using CommandCenter.Boards.Units;
using CommandCenter.Boards.Windows;

namespace CommandCenter.Boards;

/// <summary>
/// Boards as JSON: camelCase, enums as camelCase words, money as strings with two decimals, times ISO 8601 with offset,
/// absent values left out.
/// </summary>
public static class BoardJson
{
    /// <summary>The options, complete and read-only; also good for a single board.</summary>
    public static JsonSerializerOptions Options { get; } = CreateOptions();

    /// <summary>A snapshot as <c>{topic, sequence, at, data}</c>, UTF-8.</summary>
    public static byte[] Write(BoardSnapshot snapshot) => JsonSerializer.SerializeToUtf8Bytes(snapshot, Options.GetTypeInfo(typeof(BoardSnapshot)));

    /// <summary>What a search found, UTF-8.</summary>
    public static byte[] Write(ImmutableArray<HouseholdLine> found) => JsonSerializer.SerializeToUtf8Bytes(found, Options.GetTypeInfo(typeof(ImmutableArray<HouseholdLine>)));

    private static JsonSerializerOptions CreateOptions()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            // Chinese stays legible; what matters inside HTML is still escaped.
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
            TypeInfoResolver = BoardJsonContext.Default,
        };
        options.MakeReadOnly();
        return options;
    }
}

/// <summary>What the boards consist of, known at compile time.</summary>
[JsonSerializable(typeof(BoardSnapshot))]
[JsonSerializable(typeof(StateBoard))]
[JsonSerializable(typeof(FlowBoard))]
[JsonSerializable(typeof(QueueBoard))]
[JsonSerializable(typeof(WindowBoard))]
[JsonSerializable(typeof(UnitsBoard))]
[JsonSerializable(typeof(BuildingBoard))]
[JsonSerializable(typeof(HallBoard))]
[JsonSerializable(typeof(SiteBoard))]
[JsonSerializable(typeof(ZonesBoard))]
[JsonSerializable(typeof(CommunicationBoard))]
[JsonSerializable(typeof(ContactBoard))]
[JsonSerializable(typeof(GroupBoard))]
[JsonSerializable(typeof(IncidentBoard))]
[JsonSerializable(typeof(CasesBoard))]
[JsonSerializable(typeof(CaseBoard))]
[JsonSerializable(typeof(CardsBoard))]
[JsonSerializable(typeof(CircumstancesBoard))]
[JsonSerializable(typeof(FindingsBoard))]
[JsonSerializable(typeof(MeetingsBoard))]
[JsonSerializable(typeof(SupervisionBoard))]
[JsonSerializable(typeof(ReportBoard))]
[JsonSerializable(typeof(DayReport))]
[JsonSerializable(typeof(TimelineBoard))]
[JsonSerializable(typeof(DrillBoard))]
[JsonSerializable(typeof(TicketBoard))]
[JsonSerializable(typeof(HouseholdBoard))]
[JsonSerializable(typeof(HouseholdsBoard))]
[JsonSerializable(typeof(PlanBoard))]
[JsonSerializable(typeof(NoticeBoard))]
[JsonSerializable(typeof(CalibrationBoard))]
[JsonSerializable(typeof(ImmutableArray<HouseholdLine>))]
internal sealed partial class BoardJsonContext : JsonSerializerContext;
