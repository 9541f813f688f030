using ChatOpsBot.Domain.Times;

namespace ChatOpsBot.Tests.Times;

/// <summary>Times as German operations people type them.</summary>
public sealed class GermanTimeTests
{
    private const string German = "de";

    [Theory]
    [InlineData("letzte Nacht", "2026-08-18 18:00 +02/2026-08-19 09:00 +02")]
    [InlineData("gestern Nacht", "2026-08-18 18:00 +02/2026-08-19 09:00 +02")]
    [InlineData("heute Nacht", "2026-08-18 18:00 +02/2026-08-19 09:00 +02")]
    [InlineData("in der Nacht", "2026-08-18 18:00 +02/2026-08-19 09:00 +02")]
    [InlineData("vorgestern Nacht", "2026-08-17 18:00 +02/2026-08-18 09:00 +02")]
    [InlineData("gestern Nacht um 3", "2026-08-19 03:00 +02")]
    [InlineData("heute Nacht um 2 Uhr", "2026-08-19 02:00 +02")]
    [InlineData("nachts um 2", "2026-08-19 02:00 +02")]
    [InlineData("Freitag Nacht um 2", "2026-08-15 02:00 +02")]
    [InlineData("Nacht von Freitag auf Samstag", "2026-08-14 18:00 +02/2026-08-15 09:00 +02")]
    [InlineData("in der Nacht von Freitag auf Samstag um 2 Uhr", "2026-08-15 02:00 +02")]
    [InlineData("in der Nacht auf Samstag", "2026-08-14 18:00 +02/2026-08-15 09:00 +02")]
    [InlineData("in der Nacht zum Sonntag", "2026-08-15 18:00 +02/2026-08-16 09:00 +02")]
    [InlineData("in der Nacht vom 14. auf den 15.", "2026-08-14 18:00 +02/2026-08-15 09:00 +02")]
    public void A_night_runs_into_the_morning(string text, string expected) => Back(text, expected);

    [Theory]
    [InlineData("gestern 2 Uhr", "2026-08-18 02:00 +02")]
    [InlineData("gestern um 02:00", "2026-08-18 02:00 +02")]
    [InlineData("gestern 3:30", "2026-08-18 03:30 +02")]
    [InlineData("gestern 14.30 Uhr", "2026-08-18 14:30 +02")]
    [InlineData("gestern um 14.30", "2026-08-18 14:30 +02")]
    [InlineData("gestern 22h", "2026-08-18 22:00 +02")]
    [InlineData("gestern 22 Uhr 15", "2026-08-18 22:15 +02")]
    [InlineData("gestern 8 Uhr abends", "2026-08-18 20:00 +02")]
    [InlineData("3 Uhr nachmittags", "2026-08-18 15:00 +02")]
    [InlineData("2 Uhr morgens", "2026-08-19 02:00 +02")]
    [InlineData("12 Uhr nachts", "2026-08-19 00:00 +02")]
    [InlineData("heute 0 Uhr", "2026-08-19 00:00 +02")]
    [InlineData("gestern 24 Uhr", "2026-08-19 00:00 +02")]
    [InlineData("gestern Mittag", "2026-08-18 12:00 +02")]
    [InlineData("heute früh um drei", "2026-08-19 03:00 +02")]
    [InlineData("gestern um Viertel vor elf abends", "2026-08-18 22:45 +02")]
    [InlineData("zehn nach acht abends", "2026-08-18 20:10 +02")]
    public void An_hour_in_digits_is_of_twenty_four_and_a_part_of_the_day_says_the_rest(string text, string expected) =>
        Back(text, expected);

    [Theory]
    [InlineData("gestern um drei", "2026-08-18 03:00 +02 or 2026-08-18 15:00 +02")]
    [InlineData("gestern drei Uhr", "2026-08-18 03:00 +02 or 2026-08-18 15:00 +02")]
    [InlineData("halb drei", "2026-08-18 14:30 +02 or 2026-08-19 02:30 +02")]
    [InlineData("fünf vor halb drei", "2026-08-18 14:25 +02 or 2026-08-19 02:25 +02")]
    [InlineData("fünf nach halb drei", "2026-08-18 14:35 +02 or 2026-08-19 02:35 +02")]
    [InlineData("viertel nach drei", "2026-08-18 15:15 +02 or 2026-08-19 03:15 +02")]
    [InlineData("letzten Montag um 22 Uhr", "2026-08-10 22:00 +02 or 2026-08-17 22:00 +02")]
    [InlineData("22.10", "2025-10-22 00:00 +02/2025-10-23 00:00 +02 or 2026-08-18 22:10 +02")]
    public void What_can_mean_two_things_is_asked(string text, string expected) => Back(text, expected);

    [Theory]
    [InlineData("am 14. um 23:30 Uhr UTC", "2026-08-14 23:30 +00")]
    [InlineData("am 14.", "2026-08-14 00:00 +02/2026-08-15 00:00 +02")]
    [InlineData("am 14", "2026-08-14 00:00 +02/2026-08-15 00:00 +02")]
    [InlineData("am 22.10", "2025-10-22 00:00 +02/2025-10-23 00:00 +02")]
    [InlineData("14.11. 23:30", "2025-11-14 23:30 +01")]
    [InlineData("05.06.2026", "2026-06-05 00:00 +02/2026-06-06 00:00 +02")]
    [InlineData("22.10.25 08:15", "2025-10-22 08:15 +02")]
    [InlineData("14. August 2026 um 23:30 Uhr", "2026-08-14 23:30 +02")]
    [InlineData("Freitag, 14.08.2026, 22:00 Uhr", "2026-08-14 22:00 +02")]
    [InlineData("Freitag, den 14. August", "2026-08-14 00:00 +02/2026-08-15 00:00 +02")]
    [InlineData("am vierzehnten um halb elf abends", "2026-08-14 22:30 +02")]
    public void A_date_has_its_day_first(string text, string expected) => Back(text, expected);

    [Theory]
    [InlineData("14.11.2026", "2026-11-14 00:00 +01/2026-11-15 00:00 +01")]
    [InlineData("am Freitag um 22 Uhr", "2026-08-21 22:00 +02")]
    [InlineData("zwischen Freitag 22 Uhr und Samstag 6 Uhr", "2026-08-21 22:00 +02/2026-08-22 06:00 +02")]
    [InlineData("Sa 22:00 - So 06:00 UTC", "2026-08-22 22:00 +00/2026-08-23 06:00 +00")]
    [InlineData("von 22 Uhr bis 6 Uhr", "2026-08-19 22:00 +02/2026-08-20 06:00 +02")]
    [InlineData("zwischen 22 und 6 Uhr", "2026-08-19 22:00 +02/2026-08-20 06:00 +02")]
    [InlineData("morgen von 18 bis 20 Uhr", "2026-08-20 18:00 +02/2026-08-20 20:00 +02")]
    [InlineData("morgen früh um 6", "2026-08-20 06:00 +02")]
    [InlineData("morgen Abend", "2026-08-20 16:00 +02/2026-08-20 20:00 +02")]
    [InlineData("am Freitagabend um 22 Uhr", "2026-08-21 22:00 +02")]
    [InlineData("nächsten Freitag", "2026-08-21 00:00 +02/2026-08-22 00:00 +02 or 2026-08-28 00:00 +02/2026-08-29 00:00 +02")]
    [InlineData("kommenden Freitag 20 Uhr", "2026-08-21 20:00 +02")]
    [InlineData("nächste Woche Dienstag 22 Uhr", "2026-08-25 22:00 +02")]
    [InlineData("bis Freitag 18 Uhr", "../2026-08-21 18:00 +02")]
    [InlineData("ab Freitag 18 Uhr", "2026-08-21 18:00 +02/..")]
    [InlineData("heute Abend ab 22 Uhr", "2026-08-19 22:00 +02/..")]
    [InlineData("vor dem Upgrade heute Abend", "../2026-08-19 16:00 +02")]
    [InlineData("heute Nacht um 2 Uhr", "2026-08-20 02:00 +02")]
    [InlineData("Monatsende", "2026-08-31 00:00 +02/2026-09-01 00:00 +02")]
    [InlineData("am Wochenende", "2026-08-22 00:00 +02/2026-08-24 00:00 +02")]
    [InlineData("in anderthalb Stunden", "2026-08-19 12:00 +02")]
    [InlineData("in 2 Tagen um 20 Uhr", "2026-08-21 20:00 +02")]
    [InlineData("so bald wie möglich", "2026-08-19 10:30 +02")]
    [InlineData("sofort", "2026-08-19 10:30 +02")]
    [InlineData("uebermorgen um fuenf Uhr frueh", "2026-08-21 05:00 +02")]
    public void A_window_lies_ahead(string text, string expected) =>
        Assert.Equal(expected, Said.Line(Said.Read(text, TimePurpose.Window, language: German)));

    [Theory]
    [InlineData("vor 3 Stunden", "2026-08-19 07:30 +02")]
    [InlineData("vor 3h", "2026-08-19 07:30 +02")]
    [InlineData("vor einer Woche", "2026-08-12 00:00 +02/2026-08-13 00:00 +02")]
    [InlineData("vor zwei Tagen um 15 Uhr", "2026-08-17 15:00 +02")]
    [InlineData("letzten Freitag", "2026-08-14 00:00 +02/2026-08-15 00:00 +02")]
    [InlineData("am vergangenen Montag", "2026-08-17 00:00 +02/2026-08-18 00:00 +02")]
    [InlineData("Mittwoch letzter Woche", "2026-08-12 00:00 +02/2026-08-13 00:00 +02")]
    [InlineData("letztes Wochenende", "2026-08-15 00:00 +02/2026-08-17 00:00 +02")]
    [InlineData("am Wochenende", "2026-08-15 00:00 +02/2026-08-17 00:00 +02")]
    [InlineData("Ende letzten Monats", "2026-07-31 00:00 +02/2026-08-01 00:00 +02")]
    [InlineData("vor dem Wochenende", "../2026-08-15 00:00 +02")]
    [InlineData("zum Quartalsende", "2026-06-30 00:00 +02/2026-07-01 00:00 +02")]
    [InlineData("per Stichtag 31.07.2026", "2026-07-31 00:00 +02/2026-08-01 00:00 +02")]
    [InlineData("vor dem Monatsende", "../2026-07-31 00:00 +02")]
    [InlineData("gestern vor 18 Uhr", "../2026-08-18 18:00 +02")]
    [InlineData("kurz vor Mitternacht", "../2026-08-19 00:00 +02")]
    [InlineData("Stand gestern 22 Uhr", "2026-08-18 22:00 +02")]
    [InlineData("die Sicherung von gestern Abend", "2026-08-18 16:00 +02/2026-08-18 20:00 +02")]
    [InlineData("Sicherung vom 14.", "2026-08-14 00:00 +02/2026-08-15 00:00 +02")]
    [InlineData("letzte Sicherung vor Freitag", "../2026-08-14 00:00 +02")]
    [InlineData("gestern 22 Uhr MESZ", "2026-08-18 22:00 +02")]
    public void A_restore_point_lies_behind(string text, string expected) => Back(text, expected);

    [Theory]
    [InlineData("der letzte Stand")]
    [InlineData("die neueste Sicherung")]
    [InlineData("aktuellster Stand")]
    public void The_newest_is_a_word_of_its_own(string text) =>
        Assert.IsType<TimeReading.Latest>(Said.Read(text, TimePurpose.RestorePoint, language: German));

    [Theory]
    [InlineData("jeden Freitag um 22 Uhr")]
    [InlineData("täglich um 2 Uhr")]
    [InlineData("freitags")]
    public void A_repetition_is_refused(string text) =>
        Assert.Equal(new TimeReading.Refused(TimeRefusal.Repetition), Said.Read(text, TimePurpose.Window, language: German));

    [Theory]
    [InlineData("31.02.2026")]
    [InlineData("PRODLIB auf LPAR1")]
    [InlineData("gib mir den Stand")]
    [InlineData("viertel drei")]
    [InlineData("25 Uhr")]
    [InlineData("nach Feierabend")]
    public void What_is_no_time_is_not_understood(string text) =>
        Assert.IsType<TimeReading.NotUnderstood>(Said.Read(text, language: German));

    [Theory]
    [InlineData("last night", German, "2026-08-18 18:00 +02/2026-08-19 09:00 +02")]
    [InlineData("yesterday 2 am", German, "2026-08-18 02:00 +02")]
    [InlineData("2 am", German, "2026-08-19 02:00 +02")]
    [InlineData("gestern 22 Uhr", "en", "2026-08-18 22:00 +02")]
    [InlineData("am 14. um 23:30 Uhr", "en", "2026-08-14 23:30 +02")]
    [InlineData("letzte Nacht", "ja", "2026-08-18 18:00 +02/2026-08-19 09:00 +02")]
    public void The_other_language_is_read_where_the_persons_own_fails(string text, string language, string expected) =>
        Assert.Equal(expected, Said.Line(Said.Read(text, TimePurpose.RestorePoint, language: language)));

    [Fact]
    public void The_persons_own_language_is_read_first() =>
        Assert.Equal("2026-05-06 00:00 +02/2026-05-07 00:00 +02 or 2026-06-05 00:00 +02/2026-06-06 00:00 +02",
            Said.Line(Said.Read("05.06.2026", TimePurpose.RestorePoint)));

    private static void Back(string text, string expected) =>
        Assert.Equal(expected, Said.Line(Said.Read(text, TimePurpose.RestorePoint, language: German)));
}
