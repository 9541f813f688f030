using ChatOpsBot.Domain.Times;

namespace ChatOpsBot.Tests.Times;

/// <summary>
/// Times in the languages that people write to the bot in beside English and German, whatever language they are answered in.
/// </summary>
public sealed class SixLanguageTests
{
    // What the library takes long for is waited for here, which nobody has to in a chat.
    private static readonly TimeReader Patient = new(TimeSpan.FromMinutes(2));
    private static readonly TimeReference Saturday = Said.At(2026, 11, 28, 21, 45, "Europe/Berlin");

    [Theory]
    [InlineData("anoche", "2026-11-27 18:00 +01/2026-11-28 09:00 +01")]
    [InlineData("ayer por la noche", "2026-11-27 18:00 +01/2026-11-28 09:00 +01")]
    [InlineData("lunes a las 22:00", "2026-11-23 22:00 +01")]
    [InlineData("del lunes a las 22:00", "2026-11-23 22:00 +01")]
    [InlineData("anteayer a las 22:00", "2026-11-26 22:00 +01")]
    [InlineData("hace una hora", "2026-11-28 20:45 +01")]
    [InlineData("hace 3 días", "2026-11-25 00:00 +01/2026-11-26 00:00 +01")]
    [InlineData("viernes pasado", "2026-11-20 00:00 +01/2026-11-21 00:00 +01 or 2026-11-27 00:00 +01/2026-11-28 00:00 +01")]
    [InlineData("el 14 de noviembre", "2026-11-14 00:00 +01/2026-11-15 00:00 +01")]
    [InlineData("ayer a las 3 de la tarde", "2026-11-27 15:00 +01")]
    [InlineData("sabado a las 20:00", "2026-11-21 20:00 +01 or 2026-11-28 20:00 +01")]
    [InlineData("ayer a las 22:00 UTC", "2026-11-27 22:00 +00")]
    [InlineData("la semana pasada", "2026-11-16 00:00 +01/2026-11-23 00:00 +01")]
    public void Spanish(string text, string expected) => Back(text, "es", expected);

    [Theory]
    [InlineData("hier à 22:00", "2026-11-27 22:00 +01")]
    [InlineData("d'hier à 22:00", "2026-11-27 22:00 +01")]
    [InlineData("hier à 22h", "2026-11-27 22:00 +01")]
    [InlineData("hier à 22h30", "2026-11-27 22:30 +01")]
    [InlineData("hier soir", "2026-11-27 16:00 +01/2026-11-27 20:00 +01")]
    [InlineData("la nuit dernière", "2026-11-27 18:00 +01/2026-11-28 09:00 +01")]
    [InlineData("avant-hier à 22h", "2026-11-26 22:00 +01")]
    [InlineData("il y a une heure", "2026-11-28 20:45 +01")]
    [InlineData("lundi dernier", "2026-11-16 00:00 +01/2026-11-17 00:00 +01 or 2026-11-23 00:00 +01/2026-11-24 00:00 +01")]
    [InlineData("le 14 novembre", "2026-11-14 00:00 +01/2026-11-15 00:00 +01")]
    [InlineData("la semaine dernière", "2026-11-16 00:00 +01/2026-11-23 00:00 +01")]
    public void French(string text, string expected) => Back(text, "fr", expected);

    [Theory]
    [InlineData("ontem à noite", "2026-11-27 18:00 +01/2026-11-28 09:00 +01")]
    [InlineData("ontem às 22:00", "2026-11-27 22:00 +01")]
    [InlineData("anteontem às 22:00", "2026-11-26 22:00 +01")]
    [InlineData("há uma hora", "2026-11-28 20:45 +01")]
    [InlineData("segunda-feira às 22:00", "2026-11-23 22:00 +01")]
    [InlineData("14 de novembro", "2026-11-14 00:00 +01/2026-11-15 00:00 +01")]
    [InlineData("semana passada", "2026-11-16 00:00 +01/2026-11-23 00:00 +01")]
    public void Portuguese(string text, string expected) => Back(text, "pt", expected);

    [Theory]
    [InlineData("昨日22時", "2026-11-27 22:00 +01")]
    [InlineData("昨日の22時に", "2026-11-27 22:00 +01")]
    [InlineData("昨日２２：００", "2026-11-27 22:00 +01")]
    [InlineData("昨日22時30分", "2026-11-27 22:30 +01")]
    [InlineData("一昨日の22時", "2026-11-26 22:00 +01")]
    [InlineData("昨夜", "2026-11-27 18:00 +01/2026-11-28 09:00 +01")]
    [InlineData("月曜日の22:00", "2026-11-23 22:00 +01")]
    [InlineData("1時間前", "2026-11-28 20:45 +01")]
    public void Japanese(string text, string expected) => Back(text, "ja", expected);

    [Theory]
    [InlineData("es", "sábado a las 21:00", "2026-12-05 21:00 +01")]
    [InlineData("fr", "samedi à 21h", "2026-12-05 21:00 +01")]
    [InlineData("pt", "sábado às 21:00", "2026-12-05 21:00 +01")]
    [InlineData("ja", "土曜日21時", "2026-12-05 21:00 +01")]
    [InlineData("es", "dentro de dos horas", "2026-11-28 23:45 +01")]
    [InlineData("fr", "dans deux heures", "2026-11-28 23:45 +01")]
    [InlineData("fr", "ce soir à 23h", "2026-11-28 23:00 +01")]
    [InlineData("ja", "今夜10時", "2026-11-28 22:00 +01")]
    [InlineData("pt", "sábado às 6h", "2026-12-05 06:00 +01")]
    [InlineData("en", "sábado às 6h UTC", "2026-12-05 06:00 +00")]
    [InlineData("en", "sábado às 6h", "2026-12-05 06:00 +01")]
    [InlineData("en", "amanhã das 9h às 11h", "2026-11-29 09:00 +01/2026-11-29 11:00 +01")]
    [InlineData("pt", "sábado às 6h UTC", "2026-12-05 06:00 +00")]
    [InlineData("pt", "amanhã às 9h", "2026-11-29 09:00 +01")]
    [InlineData("pt", "amanhã das 9h às 11h", "2026-11-29 09:00 +01/2026-11-29 11:00 +01")]
    [InlineData("pt", "amanhã de 9h a 11h", "2026-11-29 09:00 +01/2026-11-29 11:00 +01")]
    [InlineData("es", "mañana de 9 a 11", "2026-11-29 09:00 +01/2026-11-29 11:00 +01 or 2026-11-29 21:00 +01/2026-11-29 23:00 +01")]
    [InlineData("es", "mañana de 9h a 11h", "2026-11-29 09:00 +01/2026-11-29 11:00 +01")]
    [InlineData("es", "mañana de 20:00 a 22:00", "2026-11-29 20:00 +01/2026-11-29 22:00 +01")]
    [InlineData("es", "mañana entre las 20:00 y las 22:00", "2026-11-29 20:00 +01/2026-11-29 22:00 +01")]
    [InlineData("fr", "demain de 9h à 11h", "2026-11-29 09:00 +01/2026-11-29 11:00 +01")]
    [InlineData("fr", "demain entre 9h et 11h", "2026-11-29 09:00 +01/2026-11-29 11:00 +01")]
    [InlineData("ja", "明日9時から11時まで", "2026-11-29 09:00 +01/2026-11-29 11:00 +01")]
    [InlineData("de", "morgen von 8 bis 10 Uhr", "2026-11-29 08:00 +01/2026-11-29 10:00 +01")]
    [InlineData("de", "morgen 8-10 Uhr", "2026-11-29 08:00 +01/2026-11-29 10:00 +01")]
    [InlineData("en", "tomorrow from 8 to 10 am", "2026-11-29 08:00 +01/2026-11-29 10:00 +01")]
    [InlineData("en", "before 14:30 CET tomorrow", "../2026-11-29 14:30 +01")]
    [InlineData("en", "05:00 tomorrow, Berlin time", "2026-11-29 05:00 +01")]
    public void A_window_lies_ahead(string language, string text, string expected) =>
        Assert.Equal(expected, Said.Line(Patient.Read(text, Saturday, TimePurpose.Window, language)));

    [Theory]
    [InlineData("es", "del viernes a las 22:00 al sábado a las 6:00", "2026-11-27 22:00 +01/2026-11-28 06:00 +01")]
    [InlineData("fr", "de vendredi 22h à samedi 6h", "2026-11-27 22:00 +01/2026-11-28 06:00 +01")]
    [InlineData("ja", "11月14日", "2026-11-14 00:00 +01/2026-11-15 00:00 +01")]
    [InlineData("ja", "先週の金曜日", "2026-11-20 00:00 +01/2026-11-21 00:00 +01")]
    public void What_our_own_words_do_not_reach_is_recognised(string language, string text, string expected) =>
        Back(text, language, expected);

    [Theory]
    [InlineData("es", "ayer en el restaurante")]
    [InlineData("fr", "hier ou peut-être lundi")]
    [InlineData("pt", "segunda-feira errada às vezes")]
    [InlineData("ja", "昨日の会議")]
    public void What_is_a_time_only_in_part_is_not_understood(string language, string text) =>
        Assert.IsType<TimeReading.NotUnderstood>(Patient.Read(text, Saturday, TimePurpose.RestorePoint, language));

    [Theory]
    [InlineData("es", "cada viernes a las 22:00")]
    [InlineData("ja", "毎日22時")]
    public void A_repetition_is_refused(string language, string text) =>
        Assert.Equal(new TimeReading.Refused(TimeRefusal.Repetition), Patient.Read(text, Saturday, TimePurpose.Window, language));

    [Fact]
    public void Nobody_waits_for_what_is_not_ready()
    {
        var hurried = new TimeReader(TimeSpan.Zero);
        Assert.IsType<TimeReading.NotUnderstood>(
            hurried.Read("del viernes a las 22:00 al sábado a las 6:00", Saturday, TimePurpose.RestorePoint, "es"));
        Assert.Equal(
            "2026-11-27 18:00 +01/2026-11-28 09:00 +01", Said.Line(hurried.Read("anoche", Saturday, TimePurpose.RestorePoint, "es")));
    }

    // The answer's language is often another than the person's: it is English for a Spanish sentence.
    private static void Back(string text, string language, string expected)
    {
        Assert.Equal(expected, Said.Line(Patient.Read(text, Saturday, TimePurpose.RestorePoint, language)));
        Assert.Equal(expected, Said.Line(Patient.Read(text, Saturday, TimePurpose.RestorePoint, "en")));
    }
}
