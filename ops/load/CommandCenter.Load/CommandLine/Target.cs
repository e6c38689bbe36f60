using System.CommandLine;
using System.Text.Json;
using CommandCenter.Load.Running;

namespace CommandCenter.Load.CommandLine;

/// <summary>The options that say whom a run is for, and where its result goes.</summary>
internal sealed class Target
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private readonly Option<Uri> _server = new("--server") { Description = "The server's address; nothing else is ever spoken to.", HelpName = "URL", Required = true };
    private readonly Option<string> _operation = new("--operation") { Description = "The operation.", HelpName = "ID", Required = true };
    private readonly Option<string[]> _code = new("--code") { Description = "A one-time code of a post; may be repeated.", HelpName = "CODE" };
    private readonly Option<string?> _codes = new("--codes") { Description = "A file with a code at the beginning of each line, as the server's verb 'posts' prints it.", HelpName = "FILE" };
    private readonly Option<string?> _out = new("--out") { Description = "Writes the report as JSON here; without it, to the output.", HelpName = "FILE" };

    public Target(Command command)
    {
        _server.CustomParser = static result =>
        {
            if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps))
            {
                return url;
            }

            result.AddError("--server is an http:// or https:// address.");
            return null;
        };
        foreach (var option in (Option[])[_server, _operation, _code, _codes, _out])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>Where to.</summary>
    public (Uri Server, string Operation) Of(ParseResult line) => (line.GetRequiredValue(_server), line.GetRequiredValue(_operation));

    /// <summary>The codes, from both places.</summary>
    /// <exception cref="LoadRefusedException">The file is not there.</exception>
    public IReadOnlyList<string> Codes(ParseResult line)
    {
        var file = line.GetValue(_codes);
        if (file is not null && !File.Exists(file))
        {
            throw new LoadRefusedException($"There is no file {file}.");
        }

        return
        [
            .. line.GetValue(_code) ?? [],
            .. (file is null ? [] : File.ReadLines(file)).Select(static l => l.Trim().Split(' ')[0]).Where(static c => c.Length > 0),
        ];
    }

    /// <summary>Writes the report.</summary>
    public async Task WriteAsync<T>(ParseResult line, T report, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.Serialize(report, Indented);
        if (line.GetValue(_out) is { } file)
        {
            await File.WriteAllTextAsync(file, json, cancellationToken);
        }
        else
        {
            await line.InvocationConfiguration.Output.WriteLineAsync(json.AsMemory(), cancellationToken);
        }
    }
}
