#!/bin/sh
# Runs the fast tests as if it were each of some awkward hours, and prints one table: date, passed, failed.
#
#   dotnet build && tests/any-hour.sh                      all hours
#   tests/any-hour.sh "Europe/Berlin 2026-11-28 23:30:00"  one hour
#
# Under faketime the tests take two to three times as long: LIMIT (seconds, for one hour) is generous, and nothing else should run.
#
# Needs faketime (Debian: apt install faketime). Monotonic clocks are left alone: .NET's timers and timeouts run on them. So are the
# times of files. Programs that the tests start inherit the hour. ARGUMENTS is handed to the tests, such as "-namespace ChatOpsBot.Tests.Times".
set -u
cd "$(dirname "$0")/.."

tests=artifacts/bin/ChatOpsBot.Tests/${CONFIGURATION:-debug}/ChatOpsBot.Tests
logs=artifacts/any-hour
limit=${LIMIT:-3600}

command -v faketime >/dev/null || { echo "faketime is not installed." >&2; exit 2; }
[ -x "$tests" ] || { echo "Build the tests first: dotnet build" >&2; exit 2; }
mkdir -p "$logs"

hours() {
    cat <<'HOURS'
Europe/Berlin 2026-11-28 23:30:00
Europe/Berlin 2026-12-31 23:50:00
UTC 2028-02-29 12:00:00
Europe/Berlin 2027-03-28 01:58:00
Europe/Berlin 2026-10-25 02:30:00
America/New_York 2027-03-14 01:58:00
America/New_York 2026-11-01 01:30:00
HOURS
}

[ $# -gt 0 ] && list=$(printf '%s\n' "$@") || list=$(hours)

worst=0
printf '%-17s %-20s %7s %7s %8s\n' zone date passed failed skipped
while read -r zone day hour; do
    log=$logs/$(echo "$zone-$day-$hour" | tr '/:' '--').log
    # ARGUMENTS is split into words on purpose.
    # shellcheck disable=SC2086
    TZ=$zone NO_FAKE_STAT=1 DONT_FAKE_MONOTONIC=1 FAKETIME_DONT_FAKE_MONOTONIC=1 \
        timeout -k 60 "$limit" faketime -f "@$day $hour" "$tests" -noColor ${ARGUMENTS:-} >"$log" 2>&1 </dev/null
    sum=$(sed -n 's/.*Total: \([0-9]*\), Errors: \([0-9]*\), Failed: \([0-9]*\), Skipped: \([0-9]*\).*/\1 \2 \3 \4/p' "$log" | tail -1)
    if [ -z "$sum" ]; then
        printf '%-17s %-20s %s\n' "$zone" "$day $hour" "did not end: $log"
        worst=1
        continue
    fi
    # shellcheck disable=SC2086
    set -- $sum
    failed=$(($2 + $3))
    [ "$failed" -eq 0 ] || worst=1
    printf '%-17s %-20s %7d %7d %8d\n' "$zone" "$day $hour" $(($1 - failed - $4)) "$failed" "$4"
done <<LIST
$list
LIST
exit $worst
