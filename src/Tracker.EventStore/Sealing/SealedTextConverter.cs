using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Tracker.Domain;

namespace Tracker.EventStore.Sealing;

/// <summary>
/// Writes a sealed text as <c>{"cipher":"…","key":"…"}</c> and reads it back unopened. The ciphertext is bound to office, stream,
/// event and field, so that no value can be moved to another place. What surrounds the value comes from the
/// <see cref="SealingScope"/> of the event being written or read.
/// </summary>
internal sealed class SealedTextConverter(string field) : JsonConverter<Sealed<string>>
{
    private static ReadOnlySpan<byte> Cipher => "cipher"u8;

    private static ReadOnlySpan<byte> Key => "key"u8;

    public override Sealed<string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        byte[]? cipher = null;
        Guid? key = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (isCipher, isKey) = (reader.ValueTextEquals(Cipher), reader.ValueTextEquals(Key));
            reader.Read();
            cipher = isCipher ? reader.GetBytesFromBase64() : cipher;
            key = isKey ? reader.GetGuid() : key;
            if (!isCipher && !isKey)
            {
                throw new JsonException("A sealed value has an unknown member.");
            }
        }

        if (cipher is null || key is null)
        {
            throw new JsonException("A sealed value lacks a member.");
        }

        var value = SealingScope.Current.Place(field, key.Value, cipher);
        SealingScope.Current.Noticed?.Invoke(value);
        return Sealed<string>.FromBook(value);
    }

    public override void Write(Utf8JsonWriter writer, Sealed<string> value, JsonSerializerOptions options)
    {
        var scope = SealingScope.Current;
        if (scope.Opener is { } opener)
        {
            writer.WriteStringValue(opener.Open(value));
            return;
        }

        var clear = value.Clear ?? throw new InvalidOperationException("A value of the book is never written a second time.");
        var dataKey = scope.Keys?.Current ?? throw new BookException("这件申请的数据密钥已销毁，不能再写入需要加密的内容。");
        var place = scope.Place(field, dataKey.Id, []);
        writer.WriteStartObject();
        writer.WriteBase64String(Cipher, Aes256.Seal(dataKey.Key, Encoding.UTF8.GetBytes(clear), BindingOf(place)));
        writer.WriteString(Key, dataKey.Id);
        writer.WriteEndObject();
    }

    /// <summary>What the ciphertext is bound to.</summary>
    internal static byte[] BindingOf(SealedValue place) =>
        Encoding.UTF8.GetBytes($"sealed\n{place.Office}\n{place.Stream}\n{place.Event}\n{place.Field}");
}
