using System.Net.Http.Headers;

namespace CommandCenter.Server.Tests.Photos;

public sealed class PhotoEndpointTests
{
    private static readonly byte[] Picture = Pictures.WithExif(Pictures.Of(400, 300), orientation: 6);

    [Fact]
    public async Task Photo_OfTheOwner_IsInTheFileUnderItsHash()
    {
        await using var day = await WithIncidentAsync("crowd");

        (await SendAsync(day, "order-leader", Picture)).Expect(200);

        var photo = day.Board("incident:i1").GetProperty("photos")[0];
        var hash = photo.GetProperty("hash").GetString();
        Assert.Equal((300, 400), (photo.GetProperty("width").GetInt32(), photo.GetProperty("height").GetInt32()));
        Assert.True(File.Exists(Path.Combine(day.Server.Data, "photos", "sample", $"{hash}.jpg")));
        var seen = await (await day.As("order-gate")).GetAsync($"/api/operations/sample/incidents/i1/photos/{hash}");
        Assert.Equal((200, "image/jpeg"), (seen.Status, seen.ContentType));
        (await (await day.As("order-gate")).GetAsync($"/api/operations/sample/incidents/i2/photos/{hash}")).Expect(404, "photo-unknown");
    }

    [Fact]
    public async Task Photo_SameKeyAgain_GetsTheSameAnswerAndIsThereOnce()
    {
        await using var day = await WithIncidentAsync("crowd");

        var first = (await SendAsync(day, "order-leader", Picture, "once")).Expect(200);
        var second = (await SendAsync(day, "order-leader", Picture, "once")).Expect(200);

        Assert.Equal(first.Text, second.Text);
        Assert.Equal(1, day.Board("incident:i1").GetProperty("photos").GetArrayLength());
    }

    [Fact]
    public async Task Photo_OfAConfidentialIncident_IsForThoseWhoMaySeeTheIncident()
    {
        await using var day = await WithIncidentAsync("petition");
        var owner = day.Server.Sample.Frame.Plan.Playbooks.First(static p => p.Confidential).Owner;
        (await SendAsync(day, $"{owner}-leader", Picture)).Expect(200);
        var hash = day.Board("incident:i1").GetProperty("photos")[0].GetProperty("hash").GetString();

        foreach (var post in day.Server.Sample.Frame.Plan.Posts)
        {
            var board = await (await day.As(post.Id.Value)).GetAsync("/api/operations/sample/boards/incident:i1");
            var photo = await (await day.As(post.Id.Value)).GetAsync($"/api/operations/sample/incidents/i1/photos/{hash}");
            Assert.True(board.Status == photo.Status, $"{post.Id}: incident {board.Status}, photo {photo.Status}");
        }

        using var anybody = day.Server.Anybody();
        (await anybody.GetAsync($"/api/operations/sample/incidents/i1/photos/{hash}")).Expect(401, "not-enrolled");
    }

    [Fact]
    public async Task Photo_Small_IsASmallJpegOfTheSamePicture()
    {
        await using var day = await WithIncidentAsync("crowd");
        (await SendAsync(day, "order-leader", Pictures.Of(1600, 1200))).Expect(200);
        var address = $"/api/operations/sample/incidents/i1/photos/{day.Board("incident:i1").GetProperty("photos")[0].GetProperty("hash").GetString()}";

        var device = await day.As("order-leader");
        var whole = await device.BytesAsync(device.Request(HttpMethod.Get, address));
        var small = await device.BytesAsync(device.Request(HttpMethod.Get, $"{address}?small=1"));

        Assert.True(small * 4 < whole, $"{small} of {whole} bytes");
        (await (await day.As("order-leader")).GetAsync($"{address[..^64]}{new string('0', 64)}?small=1")).Expect(404, "photo-unknown");
    }

    [Fact]
    public async Task Photo_OnTheIncidentsPage_IsSmallAndOpensInFull_ForThoseWhoMaySeeTheIncident()
    {
        await using var day = await WithIncidentAsync("petition");
        var owner = day.Server.Sample.Frame.Plan.Playbooks.First(static p => p.Confidential).Owner;
        (await SendAsync(day, $"{owner}-leader", Picture)).Expect(200);
        var hash = day.Board("incident:i1").GetProperty("photos")[0].GetProperty("hash").GetString();
        var address = $"/api/operations/sample/incidents/i1/photos/{hash}";

        var sheet = (await (await day.As("commander")).GetAsync("/wall/list/incident:i1")).Expect(200).Text;
        Assert.Contains($"data-photo-src=\"{address}\"", sheet, StringComparison.Ordinal);
        Assert.Contains($"src=\"{address}?small=1\"", sheet, StringComparison.Ordinal);
        (await (await day.As("order-gate")).GetAsync("/wall/list/incident:i1")).Expect(403);
        (await (await day.As("order-gate")).GetAsync($"{address}?small=1")).Expect(403);
    }

    [Fact]
    public async Task Photo_OfAnotherGroup_IsRefused()
    {
        await using var day = await WithIncidentAsync("crowd");

        (await SendAsync(day, "medical-leader", Picture)).Expect(403, "not-your-post");
    }

    [Fact]
    public async Task Photo_TooLargeOrNone_IsRefused()
    {
        await using var day = await WithIncidentAsync("crowd");

        (await SendAsync(day, "order-leader", new byte[(5 * 1024 * 1024) + 1])).Expect(413, "too-large");
        (await SendAsync(day, "order-leader", [1, 2, 3])).Expect(415, "not-a-photo");
        (await SendAsync(day, "order-leader", Picture, field: "picture")).Expect(422, "required");
        (await (await day.As("order-leader")).GiveAsync("incidents/i1/photos", new { photo = "x" })).Expect(415, "not-a-photo");
    }

    private static async Task<Day> WithIncidentAsync(string kind)
    {
        var day = await Day.OpenAsync(await TestServer.StartAsync());
        var type = kind == "crowd" ? kind : day.Server.Sample.Frame.Plan.Playbooks.First(static p => p.Confidential).Id.Value;
        await day.DoAsync("clerk-w1", "incidents/i1/raise", new { type, zone = "south-gate", text = "推挤" });
        await day.DoAsync("clerk-w1", "incidents/i2/raise", new { type = "crowd", zone = "south-gate", text = "推挤" });
        return day;
    }

    private static async Task<Answer> SendAsync(Day day, string post, byte[] bytes, string? key = null, string field = "photo")
    {
        var device = await day.As(post);
        using var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        var form = new MultipartFormDataContent { { file, field, "photo.jpg" } };
        var request = device.Request(HttpMethod.Post, "/api/operations/sample/incidents/i1/photos");
        request.Content = form;
        request.Headers.Add("Idempotency-Key", key ?? Guid.NewGuid().ToString("N"));
        return await device.SendAsync(request);
    }
}
