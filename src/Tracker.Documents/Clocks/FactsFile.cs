using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;

namespace Tracker.Documents.Clocks;

/// <summary>A file of facts cannot be used; the message is one Chinese sentence that names the fact.</summary>
public sealed class FactsFileException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>
/// 事实文件: <c>{"facts":[{"fact":"received","channel":"InPerson","filedOn":"2026-03-02"}, …]}</c>, or an array of such objects.
/// </summary>
public static class FactsFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.Strict,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowOutOfOrderMetadataProperties = true,
        AllowDuplicateProperties = false,
        Converters = { new DayConverter(), new NameConverter<Channel>(), new NameConverter<ConsultationKind>() },
    };

    /// <summary>A day as the file writes it, 2026-03-02; none that no request can have.</summary>
    public static DateOnly? Day(string? written) =>
        DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year < 2200 ? day : null;

    /// <summary>The facts of each request, in the order in which they happened; and whether the file held an array.</summary>
    /// <exception cref="FactsFileException">The text is no such file.</exception>
    public static (ImmutableArray<ImmutableArray<ClockFact>> Requests, bool IsArray) Read(string json)
    {
        try
        {
            var isArray = json.AsSpan().TrimStart() is ['[', ..];
            var requests = isArray
                ? JsonSerializer.Deserialize<Request[]>(json, Options)!
                : [JsonSerializer.Deserialize<Request>(json, Options)!];
            return ([.. requests.Select((request, place) => InOrder(request, isArray ? place : null))], isArray);
        }
        catch (JsonException fault)
        {
            throw Unreadable(fault.Path ?? "$", fault);
        }
        catch (NotSupportedException fault) // a fact that does not say which it is
        {
            throw Unreadable(Nameless(json), fault);
        }
    }

    /// <summary>The name a kind of fact has in the file.</summary>
    public static string Name(ClockFact? fact) => fact switch
    {
        null or ReceiptFact => "received",
        SupplementNoticeFact => "supplement_notice",
        SupplementFact => "supplement_received",
        ConsultationOpenedFact => "consultation_opened",
        ConsultationClosedFact => "consultation_closed",
        FeeNoticeFact => "fee_notice",
        FeePaidFact { Waived: true } => "fee_waived",
        FeePaidFact => "fee_paid",
        ExtensionFact => "extension",
        DelayFact => "delay_set",
        EndFact { Withdrawn: true } => "withdrawn",
        EndFact => "answered",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static ImmutableArray<ClockFact> InOrder(Request request, int? place)
    {
        if (request?.Facts is null || Array.Exists(request.Facts, fact => fact is null))
        {
            throw new FactsFileException($"事实文件{(place is { } at ? $"的第 {at + 1} 件" : "")}中有空项。");
        }

        try
        {
            return ClockFacts.InOrder(request.Facts.Select(fact => fact.ToFact()));
        }
        catch (FactsFileException fault) when (place is not null)
        {
            throw new FactsFileException($"第 {place + 1} 件：{fault.Message}", fault);
        }
    }

    private static FactsFileException Unreadable(string path, Exception fault) =>
        new($"事实文件的 {path} 无法识别：请检查 fact 的名称、各项的名称和必填项；日期的写法是 2026-03-02。", fault);

    /// <summary>The path of the first fact without a name.</summary>
    private static string Nameless(string json)
    {
        var file = JsonNode.Parse(json);
        var requests = file is JsonArray array ? [.. array] : new[] { file };
        return requests.SelectMany(request => request!["facts"]!.AsArray()).First(fact => fact?["fact"] is null)!.GetPath();
    }

    private sealed class DayConverter : JsonConverter<DateOnly>
    {
        public override DateOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && Day(reader.GetString()) is { } day ? day : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, DateOnly value, JsonSerializerOptions options) => throw new NotSupportedException();
    }

    /// <summary>One name, neither a number nor several names.</summary>
    private sealed class NameConverter<T> : JsonConverter<T>
        where T : struct, Enum
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && Array.IndexOf(Enum.GetNames<T>(), reader.GetString()) is >= 0 and var place
                ? Enum.GetValues<T>()[place]
                : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => throw new NotSupportedException();
    }

    private sealed record Request(Fact[] Facts);

    [JsonPolymorphic(TypeDiscriminatorPropertyName = "fact", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
    [JsonDerivedType(typeof(Received), "received")]
    [JsonDerivedType(typeof(SupplementNotice), "supplement_notice")]
    [JsonDerivedType(typeof(SupplementReceived), "supplement_received")]
    [JsonDerivedType(typeof(ConsultationOpened), "consultation_opened")]
    [JsonDerivedType(typeof(ConsultationClosed), "consultation_closed")]
    [JsonDerivedType(typeof(Extension), "extension")]
    [JsonDerivedType(typeof(FeeNotice), "fee_notice")]
    [JsonDerivedType(typeof(FeePaid), "fee_paid")]
    [JsonDerivedType(typeof(FeeWaived), "fee_waived")]
    [JsonDerivedType(typeof(DelaySet), "delay_set")]
    [JsonDerivedType(typeof(Answered), "answered")]
    [JsonDerivedType(typeof(Withdrawn), "withdrawn")]
    private abstract record Fact
    {
        public abstract ClockFact ToFact();
    }

    private sealed record Received(
        Channel Channel,
        DateOnly FiledOn,
        DateOnly? MailRoomOn = null,
        DateOnly? SignedForOn = null,
        DateOnly? ArrivedOn = null,
        DateOnly? ReachedOfficeOn = null,
        DateOnly? ConfirmedOn = null,
        bool AutoAcknowledged = false) : Fact
    {
        public override ClockFact ToFact()
        {
            Only(MailRoomOn, "mailRoomOn", Channel.SignedMail);
            Only(SignedForOn, "signedForOn", Channel.SignedMail);
            Only(ReachedOfficeOn, "reachedOfficeOn", Channel.SignedMail);
            Only(ArrivedOn, "arrivedOn", Channel.UnsignedMail);
            Only(ConfirmedOn, "confirmedOn", Channel.UnsignedMail, Channel.Online, Channel.Fax, Channel.Email, ReachedOfficeOn is null ? Channel.Online : Channel.SignedMail);
            Only(AutoAcknowledged ? FiledOn : null, "autoAcknowledged", Channel.Online, Channel.Fax, Channel.Email);
            return new ReceiptFact(Channel, new(FiledOn, MailRoomOn, SignedForOn, ArrivedOn, ReachedOfficeOn, ConfirmedOn, AutoAcknowledged));
        }

        private void Only(DateOnly? given, string name, params ReadOnlySpan<Channel> channels)
        {
            if (given is not null && !channels.Contains(Channel))
            {
                throw new FactsFileException($"received：申请方式 {Channel} 没有 {name} 这一项。");
            }
        }
    }

    private sealed record SupplementNotice(DateOnly IssuedOn, DateOnly? PeriodEndsOn = null) : Fact
    {
        public override ClockFact ToFact() => new SupplementNoticeFact(IssuedOn, PeriodEndsOn);
    }

    private sealed record SupplementReceived(DateOnly On) : Fact
    {
        public override ClockFact ToFact() => new SupplementFact(On);
    }

    private sealed record ConsultationOpened(string Id, ConsultationKind Kind, DateOnly SentOn, DateOnly? PartyReceivedOn = null) : Fact
    {
        public override ClockFact ToFact() => new ConsultationOpenedFact(Id, Kind, SentOn, PartyReceivedOn);
    }

    private sealed record ConsultationClosed(string Id, DateOnly On) : Fact
    {
        public override ClockFact ToFact() => new ConsultationClosedFact(Id, On);
    }

    private sealed record Extension(DateOnly ApprovedOn, int WorkingDays, DateOnly? NotifiedOn = null) : Fact
    {
        public override ClockFact ToFact() => new ExtensionFact(ApprovedOn, WorkingDays, NotifiedOn);
    }

    private sealed record FeeNotice(DateOnly On, DateOnly? ReceivedOn = null) : Fact
    {
        public override ClockFact ToFact() => new FeeNoticeFact(On, ReceivedOn);
    }

    private sealed record FeePaid(DateOnly On) : Fact
    {
        public override ClockFact ToFact() => new FeePaidFact(On);
    }

    private sealed record FeeWaived(DateOnly On) : Fact
    {
        public override ClockFact ToFact() => new FeePaidFact(On, Waived: true);
    }

    private sealed record DelaySet(DateOnly On, DateOnly DueOn) : Fact
    {
        public override ClockFact ToFact() => new DelayFact(On, DueOn);
    }

    private sealed record Answered(DateOnly LeftOn) : Fact
    {
        public override ClockFact ToFact() => new EndFact(LeftOn);
    }

    private sealed record Withdrawn(DateOnly On) : Fact
    {
        public override ClockFact ToFact() => new EndFact(On, Withdrawn: true);
    }
}
