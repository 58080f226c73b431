using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;
using Tracker.EventStore.Sealing;

namespace Tracker.Web.Wiring;

/// <summary>
/// The keys of forms' tokens and of cookies stand in PostgreSQL, sealed under the master key, so that two nodes share them and a
/// stolen database opens none.
/// </summary>
internal sealed class KeysInTheBook(ProtectionKeys keys) : IConfigureOptions<KeyManagementOptions>, IXmlRepository
{
    public void Configure(KeyManagementOptions options)
    {
        options.XmlRepository = this;
        options.XmlEncryptor = new Microsoft.AspNetCore.DataProtection.XmlEncryption.NullXmlEncryptor(); // sealed as a whole, below
    }

    public IReadOnlyCollection<XElement> GetAllElements() => [.. keys.All().Select(document => XElement.Parse(document))];

    public void StoreElement(XElement element, string friendlyName) =>
        keys.Store(friendlyName, element.ToString(SaveOptions.DisableFormatting));
}
