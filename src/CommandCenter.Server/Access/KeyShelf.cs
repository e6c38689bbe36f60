using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace CommandCenter.Server.Access;

/// <summary>The keys that seal cookies, on a shelf of an access store, so that a cookie of one process is good at every other.</summary>
internal sealed class KeyShelf(IAccessStore store) : IXmlRepository
{
    private const string Shelf = "cookie-keys";

    /// <inheritdoc/>
    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. store.All(Shelf).Select(static r => XElement.Parse(Encoding.UTF8.GetString(r.Json)))];

    /// <inheritdoc/>
    public void StoreElement(XElement element, string friendlyName) =>
        store.Write(Shelf, friendlyName, Encoding.UTF8.GetBytes(element.ToString(SaveOptions.DisableFormatting)));
}
