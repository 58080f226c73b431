using Tracker.Domain.Requests;
using static Tracker.Domain.Tests.Day;

namespace Tracker.Domain.Tests.Requests;

public class RemediesTests
{
    public static TheoryData<string> EveryOtherGround => [.. Grounds.All.Where(ground => ground != Grounds.Partial).Select(ground => ground.Key)];

    [Theory]
    [MemberData(nameof(EveryOtherGround))]
    public void An_answer_on_one_ground_has_that_grounds_remedy_whatever_parts_were_noted(string key) =>
        AssertRemedies(key, [Part(1, "state_secret"), Part(2, "not_existing")], (Grounds.Find(key)!.Remedy, []));

    [Fact]
    public void An_answer_in_part_whose_parts_agree_has_their_remedy()
    {
        AssertRemedies("partial", [], (Remedy.Choice, []));
        AssertRemedies("partial", [Part(1, "not_existing"), Part(2, "not_this_agency")], (Remedy.Choice, [1, 2]));
        AssertRemedies("partial", [Part(1, "state_secret"), Part(2, "internal_affairs")], (Remedy.ReconsiderationFirst, [1, 2]));
    }

    [Fact]
    public void An_answer_in_part_whose_parts_differ_names_the_remedy_of_each() => AssertRemedies(
        "partial",
        [Part(1, "not_existing"), Part(2, "state_secret"), Part(4, "third_party_rights")],
        (Remedy.ReconsiderationFirst, [2, 4]),
        (Remedy.Choice, [1]));

    private static WithheldPart Part(int number, string ground) => new(number, Grounds.Find(ground)!, On("2023-03-08"), Part: null, Reasons: null);

    private static void AssertRemedies(string ground, WithheldPart[] parts, params (Remedy Remedy, int[] Parts)[] expected) => Assert.Equal(
        expected.Select(way => (way.Remedy, string.Join(' ', way.Parts))),
        Remedies.Of(Grounds.Find(ground)!, [.. parts]).Select(notice => (notice.Remedy, string.Join(' ', notice.Parts))));
}
