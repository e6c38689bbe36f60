using System.Text.Json;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;
using CommandCenter.TestKit;

namespace CommandCenter.Server.Tests.Operations;

/// <summary>Drills founded beside a day that counts.</summary>
public sealed class NewDrillTests : IAsyncLifetime
{
    private TestServer _server = null!;

    public async Task InitializeAsync() => _server = await TestServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Found_BesideALiveDay_HasItsOwnJournalAndMaskedNames()
    {
        var before = await _server.Sample.ReadAsync(0, CancellationToken.None).CountAsync();
        using var commander = await _server.JoinAsync("commander");

        var answer = (await FoundAsync(commander, new { scenario = "power-cut", speed = 60 })).Expect(200);

        var id = answer.Json.GetProperty("operation").GetString()!;
        var drill = _server.Operations.Find(id)!.Running!;
        Assert.Equal(("drill-1", OperationMode.Drill), (id, drill.Frame.Mode));
        Assert.Equal(drill.Frame.Plan.Posts.Length, answer.Json.GetProperty("codes").GetArrayLength());
        Assert.Equal(before, await _server.Sample.ReadAsync(0, CancellationToken.None).CountAsync());
        var registered = 0;
        await foreach (var entry in drill.ReadAsync(0, CancellationToken.None))
        {
            if (entry.Event is Domain.Households.HouseholdRegistered e)
            {
                registered++;
                Assert.All(e.Entry.Members, static m => Assert.Contains('*', m.Name));
                Assert.All(e.Entry.Members, static m => Assert.Equal("****", m.IdTail));
            }
        }

        Assert.Equal(199, registered);
    }

    [Fact]
    public async Task Found_TheScriptStandsOnItsBoard_AndItsDirectorMayAdvanceIt()
    {
        using var commander = await _server.JoinAsync("commander");
        var founded = (await FoundAsync(commander, new { scenario = "standard-day", seed = 7, speed = 20 })).Expect(200).Json;
        using var director = _server.Anybody();
        await director.JoinAsync(Code(founded, "drill-director"));

        (await director.GiveAsync("/api/operations/drill-1/drill/self/pause")).Expect(200);
        (await director.GiveAsync("/api/operations/drill-1/drill/self/advance", new { minutes = 1 })).Expect(200);
        var board = (await director.GetAsync("/api/operations/drill-1/boards/drill")).Expect(200).Json.GetProperty("data");

        Assert.Equal(("standard-day", 7), (board.GetProperty("scenario").GetString(), board.GetProperty("seed").GetInt32()));
        Assert.Equal(6, board.GetProperty("injects").GetArrayLength());
        Assert.Equal(7, board.GetProperty("objectives").GetArrayLength());
        (await director.GetAsync("/drill?operation=drill-1")).Expect(200);
        (await director.GetAsync("/drill/report?operation=drill-1")).Expect(200);
    }

    [Fact]
    public async Task Found_WithOneKeyTwice_FoundsOneDrillAndItsNewCodesCount()
    {
        using var commander = await _server.JoinAsync("commander");
        var order = new { scenario = "standard-day", speed = 1 };

        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => commander.GiveAsync("/api/operations/sample/drills", order, "once")));
        var again = (await commander.GiveAsync("/api/operations/sample/drills", order, "once")).Expect(200).Json;
        var other = (await commander.GiveAsync("/api/operations/sample/drills", order, "another")).Expect(200).Json;

        Assert.All(answers, static a => Assert.Equal("drill-1", a.Expect(200).Json.GetProperty("operation").GetString()));
        Assert.Equal(("drill-1", "drill-2"), (again.GetProperty("operation").GetString(), other.GetProperty("operation").GetString()));
        using var director = _server.Anybody();
        await director.JoinAsync(Code(again, "drill-director"));
    }

    [Theory]
    [InlineData("../../etc/passwd", 1, "scenario")]
    [InlineData("no-such", 1, "scenario")]
    [InlineData("standard-day", 61, "speed")]
    public async Task Found_OnBadInput_NamesTheField(string scenario, int speed, string field)
    {
        using var commander = await _server.JoinAsync("commander");

        var answer = await FoundAsync(commander, new { scenario, speed });

        answer.Expect(422);
        Assert.Equal(field, answer.Field);
    }

    [Fact]
    public async Task Found_OnAPlanThatTheScenarioDoesNotFit_SaysEverythingThatIsWrongByLine()
    {
        using var folder = new TemporaryFolder();
        var plan = Directory.CreateDirectory(folder["sample"]).FullName;
        foreach (var file in Directory.EnumerateFiles(Checkout.Sample))
        {
            File.Copy(file, Path.Combine(plan, Path.GetFileName(file)));
        }

        var playbooks = Path.Combine(plan, "playbooks.yaml");
        File.WriteAllText(playbooks, File.ReadAllText(playbooks).Replace("- id: traffic", "- id: jam", StringComparison.Ordinal).Replace("- id: equipment", "- id: repair", StringComparison.Ordinal));
        await using var server = await TestServer.StartAsync(change: o => o with { Plan = plan });
        using var commander = await server.JoinAsync("commander");

        var answer = (await FoundAsync(commander, new { scenario = "standard-day", speed = 1 })).Expect(422).Json;

        Assert.Equal("scenario-faulty", answer.GetProperty("code").GetString());
        var faults = answer.GetProperty("faults").EnumerateArray().Select(static f => (Place: f.GetProperty("place").GetString()!, Reason: f.GetProperty("reason").GetString()!)).ToList();
        Assert.Equal(2, faults.Count);
        Assert.All(faults, static f => Assert.Matches(@"^standard-day\.yaml:[0-9]+:", f.Place));
        Assert.Contains(faults, static f => f.Reason.Contains("traffic", StringComparison.Ordinal));
        Assert.Contains(faults, static f => f.Reason.Contains("equipment", StringComparison.Ordinal));
        Assert.Single(server.Operations.All);
    }

    [Theory]
    [InlineData("clerk-w1", 403)]
    [InlineData("observer", 403)]
    [InlineData("drill-director", 200)]
    public async Task Found_ByPost_IsForThoseWhoPrepareOrDirect(string post, int status)
    {
        using var device = await _server.JoinAsync(post);

        (await FoundAsync(device, new { scenario = "standard-day", speed = 1 })).Expect(status);
    }

    private static Task<Answer> FoundAsync(Client client, object body) => client.PostAsync("/api/operations/sample/drills", body);

    private static string Code(JsonElement founded, string post) =>
        founded.GetProperty("codes").EnumerateArray().Single(c => c.GetProperty("post").GetString() == post).GetProperty("code").GetString()!;
}
