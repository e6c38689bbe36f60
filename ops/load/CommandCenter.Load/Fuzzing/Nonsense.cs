using System.Text;
using System.Text.Json.Nodes;

namespace CommandCenter.Load.Fuzzing;

/// <summary>Random words, values and JSON: much of it wrong, some of it nearly right, so that it gets past the first check.</summary>
internal sealed class Nonsense(Random random)
{
    private static readonly string[] Words =
    [
        "", " ", "demo", "sample", "hall", "site", "units", "units:1", "window:w1", "household:h001", "ticket:nobody", "guest:w1", "group:order",
        "incident:i1", "h001", "h002", "w1", "w5", "order", "1-201", "service-05", "medical", "selection", "../../etc/passwd", "..%2f..%2fkeys",
        "%00", "\u0000", "\u001e", "\ud83d\ude00", "张三丰", "110101199001011234", "' OR 1=1 --", "<script>alert(1)</script>", "{0}", "%s%n",
        "null", "NaN", "-1", "9223372036854775808", "1e400", "2031-01-01T09:00:00+08:00", "0001-01-01", "true", "\r\nSet-Cookie: a=b", "__proto__",
    ];

    /// <summary>The dice.</summary>
    public Random Random => random;

    /// <summary>One of these.</summary>
    public T Any<T>(params ReadOnlySpan<T> of) => of[random.Next(of.Length)];

    /// <summary>A word, seldom a very long one.</summary>
    public string Word() => random.Next(40) == 0 ? new string(Any('a', '长', '"', '\\'), random.Next(3_000)) : Any<string>(Words);

    /// <summary>Bytes.</summary>
    public byte[] Bytes(int most)
    {
        var bytes = new byte[random.Next(most)];
        random.NextBytes(bytes);
        return bytes;
    }

    /// <summary>Any JSON value.</summary>
    public JsonNode? Value(int depth = 0) => random.Next(depth > 3 ? 6 : 9) switch
    {
        0 => null,
        1 => random.Next(2) == 0,
        2 => random.Next(-5, 500),
        3 => random.NextDouble() * 1e9,
        4 => long.MaxValue,
        5 or 6 => JsonValue.Create(Word()),
        7 => new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => Value(depth + 1))]),
        _ => new JsonObject(Enumerable.Range(0, random.Next(4)).Select(n => KeyValuePair.Create($"{Any("text", "id", "reason", "x")}{n}", Value(depth + 1)))),
    };

    /// <summary>JSON with something broken in it.</summary>
    public string Broken(string json)
    {
        var at = random.Next(json.Length + 1);
        return random.Next(5) switch
        {
            0 => json[..at],
            1 => json.Insert(at, Any("{", "}", "\"", ",", "\\u12", "\u0001", "'")),
            2 => new string('[', random.Next(200)) + json,
            3 => Encoding.Latin1.GetString(Bytes(200)),
            _ => json + json,
        };
    }
}
