using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Tracker.EventStore;

/// <summary>
/// 防篡改链: every event carries the hash of itself as it is stored (sealed values as ciphertext) and of the stream's previous
/// event. It makes a change evident; proof is the paper on which a head was printed.
/// </summary>
internal static class HashChain
{
    /// <summary>What the first event of a stream follows.</summary>
    public const string Beginning = "";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>SHA-256, lower-case hexadecimal, of a JSON array of everything that makes the event what it is.</summary>
    /// <param name="link">The event.</param>
    /// <param name="canonicalHeaders">The headers without <c>hash</c>, in canonical form.</param>
    /// <param name="canonicalData">The fact, in canonical form.</param>
    public static string Hash(ChainLink link, ReadOnlySpan<byte> canonicalHeaders, ReadOnlySpan<byte> canonicalData)
    {
        var buffer = new ArrayBufferWriter<byte>(canonicalData.Length + 512);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartArray();
            writer.WriteStringValue("tracker-event/1");
            writer.WriteStringValue(link.Stream.Office);
            writer.WriteStringValue(link.Stream.Id);
            writer.WriteNumberValue(link.Version);
            writer.WriteStringValue(link.Id);
            writer.WriteStringValue(link.Type);
            writer.WriteStringValue(link.RecordedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture));
            writer.WriteStringValue(link.CorrelationId);
            writer.WriteStringValue(link.CausationId);
            writer.WriteStringValue(link.UserName);
            writer.WriteRawValue(canonicalHeaders, skipInputValidation: true);
            writer.WriteRawValue(canonicalData, skipInputValidation: true);
            writer.WriteEndArray();
        }

        return Convert.ToHexStringLower(SHA256.HashData(buffer.WrittenSpan));
    }

    /// <summary>The headers of a new event: without the hash they are hashed, with it they are stored.</summary>
    public static byte[] Headers(string source, string previous, string? hash)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            if (hash is not null)
            {
                writer.WriteString("hash"u8, hash);
            }

            writer.WriteString("prev"u8, previous);
            writer.WriteString("source"u8, source);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}

/// <summary>The columns of an event that its hash covers, beside headers and data.</summary>
internal sealed record ChainLink(
    StreamKey Stream,
    long Version,
    Guid Id,
    string Type,
    DateTimeOffset RecordedAt,
    string CorrelationId,
    string CausationId,
    string UserName);
