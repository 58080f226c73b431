using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;
using Tracker.EventStore;

namespace Tracker.Web.Wiring;

/// <summary>
/// The keys of forms' tokens and of cookies stand in PostgreSQL, sealed under the master key, so that two nodes share them and a
/// stolen database opens none.
/// </summary>
internal sealed class KeysInTheBook(Book book) : IConfigureOptions<KeyManagementOptions>, IXmlRepository
{
    public void Configure(KeyManagementOptions options)
    {
        options.XmlRepository = this;
        options.XmlEncryptor = new Microsoft.AspNetCore.DataProtection.XmlEncryption.NullXmlEncryptor(); // sealed as a whole, below
    }

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var command = book.Database.CreateCommand("select friendly_name, sealed_xml from data_protection_keys");
        using var reader = command.ExecuteReader();
        var elements = new List<XElement>();
        while (reader.Read())
        {
            var clear = book.MasterKey.Open(reader.GetFieldValue<byte[]>(1), Binding(reader.GetString(0)));
            elements.Add(XElement.Parse(Encoding.UTF8.GetString(clear)));
        }

        return elements;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var command = book.Database.CreateCommand("insert into data_protection_keys (friendly_name, sealed_xml) values ($1, $2)");
        command.Parameters.Add(new() { Value = friendlyName });
        command.Parameters.Add(new()
        {
            Value = book.MasterKey.Seal(Encoding.UTF8.GetBytes(element.ToString(SaveOptions.DisableFormatting)), Binding(friendlyName)),
        });
        command.ExecuteNonQuery();
    }

    private static byte[] Binding(string friendlyName) => Encoding.UTF8.GetBytes($"data-protection\n{friendlyName}");
}
