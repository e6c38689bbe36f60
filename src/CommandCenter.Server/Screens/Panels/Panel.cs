using Microsoft.AspNetCore.Components;

namespace CommandCenter.Server.Screens.Panels;

/// <summary>A component that shows one board; rendered once per change, whoever watches, and for the first paint.</summary>
/// <typeparam name="TBoard">The board's data.</typeparam>
public abstract class Panel<TBoard> : ComponentBase
    where TBoard : class
{
    /// <summary>The board.</summary>
    [Parameter, EditorRequired]
    public TBoard Board { get; set; } = null!;

    /// <summary>What every panel may know besides.</summary>
    [Parameter, EditorRequired]
    public PanelView View { get; set; } = null!;

    /// <summary>A text of the screens.</summary>
    protected static string T(string key, params ReadOnlySpan<object?> arguments) => Texts.T(key, arguments);

    /// <summary>A name in the present language.</summary>
    protected static string Name(Domain.Plans.Label? label) => Texts.Name(label);

    /// <summary>The text of an enum's value.</summary>
    protected static string Of<T>(T value)
        where T : struct, Enum => Texts.Of(value);

    /// <summary>The address of the list behind a number.</summary>
    protected string List(string name) => Lists.ListEndpoints.Address(View.Operation, name);
}
