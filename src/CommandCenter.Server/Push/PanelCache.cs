using System.Collections.Concurrent;
using System.Globalization;
using CommandCenter.Server.Operations;

namespace CommandCenter.Server.Push;

/// <summary>The newest panel of each topic and language, so that whoever comes back costs no render.</summary>
public sealed class PanelCache(PanelRenderer renderer)
{
    private readonly ConcurrentDictionary<(string Operation, string Topic, string Language), Slot> _slots = new();

    /// <summary>How many panels have a place here.</summary>
    internal int Count => _slots.Count;

    /// <summary>The panel of a scene; one of the past is rendered anew, since nobody else is there.</summary>
    public ValueTask<RenderedPanel?> GetAsync(IScene scene, string topic, CultureInfo culture) =>
        scene is RunningOperation now ? GetAsync(now, topic, culture) : renderer.RenderAsync(scene, topic, culture);

    /// <summary>The panel as the board is now; rendered only where the board has moved on since.</summary>
    public async ValueTask<RenderedPanel?> GetAsync(RunningOperation operation, string topic, CultureInfo culture)
    {
        var place = (operation.Id.Value, topic, culture.Name);
        var slot = _slots.GetOrAdd(place, static _ => new());
        var newest = PanelSource.SequenceOf(operation, topic);
        if (newest is not null && slot.Panel is { } known && known.Sequence >= newest)
        {
            return known;
        }

        await slot.Gate.WaitAsync();
        try
        {
            if (newest is not null && slot.Panel is { } meanwhile && meanwhile.Sequence >= newest)
            {
                return meanwhile;
            }

            slot.Panel = await renderer.RenderAsync(operation, topic, culture);
            if (slot.Panel is null)
            {
                // Anybody may ask for a topic that does not exist; it must not keep a place for ever.
                _slots.TryRemove(place, out _);
            }

            return slot.Panel;
        }
        finally
        {
            slot.Gate.Release();
        }
    }

    private sealed class Slot
    {
        public SemaphoreSlim Gate { get; } = new(1);

        public RenderedPanel? Panel { get; set; }
    }
}
