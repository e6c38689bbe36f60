using System.Text.Json;
using CommandCenter.Server.Api;

namespace CommandCenter.Server.Tests.Api;

/// <summary>The whole table, row by row, against a running server.</summary>
public sealed class CatalogTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private readonly TestServer _server = shared.Server;

    [Fact]
    public void Catalog_EveryPath_IsThereOnce()
    {
        Assert.Equal(CommandCatalog.All.Length, CommandCatalog.All.Select(static e => e.Path).Distinct().Count());
        Assert.All(CommandCatalog.All, static e => Assert.Same(e, CommandCatalog.Find(e.Collection, e.Name)));
    }

    [Fact]
    public void Catalog_AsDesigned_HoldsEveryCommand()
    {
        string[] designed =
        [
            "operation: ready-check open suspend resume closing close record-order compute-order",
            "communication: check seen answer",
            "households: check-in decline step-back report-back visit give-up",
            "windows: open pause close call-next call recall arrive start complete pass hold resume-held transfer",
            "inventory: reserve release confirm withdraw return propose-reversal approve-reversal",
            "groups: sign-in sign-out roll-call assign accept refuse done offer-lead take-lead",
            "incidents: raise acknowledge respond on-scene note check reassign severity merge false-alarm resolve close reopen",
            "zones: set-state",
            "cases: register assign note interim answer reopen",
            "cards: write revise",
            "findings: record answer",
            "meetings: hold",
            "forecast: order",
            "drill: start pause resume speed deliver hold-inject cancel-inject postpone observe advance improve improved yardstick drop-yardstick end",
        ];

        var expected = designed.SelectMany(static line => line.Split(": ") is [var collection, var names]
            ? names.Split(' ').Select(n => $"{collection}/{n}")
            : []);

        Assert.Equal(expected.Order(), CommandCatalog.All.Select(static e => $"{e.Collection}/{e.Name}").Order());
    }

    [Fact]
    public async Task EveryCommand_FromTheRightPostWithNoSenseInIt_IsAnsweredInGoodOrder()
    {
        foreach (var entry in CommandCatalog.All)
        {
            var post = _server.Sample.Frame.Plan.Posts.First(p => p.Role == entry.Grants[0].Role);
            using var client = await _server.JoinAsync(post.Id.Value);
            foreach (var body in Bodies(entry))
            {
                var answer = await client.GiveRawAsync($"{entry.Collection}/{entry.FixedId ?? "nobody-knows"}/{entry.Name}", body);
                Assert.True(answer.Status is 200 or 400 or 403 or 409 or 422, $"{entry.Path} {body}: {answer.Status} {answer.Text}");
                Assert.True(answer.Status == 200 || answer.Code is not null, $"{entry.Path} {body}: {answer.Text}");
            }
        }
    }

    private static IEnumerable<string> Bodies(CatalogEntry entry)
    {
        yield return "{}";
        if (entry.Body is { } body)
        {
            // Every member there, and of a form that is read, but made up.
            yield return JsonSerializer.Serialize(BodyJson.Options.GetTypeInfo(body).Properties.ToDictionary(static p => p.Name, static p => MadeUp(p.PropertyType)));
        }
    }

    private static object MadeUp(Type type)
    {
        var inner = Nullable.GetUnderlyingType(type) ?? type;
        return inner == typeof(string) ? "made up"
            : inner == typeof(int) || inner == typeof(long) || inner == typeof(decimal) ? 1
            : inner == typeof(DateTimeOffset) ? "2031-01-01T09:00:00+08:00"
            : inner.IsEnum ? EnumWordConverter.WordsOf(inner).First()
            : CheckedIdConverter.IsId(inner) ? "made-up"
            : inner.Name.StartsWith("ImmutableArray", StringComparison.Ordinal) ? Array.Empty<object>()
            : new { name = "某某", idTail = "1234" };
    }
}
