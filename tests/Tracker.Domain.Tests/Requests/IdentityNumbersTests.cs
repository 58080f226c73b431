using FsCheck;
using FsCheck.Fluent;
using Tracker.Domain.Requests;
using static Tracker.Domain.Tests.Day;

namespace Tracker.Domain.Tests.Requests;

/// <summary>Invented numbers: no place has the area code 000000, and no authority the codes that stand here.</summary>
public class IdentityNumbersTests
{
    private const string Card = "000000190001010009";
    private const string CardOfX = "00000019000101005X";
    private const string Code = "Y00000000000000001";
    private const string CodeCharacters = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    [Theory]
    [InlineData(Card)]
    [InlineData(CardOfX)]
    public void An_invented_identity_card_with_the_right_check_digit_is_one(string number)
    {
        Assert.True(IdentityNumbers.IsIdentityCard(number, Today));
        Assert.False(IdentityNumbers.IsCreditCode(number));
    }

    [Fact]
    public void An_invented_credit_code_with_the_right_check_character_is_one()
    {
        Assert.True(IdentityNumbers.IsCreditCode(Code));
        Assert.False(IdentityNumbers.IsIdentityCard(Code, Today));
    }

    [Theory]
    [InlineData(ApplicantKind.NaturalPerson, Card, null)]
    [InlineData(ApplicantKind.NaturalPerson, "000000 19000101 005x", null)]
    [InlineData(ApplicantKind.NaturalPerson, Code, IdentityHint.OfOrganisation)]
    [InlineData(ApplicantKind.CommercialEnterprise, Code, null)]
    [InlineData(ApplicantKind.CommercialEnterprise, "y00000000000000001", null)]
    [InlineData(ApplicantKind.ResearchInstitution, Card, IdentityHint.OfNaturalPerson)]
    [InlineData(ApplicantKind.OtherOrganisation, Card, IdentityHint.OfNaturalPerson)]
    [InlineData(ApplicantKind.NaturalPerson, "000000190001010008", IdentityHint.NotValid)]
    [InlineData(ApplicantKind.NaturalPerson, "Y00000000000000000", IdentityHint.NotValid)]
    [InlineData(ApplicantKind.NaturalPerson, "E00000000", null)]
    [InlineData(ApplicantKind.NaturalPerson, "000000000101000", null)]
    [InlineData(ApplicantKind.NaturalPerson, "", null)]
    public void A_number_hints_at_another_kind_or_at_a_slip_and_never_where_it_has_another_form(ApplicantKind kind, string number, IdentityHint? hint) =>
        Assert.Equal(hint, IdentityNumbers.Of(kind, number, Today));

    [Theory]
    [InlineData("19000229")]
    [InlineData("18991231")]
    [InlineData("19001301")]
    [InlineData("29990101")]
    public void A_date_of_birth_that_cannot_be_makes_no_identity_card_whatever_the_check_digit(string born) => Assert.All(
        "0123456789X", check => Assert.False(IdentityNumbers.IsIdentityCard($"000000{born}000{check}", Today)));

    [Fact]
    public void Nobody_is_born_after_today() => Assert.False(IdentityNumbers.IsIdentityCard(Card, On("1899-12-31")));

    [Fact]
    public void Of_any_number_exactly_one_check_character_is_right_and_one_changed_character_is_noticed() => Prop.ForAll(
        (from body in Gen.Choose(0, 30).ArrayOf(17)
         from place in Gen.Choose(0, 17)
         from other in Gen.Choose(0, 30)
         select (Body: string.Concat(body.Select(value => CodeCharacters[value])), Place: place, Other: CodeCharacters[other])).ToArbitrary(),
        sample =>
        {
            var right = Assert.Single(CodeCharacters, check => IdentityNumbers.IsCreditCode(sample.Body + check));
            var number = sample.Body + right;
            Assert.Equal(number[sample.Place] == sample.Other, IdentityNumbers.IsCreditCode(Changed(number, sample.Place, sample.Other)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void One_changed_character_of_an_identity_card_is_noticed() => Prop.ForAll(
        (from days in Gen.Choose(0, 40_000)
         from serial in Gen.Choose(0, 999)
         from place in Gen.Choose(0, 17)
         from other in Gen.Elements("0123456789X".ToCharArray())
         select (Body: $"000000{On("1900-01-01").AddDays(days):yyyyMMdd}{serial:000}", Place: place, Other: other)).ToArbitrary(),
        sample =>
        {
            var right = Assert.Single("0123456789X", check => IdentityNumbers.IsIdentityCard(sample.Body + check, On("2020-01-01")));
            var number = sample.Body + right;
            Assert.Equal(
                number[sample.Place] == sample.Other,
                IdentityNumbers.IsIdentityCard(Changed(number, sample.Place, sample.Other), On("2020-01-01")));
        }).QuickCheckThrowOnFailure();

    private static string Changed(string number, int place, char other) => number[..place] + other + number[(place + 1)..];
}
