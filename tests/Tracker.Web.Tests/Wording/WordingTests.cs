using System.Reflection;
using System.Runtime.CompilerServices;
using Npgsql;
using Tracker.Documents.Clocks;
using Tracker.Domain;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Offices;
using Tracker.Domain.RecordCorrections;
using Tracker.Domain.Reminding;
using Tracker.Domain.Requests;
using Tracker.EventStore;
using Tracker.ReadModels;
using Tracker.Reminders;
using Tracker.Web.Wording;

namespace Tracker.Web.Tests.Wording;

/// <summary>No fact, refusal or word of the domain is without its Chinese sentence.</summary>
public sealed class WordingTests
{
    public static TheoryData<Type> Refusals => [.. Concrete(typeof(Refusal))];

    public static TheoryData<Type> RequestEvents => [.. Concrete(typeof(RequestEvent))];

    public static TheoryData<Type> RecordCorrectionEvents => [.. Concrete(typeof(RecordCorrectionEvent))];

    public static TheoryData<Type> OfficeEvents => [.. Concrete(typeof(OfficeEvent))];

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Every_refusal_has_a_sentence(Type refusal)
    {
        var sentence = RefusalSentences.Of((Refusal)Sample(refusal));

        Assert.EndsWith("。", sentence);
        Assert.DoesNotContain(refusal.Name, sentence);
    }

    [Theory]
    [MemberData(nameof(RequestEvents))]
    public void Every_fact_of_a_request_has_a_sentence(Type fact)
    {
        Assert.EndsWith("。", TimelineSentences.Sentence((RequestEvent)Sample(fact)));
    }

    [Theory]
    [MemberData(nameof(RecordCorrectionEvents))]
    public void Every_fact_of_a_correction_request_has_a_sentence(Type fact)
    {
        Assert.EndsWith("。", RecordCorrectionSentences.Sentence((RecordCorrectionEvent)Sample(fact)));
    }

    [Theory]
    [MemberData(nameof(OfficeEvents))]
    public void Every_fact_of_an_office_has_a_sentence_and_a_day(Type fact)
    {
        Assert.EndsWith("。", OfficeSentences.Of((OfficeEvent)Sample(fact)));
        Assert.Equal(new(2026, 3, 10), OfficeSentences.Since((OfficeEvent)Sample(fact)));
    }

    [Theory]
    [InlineData("53100")]
    [InlineData("53300")]
    [InlineData("57P03")]
    [InlineData("08006")]
    public void Every_fault_of_the_database_has_a_sentence_and_only_a_certain_one_says_that_nothing_was_written(string state)
    {
        var answer = new PostgresException("", "ERROR", "ERROR", state);
        var unknown = new OutcomeUnknownException(answer);

        Assert.EndsWith("，这次提交没有保存。", DatabaseFaultSentences.ForPage(answer, posted: true));
        Assert.EndsWith("，这一页暂时打不开。", DatabaseFaultSentences.ForPage(answer, posted: false));
        Assert.Contains("，这一步没有写入账簿。", DatabaseFaultSentences.ForTerminal(answer));
        Assert.EndsWith("，不能确定这一步是否已经保存。", DatabaseFaultSentences.ForPage(unknown, posted: true));
        Assert.Contains("，不能确定这一步是否已经写入账簿。", DatabaseFaultSentences.ForTerminal(unknown));
    }

    [Fact]
    public void A_bug_and_an_error_of_ours_in_a_statement_are_no_fault_of_the_database()
    {
        Assert.Null(DatabaseFaultSentences.ForPage(new InvalidOperationException(), posted: true));
        Assert.Null(DatabaseFaultSentences.ForPage(new PostgresException("", "ERROR", "ERROR", "42P01"), posted: true));
        Assert.Null(DatabaseFaultSentences.ForTerminal(new InvalidOperationException()));
    }

    [Fact]
    public void A_commit_cut_by_an_impatient_person_is_uncertain_too() => Assert.Contains(
        "不能确定这一步是否已经写入账簿", DatabaseFaultSentences.ForTerminal(new OutcomeUnknownException(new OperationCanceledException())));

    [Fact]
    public void Every_word_of_the_domain_has_one_Chinese_word()
    {
        Distinct(Enum.GetValues<ApplicantKind>(), Words.Of);
        Distinct(Enum.GetValues<Channel>(), Words.Of);
        Distinct(Enum.GetValues<InformationForm>(), Words.Of);
        Distinct(Enum.GetValues<IdentityDocument>(), Words.Of);
        Distinct(Enum.GetValues<IdentityHint>(), Words.Of);
        Distinct(Enum.GetValues<ReceiptBasis>(), Words.Of);
        Distinct(Enum.GetValues<MissingFact>(), Words.Of);
        Distinct(Enum.GetValues<Departure>(), ClockWords.Of);
        Distinct(Enum.GetValues<WarningReason>(), ClockWords.Of);
        Distinct(Enum.GetValues<ClockState>(), ClockWords.Of);
        Distinct(Enum.GetValues<Urgency>(), DeadlineWords.Of);
        Distinct(Enum.GetValues<DeadlineKind>(), kind => ClockWords.Of(kind, Regulation.Of2019));
        Distinct(Enum.GetValues<Impossibility>(), ImpossibilityWords.Of);
        Distinct(Enum.GetValues<Remedy>(), Words.Of);
        Distinct(Enum.GetValues<DueMatter>(), ReminderWords.Of);
        Distinct(Enum.GetValues<ReminderLevel>(), ReminderWords.Of);
        Distinct(Enum.GetValues<OfficeNature>(), ReminderWords.Of);
        Distinct(Enum.GetValues<FactDate>(), Words.Of);
        Distinct(Enum.GetValues<RecordCorrectionOutcome>(), RecordCorrectionWords.Of);
        Distinct(Enum.GetValues<RecordFinding>(), RecordCorrectionWords.Of);
    }

    private static void Distinct<T>(T[] values, Func<T, string> word) => Assert.Equal(values.Length, values.Select(word).Distinct().Count());

    private static IEnumerable<Type> Concrete(Type family) =>
        typeof(Refusal).Assembly.GetTypes().Where(type => family.IsAssignableFrom(type) && !type.IsAbstract);

    /// <summary>A value of the type, its members filled with the plainest values there are.</summary>
    private static object Sample(Type type)
    {
        if (type == typeof(string))
        {
            return "甲";
        }

        if (type == typeof(int))
        {
            return 2025;
        }

        if (type == typeof(Ground))
        {
            return Grounds.Other;
        }

        if (type == typeof(DateOnly))
        {
            return new DateOnly(2026, 3, 10);
        }

        if (type.IsGenericType && type.FullName!.StartsWith("System.Collections.Immutable.ImmutableArray", StringComparison.Ordinal))
        {
            return type.GetField("Empty")!.GetValue(null)!;
        }

        if (type.IsValueType)
        {
            return RuntimeHelpers.GetUninitializedObject(type);
        }

        var constructor = type.GetConstructors(BindingFlags.Public | BindingFlags.Instance).MaxBy(made => made.GetParameters().Length)!;
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter => parameter.HasDefaultValue ? parameter.DefaultValue : Sample(parameter.ParameterType))]);
    }
}
