using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Plans.Tests.Documents;

public sealed class PlanDocumentTests
{
    [Theory]
    [InlineData("opens: 2026-12-05T08:30+08:00", "opens: 2026-12-05 08:30", "opens")]
    [InlineData("opens: 2026-12-05T08:30+08:00", "opens: 2026-12-05T08:30+09:00", "closes")]
    [InlineData("closes: 2026-12-05T17:30+08:00", "closes: 2026-12-05T08:30+08:00", "closes")]
    [InlineData("closes: 2026-12-05T17:30+08:00", "closes: 2026-12-07T17:30+08:00", "closes")]
    [InlineData("timeZone: Asia/Shanghai", "timeZone: Asia/Shangai", "timeZone")]
    [InlineData("timeZone: Asia/Shanghai", "timeZone: Europe/Berlin", "opens")]
    [InlineData("recalls: 2", "recalls: -1", "limits.recalls")]
    [InlineData("recalls: 2", "recall: 2", "limits.recall")]
    [InlineData("reserveFor: 5min", "reserveFor: 20s", "limits.reserveFor")]
    [InlineData("maxText: 500", "maxText: 49", "limits.maxText")]
    [InlineData("{ value: 1200, clause: c20 }", "{ value: -1200, clause: c20 }", "prices.resettlementPrice.value")]
    [InlineData("{ value: 1200, clause: c20 }", "{ value: 1200.005, clause: c20 }", "prices.resettlementPrice.value")]
    [InlineData("{ value: 1200, clause: c20 }", "{ value: 1200, clause: c19 }", "prices.resettlementPrice.clause")]
    [InlineData("{ value: 1200, clause: c20 }", "{ value: 1200 }", "prices.resettlementPrice.clause")]
    [InlineData("  resettlementPrice: { value: 1200, clause: c20 }\n", "", "prices.resettlementPrice")]
    [InlineData("carriedDifferenceClause: c24", "carriedDifferenceClause: c99", "prices.carriedDifferenceClause")]
    [InlineData("steps: [verification], zone: verification }\n  - { id: w2", "steps: [verifying], zone: verification }\n  - { id: w2", "windows[0].steps[0]")]
    [InlineData("steps: [settlement], zone: settlement }", "steps: [settlement, settlement], zone: settlement }", "windows[10].steps[1]")]
    [InlineData("steps: [settlement], zone: settlement }", "steps: [], zone: settlement }", "windows[10].steps")]
    [InlineData("steps: [settlement], zone: settlement }", "steps: [settlement], zone: nowhere }", "windows[10].zone")]
    [InlineData("steps: [settlement], zone: settlement }", "steps: [settlement, check-in], zone: settlement }", "windows")]
    [InlineData("- { id: w2, name", "- { id: w1, name", "windows[1].id")]
    [InlineData("- { id: hall, name", "- { id: Hall, name", "zones[0].id")]
    [InlineData("capacity: 120, outline", "capacity: 0, outline", "zones[0].capacity")]
    [InlineData("prefix: V", "prefix: v", "steps[1].prefix")]
    [InlineData("prefix: V", "prefix: S", "steps")]
    [InlineData("    prefix: V\n", "", "steps")]
    [InlineData("kind: verification", "kind: verify", "steps[1].kind")]
    [InlineData("kind: verification", "kind: selection", "steps")]
    [InlineData("kind: verification", "kind: reception", "steps")]
    [InlineData("leader: medical-01", "leader: order-01", "groups[4].leader")]
    [InlineData("deputy: medical-02", "deputy: medical-01", "groups[4].deputy")]
    [InlineData("zones: [medical, power-room]", "zones: [medical, cellar]", "groups[4].zones[1]")]
    [InlineData("{ id: medical-08, name", "{ id: order-12, name", "groups[4].members[7].id")]
    [InlineData("role: group-leader, group: order, member", "role: group-leader, member", "posts[4].group")]
    [InlineData("group: service, window: w5, member: service-07", "group: service, member: service-07", "posts[19].window")]
    [InlineData("group: service, window: w5, member: service-07", "group: service, window: w55, member: service-07", "posts[19].window")]
    [InlineData("group: service, window: w5, member: service-07", "group: service, window: w5, member: order-07", "posts[19].member")]
    [InlineData("- { id: t60, name: { zh: 60㎡, en: 60 m² }, area: 60 }", "- { id: t60, name: { zh: 60㎡, en: 60 m² }, area: 0 }", "unitTypes[0].area")]
    [InlineData("{ id: communication, name", "{ id: order, name", "readiness[0].id")]
    [InlineData("{ id: notices, name", "{ id: communication, name", "readiness[1].id")]
    [InlineData("en: Emergency vehicles standing by }, owner: medical", "en: Emergency vehicles standing by }, owner: cars", "readiness[5].owner")]
    [InlineData("acknowledge: 15min, reach: 30min", "acknowledge: 15min, reach: 14min", "severities[3].reach")]
    [InlineData("{ severity: 4,", "{ severity: 3,", "severities")]
    [InlineData("name: { zh: 选房, en: Selection }\n    kind", "name: { zh: 选房 }\n    kind", "steps[2].name.en")]
    public void Read_OneThingWrong_NamesItAndTakesNothing(string good, string bad, string field)
    {
        var faults = new Folder().Change("plan.yaml", good, bad).Faults();

        Assert.Contains(faults, f => f.Place.File == "plan.yaml" && f.Place.Field == field && f.Place.Row > 0);
        Assert.All(faults, static f => Assert.True(f.Reason.Zh.Length > 4 && f.Reason.En.Length > 10));
    }

    [Fact]
    public void Read_WindowOfAStepRemoved_SaysThatNobodyServesIt()
    {
        var fault = new Folder().Change("plan.yaml", "steps: [reception, consultation]", "steps: [consultation]")
            .Change("plan.yaml", "steps: [consultation, reception]", "steps: [consultation]").OnlyFault();

        Assert.Contains("reception", fault.Reason.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_DanglingReference_HasLineAndColumnOfTheReference()
    {
        var fault = new Folder().Change("plan.yaml", "carriedDifferenceClause: c24", "carriedDifferenceClause: c99").OnlyFault();

        Assert.Equal("28", fault.Place.Column);
        Assert.Contains("没有编号为“c99”的条款", fault.Reason.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_PlanThatIsNotYaml_ReportsItWithoutFollowingErrors()
    {
        var fault = new Folder().With("plan.yaml", "name: [").OnlyFault();

        Assert.Equal("plan.yaml", fault.Place.File);
        Assert.StartsWith("此处 YAML 格式有误", fault.Reason.Zh, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zoneOwners: { south-gate: order }", "zoneOwners: { east-gate: order }", "playbooks[2].zoneOwners.east-gate")]
    [InlineData("zoneOwners: { south-gate: order }", "zoneOwners: { south-gate: nobody }", "playbooks[2].zoneOwners.south-gate")]
    [InlineData("- id: other\n", "- id: fire\n", "playbooks[13].id")]
    [InlineData("{ id: look, text", "{ id: record, text", "playbooks[13].checklist[2].id")]
    [InlineData("confidential: true\n    icon: lock", "confidential: yes\n    icon: lock", "playbooks[11].confidential")]
    [InlineData("    severity: 1\n    owner: medical", "    severity: 5\n    owner: medical", "playbooks[4].severity")]
    public void Read_OneThingWrongInThePlaybooks_NamesIt(string good, string bad, string field) =>
        Assert.Equal(field, new Folder().Change("playbooks.yaml", good, bad).OnlyFault().Place.Field);

    [Fact]
    public void Read_LimitsLeftOut_AreTheDefaults()
    {
        var yaml = new Folder().Change("plan.yaml", "  callTimeout: 120s\n", "").Change("plan.yaml", "  maxText: 500\n", "");

        Assert.Equal(new Limits(), yaml.Read().Plan!.Limits);
    }

    [Fact]
    public void PlanHash_CommentsAndLayoutChanged_IsTheSame()
    {
        var hash = new Folder().Read().PlanHash;

        Assert.Equal(hash, new Folder().Change("plan.yaml", "recalls: 2", "recalls:   2 # 两次").Read().PlanHash);
        Assert.Equal(hash, new Folder().Change("plan.yaml", "value: 1200,", "value: 1200.00,").Read().PlanHash);
        Assert.Equal(hash, new Folder().Change("plan.yaml", "callTimeout: 120s", "callTimeout: 2min").Read().PlanHash);
        Assert.NotEqual(hash, new Folder().Change("plan.yaml", "recalls: 2", "recalls: 3").Read().PlanHash);
        Assert.NotEqual(hash, new Folder().Change("playbooks.yaml", "icon: bolt", "icon: plug").Read().PlanHash);
    }

    [Fact]
    public void Read_PlaybookOwners_FollowTheZone()
    {
        var playbook = new Folder().Read().Plan!.FindPlaybook(new("weather"))!;

        Assert.Equal(new GroupId("medical"), playbook.Owner);
        Assert.Equal(new GroupId("order"), playbook.ZoneOwners[new ZoneId("parking")]);
    }
}
