using System.Net;
using System.Net.Http.Json;

namespace CommandCenter.Server.Tests.Phone;

/// <summary>
/// A phone by the same rules as the page's outbox: everything is kept before it is sent, sent in its own order one after
/// another, kept until there is an answer, and asked for again under the same key where there was none.
/// </summary>
internal sealed class OutboxPhone : IDisposable
{
    private readonly HttpClient _http;
    private readonly Queue<Kept> _outbox = new();
    private readonly Random _random;
    private readonly string _incident;
    private int _count;

    public OutboxPhone(Uri server, CookieContainer cookies, int number, int seed)
    {
        _random = new(seed);
        Line = new(_random);
        _http = new(Line.Handler(cookies)) { BaseAddress = server };
        _incident = $"i-phone-{number:00}";
        Keep("raise", new { type = "other", zone = "hall", text = "现场情况" });
    }

    public CutLine Line { get; }

    /// <summary>Its incident, in whose log its actions stand in the order in which the server took them.</summary>
    public string Incident => _incident;

    /// <summary>How many notes were written on it.</summary>
    public int Notes => _count;

    /// <summary>What waits.</summary>
    public int Waiting => _outbox.Count;

    /// <summary>Sent again after no answer came.</summary>
    public int Repeated { get; private set; }

    /// <summary>What was refused, which nothing should be.</summary>
    public List<string> Refused { get; } = [];

    /// <summary>Twenty seconds: the line comes back, some things are done, and somewhere among them it is cut.</summary>
    public async Task LiveAsync()
    {
        Line.Restore(_random.Next(0, 14));
        for (var actions = _random.Next(0, 4); actions > 0; actions--)
        {
            Keep("note", new { text = $"第 {++_count} 条" });
            await SendAsync();
        }

        await SendAsync();
    }

    /// <summary>The line is there for good: sends what is left.</summary>
    public async Task SettleAsync()
    {
        Line.Restore(int.MaxValue);
        await SendAsync();
    }

    public void Dispose() => _http.Dispose();

    private void Keep(string command, object body) => _outbox.Enqueue(new($"{_random.NextInt64():x16}-{_outbox.Count}-{_count}", command, body));

    private async Task SendAsync()
    {
        while (_outbox.TryPeek(out var next))
        {
            if (await TryAsync(next) is not { } answer)
            {
                return;
            }

            if (answer.Status != 200)
            {
                Refused.Add($"{next.Command}: {answer.Status} {answer.Text}");
            }

            _outbox.Dequeue();
        }
    }

    // Null where nobody knows whether it happened.
    private async Task<Answer?> TryAsync(Kept kept)
    {
        Repeated += kept.Tries++ > 0 ? 1 : 0;
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/operations/sample/incidents/{_incident}/{kept.Command}") { Content = JsonContent.Create(kept.Body) };
        request.Headers.Add("Idempotency-Key", kept.Key);
        try
        {
            using var response = await _http.SendAsync(request);
            return (int)response.StatusCode >= 500 ? null : await Answer.OfAsync(response);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return null;
        }
    }

    private sealed record Kept(string Key, string Command, object Body)
    {
        public int Tries { get; set; }
    }
}
