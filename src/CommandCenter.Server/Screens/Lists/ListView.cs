using CommandCenter.Domain;
using CommandCenter.Domain.Plans;
using CommandCenter.Server.Access;
using CommandCenter.Server.Api;
using CommandCenter.Server.Operations;
using CommandCenter.Server.Push;
using Microsoft.AspNetCore.Components;

namespace CommandCenter.Server.Screens.Lists;

/// <summary>What stands behind a number: read from the boards when it is asked for, for one post.</summary>
public abstract class ListView : ComponentBase
{
    /// <summary>The operation.</summary>
    [Parameter, EditorRequired]
    public IScene Operation { get; set; } = null!;

    /// <summary>The post of the device that asks; null for somebody without one.</summary>
    [Parameter]
    public Post? Post { get; set; }

    /// <summary>The kind of list, e.g. <c>queue</c>.</summary>
    [Parameter, EditorRequired]
    public string Kind { get; set; } = "";

    /// <summary>What it is about, e.g. a step; empty where the kind says it all.</summary>
    [Parameter]
    public string Id { get; set; } = "";

    /// <summary>What every list may know besides the boards.</summary>
    protected PanelView View => PanelRenderer.ViewOf(Operation);

    /// <summary>A board, or null where there is none.</summary>
    protected T? Read<T>(string topic)
        where T : class => Operation.Boards.Read(topic)?.Data as T;

    /// <summary>A text of the screens.</summary>
    protected static string T(string key, params ReadOnlySpan<object?> arguments) => Texts.T(key, arguments);

    /// <summary>A name in the present language.</summary>
    protected static string Name(Label? label) => Texts.Name(label);

    /// <summary>A name, or the id of something that the plan does not have.</summary>
    protected static string Name(Boards.Who? who) => who is null ? "" : who.Name is null ? T("list.system") : Name(who.Name);

    /// <summary>The body of a command.</summary>
    protected static string Json<TBody>(TBody body) => System.Text.Json.JsonSerializer.Serialize(body);

    /// <summary>The text of an enum's value.</summary>
    protected static string Of<TValue>(TValue value)
        where TValue : struct, Enum => Texts.Of(value);

    /// <summary>Whether the post that asks may give a command; the rules of the day are the grain's to say.</summary>
    protected bool May(string collection, string name, string id, ICommand command) =>
        Post is { } post && CommandCatalog.Find(collection, name) is { } entry
        && new Permissions(View.Plan, Operation.Boards).MayGive(post, entry, id, command);

    /// <summary>Whether the post that asks may see a topic.</summary>
    protected bool MaySee(string topic) => new Permissions(View.Plan, Operation.Boards).MaySee(Post, topic);

    /// <summary>The address of another list.</summary>
    protected string List(string name) => ListEndpoints.Address(Operation.Id, name);
}
