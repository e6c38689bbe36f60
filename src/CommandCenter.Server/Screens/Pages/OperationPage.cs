using CommandCenter.Boards;
using CommandCenter.Boards.Units;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;
using CommandCenter.Server.Operations;
using CommandCenter.Server.Push;
using Microsoft.AspNetCore.Components;

namespace CommandCenter.Server.Screens.Pages;

/// <summary>A page of one operation.</summary>
public abstract class OperationPage : ComponentBase
{
    /// <summary>The operation, now or at a moment of its past.</summary>
    [Parameter, EditorRequired]
    public IScene Operation { get; set; } = null!;

    /// <summary>The post of the device that asks; null for somebody without one.</summary>
    [Parameter]
    public Post? Post { get; set; }

    /// <summary>What the page's panels know.</summary>
    protected PanelView View => PanelRenderer.ViewOf(Operation);

    /// <summary>Whether this is a drill; every screen says so.</summary>
    protected bool IsDrill => Operation.Frame.Mode == OperationMode.Drill;

    /// <summary>The topics of the buildings, by number.</summary>
    protected IEnumerable<string> Buildings =>
        (Operation.Boards.Read(TopicNames.Units)?.Data as UnitsBoard)?.Buildings.Select(static b => TopicNames.Of(b.Building)) ?? [];
}
