using System.Net.Http.Headers;

namespace CommandCenter.Server.Tests.Voices;

public sealed class VoiceEndpointTests
{
    private const string Voices = "/api/operations/sample/incidents/i1/voices";

    public static TheoryData<string, string, string> Containers { get; } = new()
    {
        { "webm", ".webm", "audio/webm" },
        { "ogg", ".ogg", "audio/ogg" },
        { "mp4", ".m4a", "audio/mp4" },
    };

    [Theory]
    [MemberData(nameof(Containers))]
    public async Task Voice_OfTheOwner_IsInTheFileUnderItsHash_AsWhatItsBytesSay(string container, string ending, string type)
    {
        await using var day = await WithIncidentAsync("crowd");

        // The sender's own word for it is worth nothing.
        (await SendAsync(day, "order-leader", Of(container), saying: "text/html")).Expect(200);

        var voice = day.Board("incident:i1").GetProperty("voices")[0];
        var hash = voice.GetProperty("hash").GetString();
        Assert.Equal((container, 12), (voice.GetProperty("container").GetString(), voice.GetProperty("seconds").GetInt32()));
        Assert.True(File.Exists(Path.Combine(day.Server.Data, "voices", "sample", hash + ending)));
        var heard = await (await day.As("order-gate")).GetAsync($"{Voices}/{hash}");
        Assert.Equal((200, type), (heard.Status, heard.ContentType));
        Assert.DoesNotContain(Recordings.Telltale, heard.Text, StringComparison.Ordinal);
        (await (await day.As("order-gate")).GetAsync($"/api/operations/sample/incidents/i2/voices/{hash}")).Expect(404, "voice-unknown");
    }

    [Fact]
    public async Task Voice_AskedForInPart_IsGivenInPart()
    {
        await using var day = await WithIncidentAsync("crowd");
        (await SendAsync(day, "order-leader", Recordings.Ogg())).Expect(200);
        var device = await day.As("order-leader");
        var request = device.Request(HttpMethod.Get, $"{Voices}/{Hash(day)}");
        request.Headers.Range = new RangeHeaderValue(0, 3);

        var part = await device.SendAsync(request);

        Assert.Equal((206, "OggS"), (part.Status, part.Text));
    }

    [Fact]
    public async Task Voice_SameKeyAgain_GetsTheSameAnswerAndIsThereOnce()
    {
        await using var day = await WithIncidentAsync("crowd");

        var first = (await SendAsync(day, "order-leader", Recordings.Webm(), "once")).Expect(200);
        var second = (await SendAsync(day, "order-leader", Recordings.Webm(), "once")).Expect(200);

        Assert.Equal(first.Text, second.Text);
        Assert.Equal(1, day.Board("incident:i1").GetProperty("voices").GetArrayLength());
    }

    [Fact]
    public async Task Voice_OfAConfidentialIncident_IsForThoseWhoMaySeeTheIncident()
    {
        await using var day = await WithIncidentAsync("petition");
        var owner = day.Server.Sample.Frame.Plan.Playbooks.First(static p => p.Confidential).Owner;
        (await SendAsync(day, $"{owner}-leader", Recordings.Webm())).Expect(200);

        foreach (var post in day.Server.Sample.Frame.Plan.Posts)
        {
            var board = await (await day.As(post.Id.Value)).GetAsync("/api/operations/sample/boards/incident:i1");
            var voice = await (await day.As(post.Id.Value)).GetAsync($"{Voices}/{Hash(day)}");
            Assert.True(board.Status == voice.Status, $"{post.Id}: incident {board.Status}, voice note {voice.Status}");
        }

        using var anybody = day.Server.Anybody();
        (await anybody.GetAsync($"{Voices}/{Hash(day)}")).Expect(401, "not-enrolled");
        Assert.Contains($"src=\"{Voices}/{Hash(day)}\"", (await (await day.As("commander")).GetAsync("/wall/list/incident:i1")).Expect(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Voice_OfAnotherGroup_IsRefused()
    {
        await using var day = await WithIncidentAsync("crowd");

        (await SendAsync(day, "medical-leader", Recordings.Webm())).Expect(403, "not-your-post");
    }

    [Fact]
    public async Task Voice_ThatIsNone_OrTooLarge_OrTooLong_IsRefusedByItsField()
    {
        await using var day = await WithIncidentAsync("crowd");

        Assert.Equal("voice", Field((await SendAsync(day, "order-leader", new byte[(1024 * 1024) + 1])).Expect(413, "too-large")));
        Assert.Equal("voice", Field((await SendAsync(day, "order-leader", [1, 2, 3])).Expect(415, "not-a-voice")));
        Assert.Equal("voice", Field((await SendAsync(day, "order-leader", Recordings.Webm()[..40])).Expect(422, "voice-unusable")));
        Assert.Equal("voice", Field((await SendAsync(day, "order-leader", Recordings.Webm(), field: "sound")).Expect(422, "required")));
        Assert.Equal("seconds", Field((await SendAsync(day, "order-leader", Recordings.Webm(), seconds: "")).Expect(422, "required")));
        Assert.Equal("seconds", Field((await SendAsync(day, "order-leader", Recordings.Webm(), seconds: "1e1")).Expect(400, "wrong-type")));
        Assert.Equal("seconds", Field((await SendAsync(day, "order-leader", Recordings.Webm(), seconds: "61")).Expect(422, "out-of-range")));
        Assert.Equal(0, day.Board("incident:i1").GetProperty("voices").GetArrayLength());
    }

    private static byte[] Of(string container) => container switch
    {
        "webm" => Recordings.Webm(),
        "ogg" => Recordings.Ogg(),
        _ => Recordings.Mp4(),
    };

    private static string? Field(Answer refusal) => refusal.Json.GetProperty("field").GetString();

    private static string? Hash(Day day) => day.Board("incident:i1").GetProperty("voices")[0].GetProperty("hash").GetString();

    private static async Task<Day> WithIncidentAsync(string kind)
    {
        var day = await Day.OpenAsync(await TestServer.StartAsync());
        var type = kind == "crowd" ? kind : day.Server.Sample.Frame.Plan.Playbooks.First(static p => p.Confidential).Id.Value;
        await day.DoAsync("clerk-w1", "incidents/i1/raise", new { type, zone = "south-gate", text = "推挤" });
        await day.DoAsync("clerk-w1", "incidents/i2/raise", new { type = "crowd", zone = "south-gate", text = "推挤" });
        return day;
    }

    private static async Task<Answer> SendAsync(
        Day day, string post, byte[] bytes, string? key = null, string field = "voice", string seconds = "12", string saying = "audio/webm")
    {
        var device = await day.As(post);
        using var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue(saying);
        var form = new MultipartFormDataContent { { new StringContent(seconds), "seconds" }, { file, field, "voice" } };
        var request = device.Request(HttpMethod.Post, Voices);
        request.Content = form;
        request.Headers.Add("Idempotency-Key", key ?? Guid.NewGuid().ToString("N"));
        return await device.SendAsync(request);
    }
}
