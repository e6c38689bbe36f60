using CommandCenter.Boards;
using CommandCenter.Domain.Groups;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Inventories;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;
using CommandCenter.Plans.Samples;
using CommandCenter.Server.Access;
using CommandCenter.Server.Api;

namespace CommandCenter.Server.Tests.Access;

/// <summary>Every command × every post of the sample plan, and every topic × every post, against what is written down here independently.</summary>
public sealed class PermissionTests
{
    private static readonly Plan Plan = SampleFolder.Read().Plan!;
    private static readonly Permissions Permissions = new(Plan, new BoardSet());

    // Role by role; "*" everything, "own" only where the target belongs to the post, "service" everything for posts of the
    // group that serves windows, "medical" everything for those of the group that answers for the communication check, "-" only with what the day brings (who stands at the window, who owns an incident), which
    // DayPermissionTests show.
    private static readonly Dictionary<string, string> ByRole = new()
    {
        ["Commander"] = """
            communication * : check seen answer
            operation * : ready-check open suspend resume closing close record-order compute-order
            households * : step-back give-up
            windows * : open pause close
            inventory * : withdraw return propose-reversal approve-reversal
            groups * : sign-in sign-out roll-call assign accept done offer-lead
            groups own : refuse take-lead
            incidents * : raise acknowledge respond on-scene note check reassign severity merge false-alarm resolve close reopen
            cases * : register assign note interim answer reopen
            meetings * : hold
            drill * : observe improve improved
            zones * : set-state
            cards * : write revise
            findings * : answer
            forecast * : order
            """,
        ["Supervisor"] = """
            communication * : seen answer
            operation own : ready-check
            operation * : suspend resume
            inventory * : propose-reversal approve-reversal
            groups own : sign-in sign-out roll-call assign accept refuse done offer-lead take-lead
            incidents * : raise note close reopen
            incidents - : acknowledge respond on-scene check reassign severity merge false-alarm resolve
            cases * : register assign note reopen
            cases - : interim answer
            meetings * : hold
            drill * : observe improve improved
            zones own : set-state
            cards * : write revise
            findings * : record
            """,
        ["GroupLeader"] = """
            communication medical : check
            communication * : seen answer
            operation own : ready-check
            households service : step-back
            windows own : open pause close
            groups own : sign-in sign-out roll-call assign accept refuse done offer-lead take-lead
            incidents * : raise
            incidents - : acknowledge respond on-scene note check reassign severity merge false-alarm resolve reopen
            cases * : register
            cases - : assign note interim answer
            meetings * : hold
            zones own : set-state
            cards * : write
            findings - : answer
            """,
        ["GroupDeputy"] = """
            communication medical : check
            communication * : seen answer
            operation own : ready-check
            households service : step-back
            windows own : open pause close
            groups own : sign-in sign-out roll-call assign accept refuse done offer-lead take-lead
            incidents * : raise
            incidents - : acknowledge respond on-scene note check reassign severity merge false-alarm resolve reopen
            cases * : register
            cases - : assign note interim answer
            zones own : set-state
            cards * : write
            findings - : answer
            """,
        ["GroupMember"] = """
            communication * : seen answer
            groups own : sign-in sign-out roll-call accept done take-lead
            incidents * : raise
            incidents - : acknowledge respond on-scene note check severity false-alarm resolve
            cases * : register
            cases - : note interim answer
            cards * : write
            """,
        ["Clerk"] = """
            communication * : seen answer
            operation own : ready-check
            households - : decline
            windows own : open pause close call-next call recall arrive start complete pass hold resume-held transfer
            inventory own : reserve confirm
            inventory - : release
            groups own : sign-in sign-out roll-call take-lead
            incidents * : raise
            incidents - : note
            cases * : register
            cases - : note interim answer
            cards * : write
            """,
        ["Reception"] = """
            communication * : seen answer
            households * : check-in report-back visit give-up
            groups own : sign-in sign-out roll-call take-lead
            incidents * : raise
            incidents - : note
            cases * : register reopen
            cases - : assign note interim answer
            cards * : write
            """,
        ["Administrator"] = """
            communication * : check seen answer
            operation * : ready-check record-order compute-order
            inventory * : withdraw return
            incidents * : raise
            incidents - : note
            cases * : register
            cases - : note interim answer
            meetings * : hold
            cards * : write
            """,
        ["DrillDirector"] = "drill * : start pause resume speed advance deliver hold-inject cancel-inject postpone observe improve improved yardstick drop-yardstick end",
        ["Observer"] = "drill * : observe improve",
        ["Screen"] = "",
    };

    private static readonly Dictionary<string, string> TopicsByRole = new()
    {
        ["Commander"] = "state communication notice flow posts queue site zones households forecast calibration timeline replay cases window group incident drill household plan contact(own) phone(own) late-lots improvements",
        ["Supervisor"] = "state communication notice flow posts queue site zones households forecast calibration timeline replay cases window group incident drill household plan contact(own) phone(own) late-lots improvements",
        ["GroupLeader"] = "state communication notice flow posts queue site zones households forecast timeline cases window(own) group(own) incident contact(own) phone(own) late-lots improvements",
        ["GroupDeputy"] = "state communication notice flow posts queue site zones households forecast timeline cases window(own) group(own) incident contact(own) phone(own) late-lots improvements",
        ["GroupMember"] = "state notice flow posts queue site zones households forecast timeline cases group(own) incident contact(own) phone(own) late-lots",
        ["Clerk"] = "state notice flow posts queue site zones households forecast timeline cases window(own) group(own) incident contact(own) phone(own) late-lots",
        ["Reception"] = "state notice flow posts queue site zones households forecast timeline cases group(own) incident household contact(own) phone(own) late-lots",
        ["Administrator"] = "state communication notice flow posts queue site zones households forecast timeline cases incident plan contact(own) phone(own) late-lots improvements",
        ["DrillDirector"] = "state communication notice flow posts queue site zones households forecast calibration timeline replay incident drill plan late-lots improvements",
        ["Observer"] = "state communication notice flow posts queue site zones households forecast calibration timeline replay incident drill late-lots improvements",
        ["Screen"] = "state notice flow posts queue site zones households forecast",
    };

    // The ledger and what hangs on it.
    private static readonly Dictionary<string, string> LedgerByRole = new()
    {
        ["Commander"] = "case cards circumstances findings meetings supervision report",
        ["Supervisor"] = "case cards circumstances findings meetings supervision report evidence",
        ["GroupLeader"] = "case cards circumstances findings(own) meetings",
        ["GroupDeputy"] = "case cards circumstances findings(own) meetings",
        ["GroupMember"] = "case cards circumstances",
        ["Clerk"] = "case cards circumstances",
        ["Reception"] = "case cards circumstances",
        ["Administrator"] = "case cards circumstances meetings",
    };

    [Fact]
    public void EveryCommand_ForEveryPost_IsOpenAsWrittenDown()
    {
        var walked = 0;
        foreach (var post in Plan.Posts)
        {
            var expected = Expected(post.Role);
            foreach (var entry in CommandCatalog.All)
            {
                var reach = expected.GetValueOrDefault($"{entry.Collection}/{entry.Name}", "no");
                var said = $"{post.Id}: {entry.Collection}/{entry.Name}";
                Assert.True(Permissions.IsOpenTo(entry, post.Role) == (reach != "no"), said);
                var always = reach is "*" || (reach is "service" or "medical" && post.Group == new GroupId(reach)) || IsNobodys(reach, entry);
                Assert.True(MayGive(post, entry, Own(post)) == (always || (reach is "own" && HasOwn(post, entry))), $"{said}, its own");
                Assert.True(MayGive(post, entry, Foreign(post)) == always, $"{said}, another's");
                walked++;
            }
        }

        Assert.Equal(Plan.Posts.Length * CommandCatalog.All.Length, walked);
    }

    [Fact]
    public void EveryTopic_ForEveryPost_IsShownAsWrittenDown()
    {
        foreach (var post in Plan.Posts)
        {
            var expected = $"{TopicsByRole[post.Role.ToString()]} {LedgerByRole.GetValueOrDefault(post.Role.ToString())}".Split(' ');
            foreach (var kind in TopicCatalog.Kinds)
            {
                var all = expected.Contains(kind) || (expected.Contains($"{kind}(service)") && post.Group == new GroupId("service"));
                var own = expected.Contains($"{kind}(own)");
                Assert.True(Permissions.MaySee(post, Topic(kind, Own(post))) == (all || (own && HasOwn(post, kind))), $"{post.Id}: own {kind}");
                Assert.True(Permissions.MaySee(post, Topic(kind, Foreign(post))) == all, $"{post.Id}: {kind}");
                Assert.False(Permissions.MaySee(null, Topic(kind, Own(post))), kind);
            }
        }
    }

    [Theory]
    [InlineData("hall", true)]
    [InlineData("units", true)]
    [InlineData("units:3", true)]
    [InlineData("ticket:abc", true)]
    [InlineData("state", false)]
    [InlineData("no-such", false)]
    [InlineData("", false)]
    public void Topics_WithoutAPost_AreThePublicOnes(string topic, bool shown) => Assert.Equal(shown, Permissions.MaySee(null, topic));

    [Fact]
    public void Tables_EveryRole_IsWrittenDown()
    {
        Assert.Equal(Enum.GetNames<PostRole>().Order(), ByRole.Keys.Order());
        Assert.Equal(Enum.GetNames<PostRole>().Order(), TopicsByRole.Keys.Order());
        Assert.Equal(Enum.GetValues<PostRole>().Order(), Plan.Posts.Select(static p => p.Role).Distinct().Order());
    }

    private static Dictionary<string, string> Expected(PostRole role) =>
        ByRole[role.ToString()].Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(static line => line.Split(' '))
            .SelectMany(static words => words[3..].Select(name => (Path: $"{words[0]}/{name}", Reach: words[1])))
            .ToDictionary(static x => x.Path, static x => x.Reach);

    // The belongings of a post, or of somebody else.
    private sealed record Target(string Window, string Group, MemberId Member, string Item, string Post, string Zone);

    private static Target Own(Post post) => new(
        post.Window?.Value ?? (post.Group == new GroupId("service") ? "w1" : "w-none"), post.Group?.Value ?? "none",
        post.Member ?? new("none"), post.Window is { } w ? $"window:{w}" : $"group:{post.Group}", post.Id.Value,
        post.Group is { } group && Plan.FindGroup(group) is { Zones: [var zone, ..] } ? zone.Value : "none");

    private static Target Foreign(Post post) => new(
        post.Window == new WindowId("w2") ? "w3" : post.Group == new GroupId("service") && post.Window is null ? "w-none" : "w2",
        post.Group == new GroupId("order") ? "service" : "order", new("nobody"), post.Window == new WindowId("w2") ? "window:w3" : "window:w-none", "nobody", "nowhere");

    private static bool HasOwn(Post post, CatalogEntry entry) => entry.Collection == "groups" && entry.Name is "sign-in" or "sign-out" or "roll-call"
        ? post.Group is not null && (post.Member is not null || post.Role is PostRole.Supervisor or PostRole.GroupLeader or PostRole.GroupDeputy)
        : HasOwn(post, entry.Collection.TrimEnd('s'));

    private static bool HasOwn(Post post, string kind) => kind switch
    {
        "window" or "inventory" => post.Window is not null || post.Group == new GroupId("service"),
        "group" or "operation" or "findings" or "zone" => post.Group is not null,
        _ => true,
    };

    // Where nobody has raised an incident the grain is asked, and says that there is none.
    private static bool IsNobodys(string reach, CatalogEntry entry) => reach is "-" && entry.Collection == "incidents";

    private static bool MayGive(Post post, CatalogEntry entry, Target target)
    {
        var id = entry.FixedId ?? entry.Collection switch { "windows" => target.Window, "groups" => target.Group, "zones" => target.Zone, _ => "x" };
        Domain.ICommand command = entry.Name switch
        {
            "ready-check" => new ConfirmReadiness(target.Item),
            "check" when entry.Collection == "communication" => new Domain.Communication.CheckCommunication(60),
            "reserve" => new ReserveUnit(new("h001"), new("1-101"), new(target.Window)),
            "confirm" => new ConfirmUnit(new("h001"), new("1-101"), new(target.Window)),
            "release" => new ReleaseUnit(new("1-101")),
            "sign-in" => new SignIn(target.Member),
            "sign-out" => new SignOut(target.Member),
            "roll-call" => new CallRoll(target.Member, new("hall")),
            _ => new CloseOperation(),
        };
        return Permissions.MayGive(post, entry, id, command);
    }

    private static string Topic(string kind, Target target) => kind switch
    {
        "window" => $"window:{target.Window}",
        "group" => $"group:{target.Group}",
        "findings" => $"findings:{target.Group}",
        "case" => "case:c1",
        "queue" => "queue:selection",
        "incident" => "incident:i1",
        "phone" => $"phone:{target.Post}",
        "contact" => $"contact:{target.Post}",
        _ => kind,
    };
}
