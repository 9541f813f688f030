namespace ChatOpsBot.Tests.Understanding;

public sealed class LanguageTests
{
    [Theory]
    [InlineData("Wer spielt die PTFs ein?", "de", "Updates/Patching: Ibm")]
    [InlineData("Wer ist für die Anwendungsupdates zuständig?", "de", "Updates/Patching: Client")]
    [InlineData("Unser System ist langsam, wer kümmert sich?", "de", "Performance and Capacity Management: Both")]
    [InlineData("Wer ruft den Katastrophenfall aus?", "de", "Disaster Recovery (Optional Add-on): Client")]
    [InlineData("¿Quién hace las copias de seguridad diarias?", "es", "Backup and Restore: Ibm")]
    [InlineData("Qui gère le pare-feu de notre site ?", "fr", "Network Connectivity: Client")]
    [InlineData("Quem faz a varredura de vulnerabilidades?", "pt", "Security: Ibm")]
    [InlineData("日次バックアップは誰が取りますか?", "ja", "Backup and Restore: Ibm")]
    public void A_question_is_understood_in_its_language(string asked, string language, string summary)
    {
        var told = Listener.Hear(asked);

        Assert.Equal((language, summary), (told.Language, told.Summary()));
    }

    [Fact]
    public void Where_the_words_do_not_tell_the_clients_locale_does()
    {
        Assert.Equal("de", Listener.Hear("PTFs?", locale: "de-DE").Language);
        Assert.Equal("en", Listener.Hear("PTFs?", locale: "en-GB").Language);
        Assert.Equal("en", Listener.Hear("PTFs?", locale: "nl-NL").Language);
    }
}
