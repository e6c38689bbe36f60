using System.Collections.Frozen;
using System.Text.Json;
using CommandCenter.Domain;

namespace CommandCenter.Orleans.Messages;

/// <summary>How commands and refusals are written between processes. Nothing of it is stored.</summary>
internal static class WireJson
{
    /// <summary>Every command of the domain, by its name.</summary>
    public static readonly FrozenDictionary<string, Type> Commands = typeof(ICommand).Assembly.GetTypes()
        .Where(static t => t.IsClass && t.IsAssignableTo(typeof(ICommand))).ToFrozenDictionary(static t => t.Name);

    public static readonly JsonSerializerOptions Options = new() { AllowDuplicateProperties = false };

    public static ICommand Command(string name, byte[] json) =>
        Commands.GetValueOrDefault(name) is { } type && JsonSerializer.Deserialize(json, type, Options) is ICommand command
            ? command
            : throw new JsonException($"There is no command '{name}'.");
}
