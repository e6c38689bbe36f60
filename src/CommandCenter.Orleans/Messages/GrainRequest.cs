using System.Text.Json;
using CommandCenter.Grains;

namespace CommandCenter.Orleans.Messages;

/// <summary>A command on its way from one process to another.</summary>
[GenerateSerializer, Immutable, Alias("cc.request")]
public sealed class GrainRequest
{
    /// <summary>The grain, <c>kind/key</c>.</summary>
    [Id(0)]
    public required string Grain { get; init; }

    /// <summary>The command's type, by its name; unique in the domain.</summary>
    [Id(1)]
    public required string Name { get; init; }

    /// <summary>The command, UTF-8 JSON.</summary>
    [Id(2)]
    public required byte[] Command { get; init; }

    /// <summary>Its id.</summary>
    [Id(3)]
    public required string CommandId { get; init; }

    /// <summary>Who gave it.</summary>
    [Id(4)]
    public required string Actor { get; init; }

    /// <summary>The entry it follows from; 0 for none.</summary>
    [Id(5)]
    public required long Causation { get; init; }

    /// <summary>Writes one.</summary>
    public static GrainRequest Of(in CommandEnvelope envelope) => new()
    {
        Grain = envelope.Grain.ToString(),
        Name = envelope.Command.GetType().Name,
        Command = JsonSerializer.SerializeToUtf8Bytes(envelope.Command, envelope.Command.GetType(), WireJson.Options),
        CommandId = envelope.Id.Value,
        Actor = envelope.Actor.Value,
        Causation = envelope.Causation ?? 0,
    };

    /// <summary>Reads it.</summary>
    /// <exception cref="JsonException">The other process runs another version, whose command this one does not know.</exception>
    public CommandEnvelope Envelope() => new(
        GrainAddress.Parse(Grain), WireJson.Command(Name, Command), new(CommandId), new(Actor), Causation == 0 ? null : Causation);
}
