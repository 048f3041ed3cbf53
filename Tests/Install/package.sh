#!/bin/sh
# Installs the Debian package in a new Debian of its own, runs it there, and takes it away; as root.
#   Tests/Install/package.sh FILE
set -eu
file=$(realpath "$1")
cd "$(dirname "$0")/../.."
fail() { echo "package: $*" >&2; exit 1; }
[ "$(id -u)" -eq 0 ] || fail "a new Debian is made by root alone"
# What is mounted for it nobody else sees.
[ -n "${FENTAN_APART:-}" ] || FENTAN_APART=yes exec unshare -m "$PWD/Tests/Install/package.sh" "$file"
scripts/install-packages debootstrap systemd-container
# The system that the binary was built for.
release=$(. /etc/os-release && echo "$VERSION_CODENAME")
root=$(mktemp -d)
# Users other than root go through it, too.
chmod 755 "$root"
trap 'umount -q "$root/proc" || true; rm -rf --one-file-system "$root"' EXIT
debootstrap --variant=minbase --include=systemd-sysv,dbus,tzdata "$release" "$root" http://deb.debian.org/debian >"$root.log" 2>&1 ||
    fail "no new Debian: $(tail -3 "$root.log")"
rm "$root.log"
mountpoint -q "$root/proc" || mount -t proc proc "$root/proc"
cp /etc/resolv.conf "$root/etc/resolv.conf"
cp "$file" "$root/root/fentan.deb"
within() { LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive chroot "$root" "$@"; }
swift=$(find "$root" -xdev -name 'libswift*' -o -xdev -name swiftc)
[ -z "$swift" ] || fail "there is Swift in it: $swift"

within apt-get -qq install -y --no-install-recommends /root/fentan.deb >/dev/null 2>&1 ||
    fail "it cannot be installed"
within ldd /usr/bin/fentan | grep 'not found' && fail "a library is missing"
within fentan --version
within su -s /bin/sh fentan -c '
    set -e
    cd /var/lib/fentan
    fentan init 2026
    fentan doctor 2026
    fentan check 2026
    fentan run 2026
    fentan verify 2026/out
    fentan status 2026
    fentan settle 2026 2026/none.csv && exit 1
    (cd 2026/out && sha256sum -c --quiet SHA256SUMS)'
[ -f "$root/usr/lib/systemd/system/fentan.timer" ] || fail "the timer is missing"
[ "$(stat -c %a "$root/var/lib/fentan")" = 700 ] || fail "others can read the years"

# The service as systemd runs it, with all that is forbidden to it; and what a failure starts.
within rm -r /var/lib/fentan/2026
cat > "$root/root/boot.sh" <<'END'
year=/var/lib/fentan/$(($(TZ=CST-8 date +%Y) - 1))
su -s /bin/sh fentan -c "fentan init $year"
systemctl start fentan.service && journalctl -u fentan.service -o cat --no-pager
su -s /bin/sh fentan -c "fentan verify $year/out" && mv $year/out /var/lib/fentan/kept
rm -r $year
systemctl start fentan.service || systemctl show -p ExecMainStatus fentan.service
sleep 2
journalctl -t fentan -o cat --no-pager
systemctl enable --now fentan.timer && systemctl is-active fentan.timer
systemctl disable --now fentan.timer
systemctl poweroff
END
cat > "$root/etc/systemd/system/boot.service" <<'END'
[Service]
ExecStart=/bin/sh -x /root/boot.sh
StandardOutput=file:/root/boot.log
StandardError=file:/root/boot.trace
[Install]
WantedBy=multi-user.target
END
within systemctl -q enable boot.service
umount "$root/proc"
timeout 300 systemd-nspawn -q -D "$root" --boot --keep-unit --register=no >/dev/null 2>&1 || true
for words in "published: /var/lib/fentan/" "every check holds" "ExecMainStatus=66" \
    "fentan.service failed: see journalctl" active; do
    grep -q "$words" "$root/root/boot.log" || fail "under systemd no “$words”: $(
        cat "$root/root/boot.log" "$root/root/boot.trace")"
done
mount -t proc proc "$root/proc"

within dpkg --purge fentan >/dev/null
left=$(cd "$root" && find usr etc -name '*fentan*')
[ -z "$left" ] || fail "left behind: $left"
[ -f "$root/var/lib/fentan/kept/SHA256SUMS" ] || fail "the years went with it"
echo "package: installed, run, started by systemd and taken away in a new Debian ($release) without Swift"
