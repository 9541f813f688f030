using ChatOpsBot.Domain.Matrix;

namespace ChatOpsBot.Tests.Understanding;

/// <summary>"Am I right that ...?": what is supposed, and of which side.</summary>
public sealed class ClaimTests
{
    [Theory]
    [InlineData("am I right that IBM applies the PTFs?", Party.Ibm)]
    [InlineData("so we need not apply PTFs?", Party.Ibm)]
    [InlineData("does that mean we don't have to install PTFs ourselves?", Party.Ibm)]
    [InlineData("does IBM update our own applications?", Party.Ibm)]
    [InlineData("IBM won't update our ERP, right?", Party.Client)]
    [InlineData("Are open vulnerabilities looked for by you?", Party.Ibm)]
    [InlineData("stimmt es, dass IBM die PTFs einspielt?", Party.Ibm)]
    [InlineData("Müssen wir die PTFs einspielen?", Party.Client)]
    [InlineData("É a IBM que aplica as PTFs, certo?", Party.Ibm)]
    [InlineData("¿Es cierto que IBM aplica los PTF?", Party.Ibm)]
    [InlineData("Est-ce que c'est bien IBM qui applique les PTF ?", Party.Ibm)]
    [InlineData("PTFの適用はIBMの担当で合っていますか？", Party.Ibm)]
    public void What_is_supposed_is_read_with_its_side(string said, Party supposed) =>
        Assert.Equal(supposed, Listener.Hear(said).Supposed);

    [Theory]
    [InlineData("who applies PTFs?")]
    [InlineData("do we apply the PTFs or does IBM?")]
    [InlineData("Müssen wir die PTFs einspielen oder macht das IBM?")]
    [InlineData("do you know who applies PTFs?")]
    [InlineData("Do we have to fail over now?")]
    [InlineData("Is anybody installing the PTFs?")]
    public void An_open_question_or_one_for_a_decision_supposes_nothing(string said) =>
        Assert.Equal(Party.None, Listener.Hear(said).Supposed);

    [Fact]
    public void A_story_before_the_question_names_no_side() =>
        Assert.Equal(Party.Client, Listener.Hear("IBM sent a circular about a HIPER PTF. Do we install it ourselves?").Supposed);
}
