using System.Collections.Frozen;
using Tracker.Domain.Requests;

namespace Tracker.Documents.Registers;

/// <summary>The words a register may use for the closed lists; widths of punctuation and spaces do not matter.</summary>
internal static class RegisterWords
{
    public const string Channels = "当面、挂号信、EMS、平信、网络、传真、电子邮件之一";
    public const string Kinds = "自然人、商业企业、科研机构、社会公益组织、法律服务机构、其他之一";
    public const string Results = "办理结果的名称或者代码，如：予以公开、部分公开、not_existing";

    private static readonly FrozenDictionary<string, Channel> ByChannel = Folded(
        ("当面", Domain.Requests.Channel.InPerson),
        ("挂号信", Domain.Requests.Channel.SignedMail),
        ("EMS", Domain.Requests.Channel.SignedMail),
        ("平信", Domain.Requests.Channel.UnsignedMail),
        ("网络", Domain.Requests.Channel.Online),
        ("传真", Domain.Requests.Channel.Fax),
        ("电子邮件", Domain.Requests.Channel.Email));

    private static readonly FrozenDictionary<string, ApplicantKind> ByKind = Folded(
        ("自然人", ApplicantKind.NaturalPerson),
        ("商业企业", ApplicantKind.CommercialEnterprise),
        ("科研机构", ApplicantKind.ResearchInstitution),
        ("社会公益组织", ApplicantKind.PublicWelfareOrganisation),
        ("法律服务机构", ApplicantKind.LegalServiceInstitution),
        ("其他", ApplicantKind.OtherOrganisation));

    private static readonly FrozenDictionary<string, Ground> ByGround = Folded(
        [.. Grounds.All.Select(ground => (ground.Key, ground)), .. Grounds.All.Select(ground => (ground.Label, ground))]);

    public static Channel? Channel(string text) => Find(ByChannel, text, out var channel) ? channel : null;

    public static ApplicantKind? Kind(string text) => Find(ByKind, text, out var kind) ? kind : null;

    public static Ground? Ground(string text) => Find(ByGround, text, out var ground) ? ground : null;

    /// <summary>Most cells are written exactly as the list has them; only the others are folded.</summary>
    private static bool Find<T>(FrozenDictionary<string, T> words, string text, out T? found) =>
        words.TryGetValue(text, out found) || words.TryGetValue(TextRules.Fold(text), out found);

    private static FrozenDictionary<string, T> Folded<T>(params (string Word, T Value)[] words) =>
        words.ToFrozenDictionary(entry => TextRules.Fold(entry.Word), entry => entry.Value);
}
