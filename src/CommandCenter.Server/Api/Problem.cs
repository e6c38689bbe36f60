using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using CommandCenter.Domain;
using CommandCenter.Plans;

namespace CommandCenter.Server.Api;

/// <summary>
/// A refusal as clients get it: problem details (RFC 9457) with a stable <c>code</c>, and its sentence in the language of
/// the request. The refusals of the grains come as <see cref="Rejection"/>; here are those of the way to them.
/// </summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Refusal">Code, sentences, field, and the value that decided.</param>
internal sealed record Problem(int Status, Rejection Refusal)
{
    /// <summary>The body is not JSON.</summary>
    public static readonly Problem MalformedJson = new(400, "malformed-json", "请求内容不是有效的 JSON。", "The body is not valid JSON.");

    /// <summary>The body has a member that the command does not have.</summary>
    public static readonly Problem UnknownField = new(400, "unknown-field", "没有这个字段。", "There is no such field.");

    /// <summary>A value has the wrong type or form.</summary>
    public static readonly Problem WrongType = new(400, "wrong-type", "字段的类型或格式不对。", "The value has the wrong type or form.");

    /// <summary>An id does not follow the syntax.</summary>
    public static readonly Problem BadId = new(
        422, "bad-id", "编号只能用小写字母、数字和连字符。", "An id has lower-case letters, digits and hyphens only.");

    /// <summary>The header is missing.</summary>
    public static readonly Problem KeyRequired = new(
        400, "idempotency-key-required", "缺少 Idempotency-Key 请求头。", "The header Idempotency-Key is required.");

    /// <summary>The header has other characters than it may.</summary>
    public static readonly Problem KeyInvalid = new(
        400, "idempotency-key-invalid", "Idempotency-Key 须为 1 至 128 个可见 ASCII 字符。", "Idempotency-Key has 1 to 128 visible ASCII characters.");

    /// <summary>The body is too large.</summary>
    public static readonly Problem TooLarge = new(413, "too-large", "请求内容过大。", "The body is too large.");

    /// <summary>The body is not declared as JSON.</summary>
    public static readonly Problem NotJson = new(415, "not-json", "请求内容须为 application/json。", "The body must be application/json.");

    /// <summary>The photo is of no kind that is taken.</summary>
    public static readonly Problem NotAPhoto = new(
        415, "not-a-photo", "照片须为 JPEG、PNG 或 WebP。", "A photo is JPEG, PNG or WebP.");

    /// <summary>The photo is damaged, or ends early.</summary>
    public static readonly Problem PhotoDamaged = new(422, "photo-damaged", "照片已损坏，无法读取。", "The photo is damaged and cannot be read.");

    /// <summary>The photo has more pixels than are worked on.</summary>
    public static readonly Problem PhotoTooBig = new(422, "photo-too-big", "照片的像素过多。", "The photo has too many pixels.");

    /// <summary>The scenario does not fit the plan; the faults say where and why.</summary>
    public static readonly Problem ScenarioFaulty = new(
        422, Input("scenario-faulty", "这个情景有错误，或不适合本方案。", "The scenario is faulty or does not fit this plan.").For("scenario"));

    /// <summary>The incident has no such photo.</summary>
    public static readonly Problem PhotoUnknown = new(404, "photo-unknown", "没有这张照片。", "There is no such photo.");

    /// <summary>The voice note is of no kind that is taken.</summary>
    public static readonly Problem NotAVoice = new(
        415, "not-a-voice", "语音须为 WebM、Ogg（Opus）或 MP4 录音。", "A voice note is a recording in WebM, Ogg (Opus) or MP4.");

    /// <summary>The voice note ends early, or has more in it than sound.</summary>
    public static readonly Problem VoiceUnusable = new(
        422, "voice-unusable", "录音不完整，或含有声音以外的内容。", "The recording is not whole, or holds more than sound.");

    /// <summary>The incident has no such voice note.</summary>
    public static readonly Problem VoiceUnknown = new(404, "voice-unknown", "没有这段语音。", "There is no such voice note.");

    /// <summary>The request cannot be read.</summary>
    public static readonly Problem BadRequest = new(400, "bad-request", "请求无法识别。", "The request cannot be read.");

    /// <summary>There is nothing at this address.</summary>
    public static readonly Problem NotThere = new(404, "not-there", "没有这个地址。", "There is nothing here.");

    /// <summary>There is no such operation.</summary>
    public static readonly Problem OperationUnknown = new(404, "operation-unknown", "没有这个行动。", "There is no such operation.");

    /// <summary>There is no such command.</summary>
    public static readonly Problem CommandUnknown = new(404, "command-unknown", "没有这个操作。", "There is no such command.");

    /// <summary>There is no such topic.</summary>
    public static readonly Problem TopicUnknown = new(404, "topic-unknown", "没有这个主题。", "There is no such topic.");

    /// <summary>The device has not joined, or was revoked.</summary>
    public static readonly Problem NotEnrolled = new(401, "not-enrolled", "本设备尚未登记岗位。", "This device has not joined a post.");

    /// <summary>The device belongs to another operation.</summary>
    public static readonly Problem OtherOperation = new(403, "other-operation", "本设备登记在另一个行动。", "This device has joined another operation.");

    /// <summary>The post may not do or see this.</summary>
    public static readonly Problem NotYourPost = new(403, Rejections.NotYourPost);

    /// <summary>A page of another origin sent the request.</summary>
    public static readonly Problem CrossOrigin = new(403, "cross-origin", "不接受来自其他网站的请求。", "Requests of other sites are not accepted.");

    /// <summary>The one-time code is unknown, used or too old.</summary>
    public static readonly Problem CodeInvalid = new(
        422, Input("code-invalid", "登记码无效、已使用或已过期。", "The code is unknown, used or too old.").For("code"));

    /// <summary>There is no such device.</summary>
    public static readonly Problem DeviceUnknown = new(404, "device-unknown", "没有这台设备。", "There is no such device.");

    /// <summary>There is no such post.</summary>
    public static readonly Problem PostUnknown = new(404, "post-unknown", "没有这个岗位。", "There is no such post.");

    /// <summary>Too many requests.</summary>
    public static readonly Problem TooMany = new(429, "too-many-requests", "请求过于频繁，请稍候再试。", "Too many requests; try again shortly.");

    /// <summary>The store does not take writes now.</summary>
    public static readonly Problem JournalUnavailable = new(
        503, "journal-unavailable", "暂时无法保存，操作没有生效，请稍候重试。", "It cannot be stored now and did not happen; try again shortly.");

    /// <summary>One lost race after the other.</summary>
    public static readonly Problem Busy = new(503, "busy", "系统繁忙，操作没有生效，请重试。", "Too busy; it did not happen; try again.");

    /// <summary>The operation's journal cannot be trusted.</summary>
    public static readonly Problem OperationStopped = new(
        503, "operation-stopped", "该行动的日志有误，已停止受理，请联系管理员。", "The operation's journal is damaged; it takes no commands. Tell the administrator.");

    /// <summary>A mistake in the program.</summary>
    public static readonly Problem Failed = new(500, "failed", "系统出错，已记录。", "Something went wrong; it has been recorded.");

    private Problem(int status, string code, string chinese, string english)
        : this(status, status is 400 or 422 ? Input(code, chinese, english) : new(code, chinese, english))
    {
    }

    /// <summary>All of them, by code.</summary>
    public static IReadOnlyDictionary<string, Problem> All { get; } = typeof(Problem)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(static f => f.FieldType == typeof(Problem))
        .Select(static f => (Problem)f.GetValue(null)!)
        .ToFrozenDictionary(static p => p.Refusal.Code);

    /// <summary>Everything that is wrong in a file, by line.</summary>
    public ImmutableArray<Fault> Faults { get; init; } = [];

    /// <summary>Seconds after which to try again, where that may help.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>A grain's refusal: 422 where the command is at fault, 409 where the day says no.</summary>
    public static Problem Of(Rejection rejection) => new(rejection.IsInput ? 422 : 409, rejection);

    /// <summary>A refusal, where there is one.</summary>
    public static Problem? OfInput(Rejection? rejection) => rejection is null ? null : Of(rejection);

    /// <summary>The same, naming the field at fault.</summary>
    public Problem For(string field, string? detail = null) => this with { Refusal = Refusal.For(field, detail) };

    /// <summary>The same, with when to try again.</summary>
    public Problem After(int seconds) => this with { RetryAfter = seconds };

    /// <summary>Answers a request with it.</summary>
    public async Task WriteAsync(HttpContext http)
    {
        var response = http.Response;
        response.StatusCode = Status;
        response.ContentType = "application/problem+json";
        response.Headers.CacheControl = "no-store";
        if (RetryAfter is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        await response.BodyWriter.WriteAsync(Details(Language.IsEnglish(http.Request)), http.RequestAborted);
    }

    private static Rejection Input(string code, string chinese, string english) => new(code, chinese, english) { IsInput = true };

    private byte[] Details(bool english)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new() { Encoder = BodyJson.Options.Encoder }))
        {
            json.WriteStartObject();
            json.WriteString("title", english ? Refusal.English : Refusal.Chinese);
            json.WriteNumber("status", Status);
            json.WriteString("code", Refusal.Code);
            WriteWhereThere(json, "field", Refusal.Field);
            WriteWhereThere(json, "detail", Refusal.Detail);
            WriteFaults(json, english);
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private void WriteFaults(Utf8JsonWriter json, bool english)
    {
        if (Faults.IsEmpty)
        {
            return;
        }

        json.WriteStartArray("faults");
        foreach (var (place, reason) in Faults)
        {
            json.WriteStartObject();
            json.WriteString("place", $"{place}");
            json.WriteString("reason", english ? reason.En : reason.Zh);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteWhereThere(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
