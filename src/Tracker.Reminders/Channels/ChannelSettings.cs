using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Tracker.EventStore;
using Tracker.EventStore.Sealing;

namespace Tracker.Reminders.Channels;

/// <summary>By what messages go out, and who wants them how; all of it sealed.</summary>
public sealed class ChannelSettings(Book book)
{
    private const string Sending = "sending";
    private const string Person = "person/";
    private const string Channel = "channel/";
    private const string Removed = "removed-channel/";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private readonly SealedSettings settings = new(book);

    public async Task<SendingSettings> SendingAsync(CancellationToken cancellationToken) =>
        await settings.FindAsync(CalendarStore.SystemOffice, Sending, cancellationToken) is { } document
            ? Read<SendingSettings>(document)
            : new(PublicUrl: null, Mail: null);

    public Task SetSendingAsync(SendingSettings sending, DateTimeOffset now, CancellationToken cancellationToken) =>
        settings.SetAsync(CalendarStore.SystemOffice, Sending, JsonSerializer.Serialize(sending, Json), now, cancellationToken);

    public async Task<PersonChannels> OfPersonAsync(Guid account, CancellationToken cancellationToken) =>
        await settings.FindAsync(CalendarStore.SystemOffice, $"{Person}{account}", cancellationToken) is { } document
            ? Read<PersonChannels>(document)
            : PersonChannels.Usual;

    /// <summary>Those of everybody who ever said how.</summary>
    public async Task<ImmutableDictionary<Guid, PersonChannels>> OfEverybodyAsync(CancellationToken cancellationToken) =>
        (await settings.AllAsync(CalendarStore.SystemOffice, Person, cancellationToken)).ToImmutableDictionary(
            document => Guid.Parse(document.Key[Person.Length..]), document => Read<PersonChannels>(document.Value));

    public Task SetPersonAsync(Guid account, PersonChannels channels, DateTimeOffset now, CancellationToken cancellationToken) =>
        settings.SetAsync(CalendarStore.SystemOffice, $"{Person}{account}", JsonSerializer.Serialize(channels, Json), now, cancellationToken);

    /// <summary>In the order in which they were made.</summary>
    public async Task<ImmutableArray<OfficeChannel>> OfOfficeAsync(string office, CancellationToken cancellationToken) =>
        [.. (await settings.AllAsync(office, Channel, cancellationToken)).Values.Select(Read<OfficeChannel>)];

    public async Task<OfficeChannel?> OfOfficeAsync(string office, Guid channel, CancellationToken cancellationToken) =>
        await settings.FindAsync(office, $"{Channel}{channel}", cancellationToken) is { } document ? Read<OfficeChannel>(document) : null;

    public Task SetOfOfficeAsync(string office, OfficeChannel channel, DateTimeOffset now, CancellationToken cancellationToken) =>
        settings.SetAsync(office, $"{Channel}{channel.Id}", JsonSerializer.Serialize(channel, Json), now, cancellationToken);

    /// <summary>移除: address and secret are gone, and only the name stays, sealed as before, for what was sent there. Cut off in between, the channel is still there.</summary>
    public async Task RemoveOfOfficeAsync(string office, OfficeChannel channel, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await settings.SetAsync(office, $"{Removed}{channel.Id}", JsonSerializer.Serialize(new RemovedChannel(channel.Id, channel.Name), Json), now, cancellationToken);
        await settings.RemoveAsync(office, $"{Channel}{channel.Id}", cancellationToken);
    }

    /// <summary>What the office calls its channels, and called those it has removed.</summary>
    public async Task<ImmutableDictionary<Guid, ChannelName>> NamesOfOfficeAsync(string office, CancellationToken cancellationToken) =>
        (await settings.AllAsync(office, Removed, cancellationToken)).Values.Select(Read<RemovedChannel>)
            .ToImmutableDictionary(channel => channel.Id, channel => new ChannelName(channel.Name, IsRemoved: true))
            .SetItems((await OfOfficeAsync(office, cancellationToken)).Select(channel => KeyValuePair.Create(channel.Id, new ChannelName(channel.Name, IsRemoved: false))));

    private static T Read<T>(string document) =>
        JsonSerializer.Deserialize<T>(document, Json) ?? throw new BookException("提醒渠道的设置是空的，请重新设置。");

    private sealed record RemovedChannel(Guid Id, string Name);
}
