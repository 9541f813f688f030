using ChatOpsBot.Dialogs.Facts;
using ChatOpsBot.Domain.Understanding;

namespace ChatOpsBot.Tests.Understanding;

/// <summary>Everyday questions next to the matrix: what the provider's other pages tell, and the row that comes nearest.</summary>
public sealed class FactTests
{
    [Theory]
    [InlineData("who unlocks a user profile?", "profiles")]
    [InlineData("who resets a password?", "profiles")]
    [InlineData("who handles single sign-on?", "profiles")]
    [InlineData("how long are backups kept?", "agreed")]
    [InlineData("wie lange werden die Sicherungen aufgehoben?", "agreed")]
    [InlineData("バックアップの保存期間は？", "agreed")]
    [InlineData("quem desbloqueia os perfis de usuário?", "profiles")]
    [InlineData("¿a quién llamo en IBM?", "support-case")]
    [InlineData("quels sont les délais de réponse d'IBM ?", "severity")]
    [InlineData("who do I call at IBM at night?", "support-case")]
    [InlineData("what is the RTO of LPAR1?", "objectives")]
    [InlineData("which MFA methods are supported?", "mfa-methods")]
    public void A_question_that_another_page_answers_is_not_answered_from_the_matrix(string said, string fact)
    {
        var meaning = Listener.Hear(said);

        Assert.Equal((Intent.Unknown, fact), (meaning.Intent, meaning.Fact));
    }

    [Fact]
    public void A_row_that_is_asked_for_stays_the_answer()
    {
        var meaning = Listener.Hear("who installs PTFs in the maintenance window?");

        Assert.Equal("Updates/Patching: Ibm", meaning.Summary());
        Assert.Equal("agreed", meaning.Fact);
    }

    [Fact]
    public void The_nearest_row_is_named_where_the_matrix_does_not_say() =>
        Assert.Equal("Updates/Patching", Listener.Hear("who upgrades 7.4 to 7.5?").Nearest?.Task);

    [Theory]
    [InlineData("everything on our side", Domain.Matrix.Party.Client)]
    [InlineData("what stays with us?", Domain.Matrix.Party.Client)]
    [InlineData("list what IBM does", Domain.Matrix.Party.Ibm)]
    [InlineData("alles auf unserer Seite", Domain.Matrix.Party.Client)]
    [InlineData("tout ce que fait IBM", Domain.Matrix.Party.Ibm)]
    public void A_whole_column_is_asked_for(string said, Domain.Matrix.Party side)
    {
        var meaning = Listener.Hear(said);

        Assert.Equal((true, side), (meaning.WholeMatrix, meaning.Party));
    }

    [Theory]
    [InlineData("can I speak to a human?")]
    [InlineData("Ich möchte mit einem Menschen sprechen")]
    public void Who_wants_a_person_is_understood(string said) => Assert.Equal(SmallTalk.Human, Listener.Hear(said).SmallTalk);

    [Fact]
    public void Every_fact_that_is_recognised_has_a_page()
    {
        var known = Embedded.Vocabularies().SelectMany(file => file.Facts.Keys).Distinct().Where(fact => fact != "human").Order();

        Assert.Equal(known, ProviderPage.Facts.Order());
    }
}
