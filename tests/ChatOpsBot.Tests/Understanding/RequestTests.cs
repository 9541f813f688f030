using ChatOpsBot.Dialogs.Catalog;
using ChatOpsBot.Domain.Understanding;

namespace ChatOpsBot.Tests.Understanding;

public sealed class RequestTests
{
    private static readonly HashSet<string> Systems = ["LPAR1", "LPAR2"];

    [Theory]
    [InlineData("restore PRODLIB on LPAR1 from last night", "restore", "object=PRODLIB lpar=LPAR1 point_in_time=last night")]
    [InlineData("could you bring back QGPL/CUSTMAST as of Tuesday 18:00?", "restore", "object=QGPL/CUSTMAST point_in_time=Tuesday 18:00")]
    [InlineData("need the IFS directory /home/edi back from 2026-11-02", "restore", "object=/home/edi point_in_time=2026-11-02")]
    [InlineData("need a save of QGPL before tonight's upgrade", "backup", "object=QGPL when=before tonight's upgrade")]
    [InlineData("please take an extra backup of ERPPRD tomorrow at 22:00", "backup", "lpar=ERPPRD when=tomorrow at 22:00")]
    [InlineData("we want CUSTLIB backed up before the migration", "backup", "object=CUSTLIB when=before the migration")]
    [InlineData("associate JSMITH with PAM profile OPSADM", "pam", "user=JSMITH pam_profile=OPSADM")]
    [InlineData("remove MWEBER from PAM profile DBADMIN on LPAR3", "pam", "user=MWEBER pam_profile=DBADMIN lpar=LPAR3 action=remove")]
    [InlineData("put GTANAKA on DBADMIN", "pam", "user=GTANAKA pam_profile=DBADMIN")]
    [InlineData("restore PAY* on PAYPROD from last night", "restore", "object=PAY* lpar=PAYPROD point_in_time=last night")]
    [InlineData("restore *ALLUSR on LPAR1 from sunday", "restore", "object=*ALLUSR lpar=LPAR1 point_in_time=sunday")]
    [InlineData("restore prodlib and pay* on lpar1 from yesterday", "restore", "object=prodlib, pay* lpar=lpar1 point_in_time=yesterday")]
    [InlineData("restore PRODLIB, TESTLIB and DEVLIB on LPAR1", "restore", "object=PRODLIB, TESTLIB, DEVLIB lpar=LPAR1")]
    [InlineData("ad hoc backup of LPAR1 and LPAR2 tonight", "backup", "lpar=LPAR1, LPAR2 when=tonight")]
    [InlineData("restore PRODLIB, LPAR1 from yesterday", "restore", "object=PRODLIB lpar=LPAR1 point_in_time=yesterday")]
    [InlineData("restore PRODLIB/QRPGLESRC(JAN26) on LPAR2", "restore", "object=PRODLIB/QRPGLESRC(JAN26) lpar=LPAR2")]
    [InlineData(
        "restore /home/My Documents/report 1.pdf on LPAR2 from yesterday",
        "restore",
        "object=/home/My Documents/report 1.pdf lpar=LPAR2 point_in_time=yesterday")]
    [InlineData(
        "restore '/home/My Documents' on LPAR2 from yesterday", "restore", "object=/home/My Documents lpar=LPAR2 point_in_time=yesterday")]
    [InlineData("restore /home/Büro from 24/11", "restore", "object=/home/Büro point_in_time=24/11")]
    [InlineData("restore /home/a, /home/b on LPAR2", "restore", "object=/home/a, /home/b lpar=LPAR2")]
    [InlineData("restore paylib on lpar1 from yesterday 2am", "restore", "object=paylib lpar=lpar1 point_in_time=yesterday 2am")]
    [InlineData("stelle paylib auf lpar1 von gestern wieder her", "restore", "object=paylib lpar=lpar1 point_in_time=gestern")]
    [InlineData("restore the library from monday", "restore", "point_in_time=monday")]
    [InlineData("associate jsmith with pam profile opsadm", "pam", "user=jsmith pam_profile=opsadm")]
    [InlineData(
        "please put back CUSTMAST in SALESLIB as of yesterday", "restore", "object=CUSTMAST library=SALESLIB point_in_time=yesterday")]
    [InlineData("restore file CUSTMAST from library PRODLIB on LPAR2", "restore", "object=CUSTMAST library=PRODLIB lpar=LPAR2")]
    [InlineData(
        "restore member JAN26 of file SALES/ORDHDR on LPAR2 from yesterday",
        "restore",
        "object=SALES/ORDHDR(JAN26) lpar=LPAR2 point_in_time=yesterday")]
    [InlineData("get back the member JAN26 of SALES/ORDHDR on LPAR2", "restore", "object=SALES/ORDHDR(JAN26) lpar=LPAR2")]
    [InlineData("restore member JAN26 of file ORDHDR in library SALES on LPAR2", "restore", "object=SALES/ORDHDR(JAN26) lpar=LPAR2")]
    [InlineData("restore member JAN26 of file ORDHDR on LPAR2", "restore", "object=ORDHDR(JAN26) lpar=LPAR2")]
    [InlineData("restore member JAN26 in DEVLIB on LPAR1", "restore", "object=JAN26 library=DEVLIB lpar=LPAR1")]
    [InlineData("stelle das Member JAN26 der Datei SALES/ORDHDR auf LPAR2 wieder her", "restore", "object=SALES/ORDHDR(JAN26) lpar=LPAR2")]
    [InlineData("restore output queue ADMIN5P in library ADMIN5 on LPAR2", "restore", "object=ADMIN5P library=ADMIN5 lpar=LPAR2")]
    [InlineData(
        "RSTOBJ OBJ(CUSTMAST) SAVLIB(PRODLIB) DEV(TAP01) on LPAR1", "restore", "object=PRODLIB/CUSTMAST lpar=LPAR1 rest=DEV(TAP01)")]
    [InlineData(
        "RSTOBJ OBJ(CUSTMAST ORDHDR) SAVLIB(PRODLIB) DEV(TAP01) OBJTYPE(*FILE) RSTLIB(TESTLIB)",
        "restore",
        "object=PRODLIB/CUSTMAST, ORDHDR object_types=*FILE target_library=TESTLIB rest=DEV(TAP01)")]
    [InlineData("please run RSTOBJ CUSTMAST PRODLIB on LPAR1", "restore", "object=PRODLIB/CUSTMAST lpar=LPAR1")]
    [InlineData(
        "RSTOBJ OBJ(*ALL) SAVLIB(SALES) DEV(TAP01) FILEMBR((ORDHDR (JAN26)))", "restore", "object=SALES/ORDHDR(JAN26) rest=DEV(TAP01)")]
    [InlineData(
        "RSTLIB SAVLIB(PRODLIB) DEV(*SAVF) on LPAR1 from yesterday",
        "restore",
        "object=PRODLIB lpar=LPAR1 point_in_time=yesterday rest=DEV(*SAVF)")]
    [InlineData(
        "SAVLIB LIB(PRODLIB TESTLIB) DEV(TAP01) on LPAR2 tonight",
        "backup",
        "object=PRODLIB, TESTLIB lpar=LPAR2 when=tonight rest=DEV(TAP01)")]
    [InlineData(
        "restore PRODLIB on LPAR1 from Monday 22:00, needed by Wednesday 08:00",
        "restore",
        "object=PRODLIB lpar=LPAR1 point_in_time=Monday 22:00 needed_by=Wednesday 08:00")]
    [InlineData(
        "I need PAYLIB back on LPAR2 as it was on Friday at 18:00, and please do it before Monday 07:00",
        "restore",
        "object=PAYLIB lpar=LPAR2 point_in_time=Friday at 18:00 needed_by=Monday 07:00")]
    [InlineData(
        "restore PRODLIB from LPAR1 to LPAR2 as of yesterday 22:00",
        "restore",
        "object=PRODLIB lpar=LPAR1 target_lpar=LPAR2 point_in_time=yesterday 22:00")]
    [InlineData(
        "restaurar PRODLIB de LPAR1 a LPAR2 de ayer a las 22:00",
        "restore",
        "object=PRODLIB lpar=LPAR1 target_lpar=LPAR2 point_in_time=ayer a las 22:00")]
    [InlineData("restore CUSTMAST and ORDHDR from PRODLIB on LPAR1", "restore", "object=CUSTMAST, ORDHDR library=PRODLIB lpar=LPAR1")]
    [InlineData(
        "restore CUSTMAST in PRODLIB on LPAR1 to library QGPL",
        "restore",
        "object=CUSTMAST library=PRODLIB lpar=LPAR1 target_library=QGPL")]
    [InlineData(
        "stelle PRODLIB auf LPAR1 von gestern 22:00 nach TESTLIB wieder her",
        "restore",
        "object=PRODLIB lpar=LPAR1 target_library=TESTLIB point_in_time=gestern 22:00")]
    [InlineData(
        "restore /home/edi/in on LPAR2 into /home/edi/old",
        "restore",
        "object=/home/edi/in lpar=LPAR2 target_directory=/home/edi/old")]
    [InlineData("restore PRODLIB on LPAR1 and replace what is there", "restore", "object=PRODLIB lpar=LPAR1 replace=replace")]
    [InlineData("restore PRODLIB on LPAR1, but do not replace anything", "restore", "object=PRODLIB lpar=LPAR1")]
    [InlineData(
        "it doesn't open any more, please restore PRODLIB on LPAR1 and overwrite what is there",
        "restore",
        "object=PRODLIB lpar=LPAR1 replace=overwrite")]
    [InlineData(
        "restore PRODLIB on LPAR1 into TESTLIB and replace what is there",
        "restore",
        "object=PRODLIB lpar=LPAR1 target_library=TESTLIB rest=replace")]
    [InlineData("restore the whole LPAR2", "restore", "lpar=LPAR2 whole=LPAR2")]
    [InlineData(
        "save PAYLIB on LPAR2 to tape TAP01 tomorrow 02:00, keep it 90 days",
        "backup",
        "object=PAYLIB lpar=LPAR2 when=tomorrow 02:00 rest=TAP01, 90 days")]
    [InlineData("back up PAYLIB on LPAR2 Saturday 22:00 before the upgrade", "backup", "object=PAYLIB lpar=LPAR2 when=Saturday 22:00")]
    [InlineData(
        "back up PAYLIB on LPAR2 tonight, ticket CHG0012345, tell ops@example.com",
        "backup",
        "object=PAYLIB lpar=LPAR2 when=tonight reference=CHG0012345 contact=ops@example.com")]
    [InlineData(
        "restore PRODLIB on LPAR1 and call Maria Lopez when done, +49 170 1234567",
        "restore",
        "object=PRODLIB lpar=LPAR1 contact=Maria Lopez, +49 170 1234567")]
    [InlineData("give MSMITH the same PAM profile as JDOE on LPAR1", "pam", "user=MSMITH lpar=LPAR1 rest=JDOE")]
    [InlineData("ich brauch QSECOFR-Rechte bis 18 Uhr", "pam", "pam_profile=QSECOFR window=bis 18 Uhr")]
    [InlineData("Bitte die Bibliothek LOHN auf PROD2 von gestern zurückspielen", "restore", "object=LOHN lpar=PROD2 point_in_time=gestern")]
    public void A_wish_is_taken_with_what_it_says(string said, string request, string slots)
    {
        var told = Listener.Hear(said);

        Assert.Equal((Intent.Request, request), (told.Intent, told.Request));
        Assert.Equal(RequestCatalog.TaskOf(request), told.Rows.Single().Task);
        Assert.Equal(slots, Slots(told));
    }

    // Names of systems that are listed are systems wherever they stand, and what is built like one beside them is not.
    [Theory]
    [InlineData("restore PAYLIB from LPAR1 to LPAR2 into library SALESTST", "PAYLIB from LPAR1 to SALESTST on LPAR2")]
    [InlineData("I need CUSTMAST from SALESLIB on LPAR1 put back into SALESTST on LPAR2", "CUSTMAST from LPAR1 to SALESTST on LPAR2")]
    [InlineData("restore PAYLIB on LPAR1 as PAYOLD", "PAYLIB from LPAR1 to PAYOLD on ")]
    [InlineData("Bibliothek LAGER von LPAR1 auf LPAR2 als LAGERTST wiederherstellen", "LAGER from LPAR1 to LAGERTST on LPAR2")]
    [InlineData("FIBULIB von LPAR1 nach LPAR2 in FIBUTEST zurückspielen", "FIBULIB from LPAR1 to FIBUTEST on LPAR2")]
    [InlineData("restaura VENTAS de LPAR1 en LPAR2 como VENTASTST", "VENTAS from LPAR1 to VENTASTST on LPAR2")]
    [InlineData("restaurer COMPTA de LPAR1 dans COMPTATEST sur LPAR2", "COMPTA from LPAR1 to COMPTATEST on LPAR2")]
    [InlineData("restaure ESTOQUE da LPAR1 na LPAR2 como ESTTST", "ESTOQUE from LPAR1 to ESTTST on LPAR2")]
    [InlineData("LPAR1のPAYLIBをLPAR2のTESTLIBに復元してください", "PAYLIB from LPAR1 to TESTLIB on LPAR2")]
    [InlineData("restore PRODLIB to LPAR1", "PRODLIB from LPAR1 to  on ")]
    public void The_way_of_a_restore_is_read_in_every_order(string said, string way)
    {
        var slots = Listener.Shipped.ReadSlots(said, "restore", systems: Systems);

        Assert.Equal(way, $"{Slot("object")} from {Slot("lpar")} to {Slot("target_library")} on {Slot("target_lpar")}");
        Assert.DoesNotContain("point_in_time", slots.Keys);
        Assert.DoesNotContain("rest", slots.Keys);
        string? Slot(string name) => slots.GetValueOrDefault(name);
    }

    [Theory]
    [InlineData("it should go to LPAR2 into library SALESTST", "lpar= target_library=SALESTST target_lpar=LPAR2")]
    [InlineData("as PAYTEST", "lpar= target_library=PAYTEST target_lpar=")]
    [InlineData("from LPAR2", "lpar=LPAR2 target_library= target_lpar=")]
    [InlineData("nach LPAR2 in PAYTEST", "lpar= target_library=PAYTEST target_lpar=LPAR2")]
    [InlineData("LPAR2に復元してください", "lpar= target_library= target_lpar=LPAR2")]
    public void What_is_added_to_a_restore_tells_where_it_goes(string said, string expected)
    {
        var slots = Listener.Shipped.ReadSlots(said, "restore", systems: Systems, isContinued: true);

        string[] asked = ["lpar", "target_library", "target_lpar"];
        Assert.Equal(expected, string.Join(' ', asked.Select(slot => $"{slot}={slots.GetValueOrDefault(slot)}")));
        Assert.DoesNotContain("object", slots.Keys);
    }

    [Fact]
    public void No_half_hour_is_lost()
    {
        var slots = Listener.Shipped.ReadSlots("donne à FAYL un accès PAM sur LPAR2 lundi de 22h à 23h30", "pam", systems: Systems);

        Assert.Equal("lundi de 22h à 23h30", slots["window"]);
    }

    [Fact]
    public void Members_may_be_called_like_months()
    {
        var slots = Listener.Shipped.ReadSlots("the members JAN and FEB of SALESLIB/HIST", "restore", systems: Systems);

        Assert.Equal("SALESLIB/HIST(JAN, FEB)", slots["object"]);
        Assert.DoesNotContain("point_in_time", slots.Keys);
    }

    [Fact]
    public void A_profile_that_IBM_supplies_is_a_privileged_one()
    {
        var slots = Listener.Shipped.ReadSlots("remove QSECOFR rights from JDOE on LPAR1", "pam", systems: Systems);

        Assert.Equal(("JDOE", "QSECOFR", "LPAR1"), (slots["user"], slots["pam_profile"], slots["lpar"]));
    }

    [Theory]
    [InlineData("give PMEIER privileged access to LPAR2", "PMEIER", "LPAR2")]
    [InlineData("El usuario JGARCIA necesita acceso privilegiado a LPAR1", "JGARCIA", "LPAR1")]
    [InlineData("TANAKAにLPAR1の特権アクセスを付与してください", "TANAKA", "LPAR1")]
    [InlineData("PDURAND a besoin de droits privilégiés sur LPAR2, incident INC777", "PDURAND", "LPAR2")]
    public void A_listed_system_is_no_privileged_profile(string said, string user, string lpar)
    {
        var slots = Listener.Shipped.ReadSlots(said, "pam", systems: Systems);

        Assert.Equal((user, lpar), (slots["user"], slots["lpar"]));
        Assert.DoesNotContain("pam_profile", slots.Keys);
    }

    [Theory]
    [InlineData("enable it for JSMITH on LPAR1", "lpar=LPAR1 user=JSMITH")]
    [InlineData("on LPAR1 and LPAR2 for user JSMITH", "lpar=LPAR1, LPAR2 user=JSMITH")]
    [InlineData("enable it for JSMITH2 on LPAR1 until Friday", "lpar=LPAR1 user=JSMITH2 when=Friday")]
    [InlineData("on LPAR1 and LPAR2", "lpar=LPAR1, LPAR2")]
    [InlineData("enable it for LPAR1", "lpar=LPAR1")]
    [InlineData("für MWEBER2 auf LPAR2 einschalten", "lpar=LPAR2 user=MWEBER2")]
    public void A_request_that_the_vocabulary_does_not_know_takes_its_names_too(string said, string slots) =>
        Assert.Equal(
            slots, string.Join(' ', Listener.Shipped.ReadSlots(said, "of another kind").Select(slot => $"{slot.Key}={slot.Value}")));

    [Theory]
    [InlineData("our backup ran fine last night")]
    [InlineData("last night's restore of PRODLIB on LPAR1 went well")]
    [InlineData("restore went through, cheers")]
    [InlineData("the backup of LPAR2 completed at 03:00")]
    [InlineData("MFA works again, thanks")]
    [InlineData("die Sicherung ist heute Nacht ohne Fehler durchgelaufen")]
    [InlineData("el backup de anoche terminó sin errores")]
    [InlineData("la sauvegarde de cette nuit s'est bien passée")]
    [InlineData("o backup de ontem rodou sem problemas")]
    [InlineData("昨夜のバックアップは問題なく終わりました")]
    public void What_is_over_is_no_wish(string said) =>
        Assert.Null(Listener.Hear(said).Request);

    [Theory]
    [InlineData("restore PAYLIB, it ran fine yesterday", "restore")]
    [InlineData("PAYLIB is gone since the job completed, please get it back on LPAR1", "restore")]
    [InlineData("the change is approved, please take a backup of LPAR2 at 21:00", "backup")]
    public void A_wish_may_tell_what_is_over(string said, string request) => Assert.Equal(request, Listener.Hear(said).Request);

    [Theory]
    [InlineData("I need something restored", "restore")]
    [InlineData("restore", "restore")]
    [InlineData("can we get an ad-hoc backup please", "backup")]
    [InlineData("open a PAM ticket", "pam")]
    public void A_wish_need_not_say_more(string said, string request)
    {
        var told = Listener.Hear(said);

        Assert.Equal((Intent.Request, request, 0), (told.Intent, told.Request, told.Slots.Count));
    }

    [Theory]
    [InlineData("we declare a disaster for ERPPRD", "from_lpar=ERPPRD")]
    [InlineData("fail over LPAR1 to LPAR2 now", "from_lpar=LPAR1 to_lpar=LPAR2")]
    [InlineData("primary site is gone, switch us to DR", "")]
    public void An_order_to_fail_over_is_a_dr_event(string said, string slots)
    {
        var told = Listener.Hear(said);

        Assert.Equal((Intent.DrEvent, "dr_failover"), (told.Intent, told.Request));
        Assert.Equal(slots, Slots(told));
    }

    [Theory]
    [InlineData("who triggers the failover?")]
    [InlineData("if the site burns down, do you fail us over on your own?")]
    [InlineData("please don't fail over yet")]
    [InlineData("should we declare a disaster?")]
    [InlineData("stop the failover")]
    [InlineData("call off the failover, false alarm")]
    [InlineData("Failover bitte stoppen")]
    public void A_question_a_doubt_or_a_no_is_no_dr_event(string said) =>
        Assert.True(Listener.Hear(said).Intent is Intent.Responsibility or Intent.Unknown);

    [Theory]
    [InlineData("JSMITH is disabled on PROD1, please enable")]
    public void A_wish_for_something_else_is_not_taken_for_a_request(string said) =>
        Assert.Null(Listener.Hear(said).Request);

    private static string Slots(Meaning told) => string.Join(' ', told.Slots.Select(slot => $"{slot.Key}={slot.Value}"));
}
