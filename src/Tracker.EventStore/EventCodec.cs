using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Tracker.Domain;
using Tracker.Domain.Requests;
using Tracker.EventStore.Sealing;

namespace Tracker.EventStore;

/// <summary>
/// Facts to JSON and back: camelCase, enums as their names, absent for null, members in ordinal order (which makes what is written
/// already canonical). An unknown member or name is an error with a name, never silence.
/// </summary>
internal static class EventCodec
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false), new GroundConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { OrderMembersAndBindSealedOnes } },
    };

    public static byte[] Write(object happened, SealingScope scope) =>
        scope.Run(() => JsonSerializer.SerializeToUtf8Bytes(happened, happened.GetType(), Options));

    /// <exception cref="BookException">The name is unknown, or the text is not such a fact.</exception>
    public static object Read(string storedName, ReadOnlyMemory<byte> json, SealingScope scope)
    {
        var type = StoredNames.TypeOf(storedName);
        try
        {
            return scope.Run(() => JsonSerializer.Deserialize(json.Span, type, Options))
                ?? throw new JsonException("A fact is never null.");
        }
        catch (JsonException fault)
        {
            throw new BookException($"账簿中的事件“{storedName}”（{scope.Event}）无法读出。", fault);
        }
    }

    private static void OrderMembersAndBindSealedOnes(JsonTypeInfo info)
    {
        if (info.Kind != JsonTypeInfoKind.Object)
        {
            return;
        }

        // Members that can be computed are conclusions; only what the constructor takes is a fact.
        var facts = info.Properties
            .Where(member => member.AssociatedParameter is not null)
            .OrderBy(member => member.Name, StringComparer.Ordinal)
            .ToList();
        info.Properties.Clear();
        foreach (var member in facts)
        {
            if (member.PropertyType == typeof(Sealed<string>))
            {
                member.CustomConverter = new SealedTextConverter(FieldOf(info.Type, member.Name));
            }

            info.Properties.Add(member);
        }
    }

    /// <summary>
    /// The field a sealed text is bound to: its stored name, and inside a part of a fact also that part's, so that no text can be moved
    /// between the two. Written down here, for what is sealed once is bound for ever.
    /// </summary>
    internal static string FieldOf(Type owner, string member) =>
        owner == typeof(AnswerStatement) ? $"stated.{member}"
        : StoredNames.IsFact(owner) ? member
        : throw new UnreachableException($"{owner.Name} is no fact, and nothing says what its texts are bound to.");

    /// <summary>A ground stands in the book as its key.</summary>
    private sealed class GroundConverter : JsonConverter<Ground>
    {
        public override Ground Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Grounds.Find(reader.GetString() ?? "") ?? throw new JsonException("An unknown ground.");

        public override void Write(Utf8JsonWriter writer, Ground value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Key);
    }
}
