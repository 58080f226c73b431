using Tracker.Domain.Offices;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using static Tracker.Domain.Tests.Day;
using static Tracker.Domain.Tests.Requests.Given;

namespace Tracker.Domain.Tests.Offices;

public class LetterNumberTests
{
    private static readonly OfficeState Numbered = OfficeState.None
        .Evolve(new OfficeOpened("a", "甲局", On("2021-01-03")))
        .Evolve(new LetterCodeSet("例公复", On("2023-03-01"), 57));

    private static readonly RequestState Approved = Events(
        HandedIn("2023-05-10"), new AnswerDrafted(Grounds.All[0], On("2023-05-11")), new AnswerSubmitted(On("2023-05-12")), new AnswerApproved(On("2023-05-15")));

    [Fact]
    public void A_number_is_printed_with_its_year_in_tortoise_shell_brackets_and_no_leading_zeros() =>
        Assert.Equal("例公复〔2026〕12号", new LetterNumber("例公复", 2026, 12).Text);

    [Theory]
    [InlineData("例公复〔2026〕12号")]
    [InlineData(" 例公复 [2026] 12 号 ")]
    [InlineData("例公复（2026）第012号")]
    [InlineData("例公复【２０２６】１２")]
    [InlineData("例公复2026年12号")]
    public void The_same_number_is_read_however_it_is_written(string typed) => Assert.Equal(new("例公复", 2026, 12), LetterNumber.Read(typed));

    [Theory]
    [InlineData("")]
    [InlineData("例公复")]
    [InlineData("〔2026〕12号")]
    [InlineData("例公复〔2026〕号")]
    [InlineData("例公复〔2026〕12号之一")]
    [InlineData("例公复〔2026〕99999999999号")]
    public void What_has_not_these_parts_is_no_such_number(string typed) => Assert.Null(LetterNumber.Read(typed));

    [Fact]
    public void Letters_are_in_the_series_of_their_day_and_of_its_year()
    {
        var changed = Numbered.Evolve(new LetterCodeSet("样公复", On("2024-02-01")));

        Assert.Null(changed.LettersOn(On("2023-02-28")));
        Assert.Equal(new("例公复", 2023, 57), changed.LettersOn(On("2023-03-01")));
        Assert.Equal(new("例公复", 2024, 0), changed.LettersOn(On("2024-01-31")));
        Assert.Equal(new("样公复", 2024, 0), changed.LettersOn(On("2024-02-01")));
        Assert.Equal([58, 12], new[] { changed.LettersOn(On("2023-03-01"))!.At(58).Place, changed.LettersOn(On("2024-03-01"))!.At(12).Place });
    }

    [Fact]
    public void A_drawn_number_is_recorded_with_its_place_and_a_typed_one_as_it_was_typed()
    {
        Issue(documentNumber: null, new LetterNumber("例公复", 2023, 58)).Then(new AnswerIssued(On("2023-05-19"), "例公复〔2023〕58号", 58));
        Issue("别字〔2023〕58号").Then(new AnswerIssued(On("2023-05-19"), "别字〔2023〕58号"));
        Issue(documentNumber: null).Then(new AnswerIssued(On("2023-05-19")));
    }

    [Theory]
    [InlineData("例公复〔2023〕58号")]
    [InlineData("例公复[2023]058号")]
    [InlineData("例公复〔2023〕900号")]
    [InlineData("例公复〔2024〕1号")]
    public void A_typed_number_that_only_the_counter_gives_is_refused(string typed) => Issue(typed).ThenRefused(new LetterNumberOfCounter(typed));

    [Theory]
    [InlineData("例公复〔2023〕57号")]
    [InlineData("例公复〔2022〕900号")]
    public void A_number_of_before_the_counter_may_be_typed(string typed) => Issue(typed).Then(new AnswerIssued(On("2023-05-19"), typed));

    private static When<RequestEvent> Issue(string? documentNumber, LetterNumber? drawn = null) =>
        new(IssueAnswer.Decide(Approved, new(On("2023-05-19"), documentNumber, drawn), Numbered, Today));
}
