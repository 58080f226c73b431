using System.Collections.Frozen;
using System.Collections.Immutable;
using static Tracker.Domain.Requests.AnswerField;

namespace Tracker.Domain.Requests;

/// <summary>How much a ground wants a field.</summary>
public enum Need
{
    /// <summary>必填: without it the answer does not state what it must.</summary>
    Required,

    /// <summary>At least one of the ground's fields of this kind.</summary>
    OneOf,

    /// <summary>可不填</summary>
    Optional,
}

/// <summary>A field and how much it is wanted.</summary>
public sealed record FieldDemand(AnswerField Field, Need Need);

/// <summary>
/// 答复应当载明的内容: ground → its fields, the one table. The article of a ground is <see cref="Ground.Article"/>, the words
/// <see cref="Ground.MustState"/>. What is not stated is missing (缺) and never refused.
/// </summary>
public static class AnswerDemands
{
    private static readonly FrozenDictionary<string, ImmutableArray<FieldDemand>> ByGround = new Dictionary<string, ImmutableArray<FieldDemand>>
    {
        ["already_public"] = [Must(Obtaining), May(Given)],
        ["disclosed"] = [Any(Given), Any(Obtaining)],
        ["partial"] = [Must(Given), May(Obtaining)],
        ["state_secret"] = [Must(Reasons)],
        ["law_forbids"] = [Must(Law), Must(LawArticle), May(Reasons)],
        ["security_stability"] = [Must(Reasons)],
        ["third_party_rights"] = [Must(Right), Must(ThirdPartyView), Must(PublicInterest), May(Reasons)],
        ["internal_affairs"] = [Must(WhichAffair), May(Reasons)],
        ["process_information"] = [Must(WhichProcess), May(Reasons)],
        ["enforcement_files"] = [Must(CaseFile), May(Reasons)],
        ["administrative_query"] = [Must(Law), May(LawArticle), May(Obtaining)],
        ["not_existing"] = [Must(SearchedBy), Must(SearchedIn), Must(SearchedFor), Must(SearchedOn), Must(SearchRecord)],
        ["not_this_agency"] = [Must(Reasons), May(ResponsibleAgency), May(AgencyContact)],
        ["needs_creation"] = [Must(Reasons)],
        ["unclear_after_supplement"] = [Must(Unclear)],
        ["petition"] = [Must(ProperChannel)],
        ["duplicate"] = [Must(EarlierRequest)],
        ["publication"] = [Must(Obtaining)],
        ["excessive"] = [Must(DemandForReasons), Must(Reasons)],
        ["reconfirmation"] = [Must(AlreadyHeld)],
        ["supplement_overdue"] = [Must(Notice), Must(NoticePeriod)],
        ["fee_overdue"] = [Must(Notice), Must(NoticePeriod)],
        ["withdrawn"] = [Must(WrittenWithdrawal)],
        ["consultation"] = [Must(Reasons), Must(WhoCanExplain)],
        ["party_information"] = [Must(Reasons)],
        ["not_administrative"] = [Must(Function)],
        ["not_government_information"] = [Must(Reasons)],
        ["archives"] = [Must(Archive)],
        ["case_file_access"] = [Must(Procedure), Must(HowToConsult)],
        ["applicant_ceased"] = [Must(Proof)],
        ["other"] = [Must(SubReason)],
    }.ToFrozenDictionary();

    /// <summary>The fields of a ground, in the order in which a letter states them.</summary>
    public static ImmutableArray<FieldDemand> Of(Ground ground) => ByGround[ground.Key];

    /// <summary>Whether all is stated that the ground demands.</summary>
    public static bool AreMet(Ground ground, AnswerStatement stated) =>
        Of(ground).All(demand => demand.Need != Need.Required || stated.States(demand.Field))
        && Of(ground).Where(demand => demand.Need == Need.OneOf).ToList() is var choices
        && (choices.Count == 0 || choices.Exists(choice => stated.States(choice.Field)));

    private static FieldDemand Must(AnswerField field) => new(field, Need.Required);

    private static FieldDemand Any(AnswerField field) => new(field, Need.OneOf);

    private static FieldDemand May(AnswerField field) => new(field, Need.Optional);
}
