#!/bin/sh
# Installs a binary into a folder of the test's own, looks at every file of it, and takes it away.
#   Tests/Install/install.sh FENTAN
set -eu
FENTAN=$(realpath "$1")
export FENTAN
cd "$(dirname "$0")/../.."
tree=$PWD
scripts/install-packages man-db systemd
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
fail() { echo "install: $*" >&2; exit 1; }

DESTDIR=$scratch/root scripts/install --prefix /usr/local >/dev/null
cd "$scratch/root/usr/local"
"$PWD/bin/fentan" --version | grep -q '^fentan [0-9]' || fail "the binary does not run"

# A page that roff has nothing to say against, and that names every command.
LC_ALL=C.UTF-8 man --warnings -l -Tutf8 share/man/man1/fentan.1 >"$scratch/page" 2>"$scratch/warnings"
[ ! -s "$scratch/warnings" ] || fail "the manual: $(cat "$scratch/warnings")"
for command in run check explain verify compare settle status profiles keys init doctor; do
    grep -q "^\.Ss $command$" share/man/man1/fentan.1 || fail "the manual lacks $command"
done
grep -q '^\.It 78$' share/man/man1/fentan.1 || fail "the manual lacks exits"

bash -n share/bash-completion/completions/fentan
if command -v zsh >/dev/null; then zsh -n share/zsh/site-functions/_fentan; fi
if command -v fish >/dev/null; then fish -n share/fish/vendor_completions.d/fentan.fish; fi
grep -q '^#compdef fentan' share/zsh/site-functions/_fentan || fail "zsh does not know its own"
grep -q "complete -c 'fentan'" share/fish/vendor_completions.d/fentan.fish || fail "nor does fish"

# Units name the binary where a real installation has it, so that is where they are read.
for unit in lib/systemd/system/*; do
    sed "s|/usr/local/bin/fentan|$PWD/bin/fentan|" "$unit" > "$scratch/$(basename "$unit")"
done
(cd "$scratch" && MANPATH=$scratch/root/usr/local/share/man systemd-analyze verify ./fentan.service ./fentan.timer ./fentan-failed.service) \
    >"$scratch/said" 2>&1 || fail "the units: $(cat "$scratch/said")"
[ ! -s "$scratch/said" ] || fail "the units: $(cat "$scratch/said")"
systemd-analyze security --offline=true --threshold=20 --no-pager "$scratch/fentan.service" \
    >"$scratch/security" || fail "the service: $(tail -1 "$scratch/security")"
tail -1 "$scratch/security"
day=$(sed -n 's/^OnCalendar=//p' lib/systemd/system/fentan.timer)
TZ=UTC systemd-analyze calendar --base-time='2027-01-01 00:00:00 UTC' "$day" |
    grep -q 'Thu 2027-01-14 18:00:00 UTC' || fail "the timer's day: $day"

# What cron and systemd would run, in a folder of the year before.
year=$(($(TZ=CST-8 date +%Y) - 1))
command=$(sed -n 's/^0 2 15 1 \*  fentan  //p' share/doc/fentan/fentan.cron)
case $command in *[!\\]%*) fail "cron would cut the line at a %" ;; esac
"$PWD/bin/fentan" init "$scratch/$year" >/dev/null
line=$(printf '%s' "$command" | sed "s|\\\\%|%|g; s|/usr/local/bin|$PWD/bin|; s|/var/lib/fentan|$scratch|")
sh -c "$line" >"$scratch/said" 2>&1 || fail "the line of cron: $(cat "$scratch/said")"
[ ! -s "$scratch/said" ] || fail "cron would mail: $(cat "$scratch/said")"
[ -f "$scratch/$year/out/SHA256SUMS" ] || fail "the line of cron publishes nothing"
rm -r "$scratch/$year/out" "$scratch/$year"/trial*
line=$(sed -n "s|^ExecStart=/bin/sh -c '\(.*\)'$|\1|p" "$scratch/fentan.service" |
    sed "s|%S/fentan|$scratch|; s|%%|%|g; s|\\$\\$|\$|g")
sh -c "$line" >/dev/null
[ -f "$scratch/$year/out/SHA256SUMS" ] || fail "the service publishes nothing"

cd "$tree"
DESTDIR=$scratch/root scripts/install --uninstall --prefix /usr/local >/dev/null
# Debian has share/man of its own, and a link to it.
left=$(find "$scratch/root/usr/local" -mindepth 2 ! -path '*/share/man')
[ -z "$left" ] || fail "left behind: $left"
echo "install: every file is in order, and goes again"
