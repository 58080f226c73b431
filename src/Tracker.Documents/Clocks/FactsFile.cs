using System.Collections.Immutable;
using System.Text.Json;
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
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
    };

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
            throw new FactsFileException(
                $"事实文件的 {fault.Path ?? "$"} 无法识别：请检查 fact 的名称、各项的名称和必填项；日期的写法是 2026-03-02。", fault);
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

        return ClockFacts.InOrder(request.Facts.Select(fact => fact.ToFact()));
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
