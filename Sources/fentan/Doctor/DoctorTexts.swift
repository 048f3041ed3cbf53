import Documents
import Subsidy

/// What `fentan doctor` says.
enum DoctorTexts {
    static func name(of topic: Diagnosis.Topic) -> Text {
        switch topic {
        case .program: Text(zh: "程序", en: "program")
        case .libraries: Text(zh: "程序库", en: "libraries")
        case .locale: Text(zh: "区域设置", en: "locale")
        case .clock: Text(zh: "时钟与时区", en: "clock and time zone")
        case .settings: Text(zh: "设置", en: "settings")
        case .tables: Text(zh: "名册与表格", en: "roster and tables")
        case .exports: Text(zh: "导出文件", en: "exports")
        case .permissions: Text(zh: "权限", en: "permissions")
        case .disk: Text(zh: "磁盘空间", en: "free disk")
        case .lock: Text(zh: "锁", en: "lock")
        case .ledger: Text(zh: "台账", en: "ledger")
        case .key: Text(zh: "签名密钥", en: "signing key")
        case .nextYear: Text(zh: "下一年度", en: "next year")
        }
    }

    static func sum(of diagnoses: [Diagnosis]) -> Text {
        let count = diagnoses.count { !$0.isFine }
        if count == 0 {
            return Text(zh: "全部正常。", en: "everything is fine.")
        }
        return Text(
            zh: "\(count) 项需处理，共查 \(diagnoses.count) 项。",
            en: "\(count) of \(diagnoses.count) to mend.")
    }

    // MARK: - The machine

    static func program(_ version: String, commit: String?) -> Text {
        let commit = commit.map { ", commit \($0)" } ?? ""
        return Text(zh: "fentan \(version)\(commit)", en: "fentan \(version)\(commit)")
    }

    static func libraries(_ libraries: [LinkedLibrary]) -> Text {
        let list = libraries.map { "\($0.name) \($0.version)" }.joined(separator: ", ")
        return Text(zh: list, en: list)
    }

    static func tooOld(_ library: LinkedLibrary) -> Text {
        let (name, version, oldest) = (library.name, library.version, library.oldest ?? "")
        return Text(
            zh: "\(name) \(version) 太旧，至少需要 \(oldest)。请升级系统的软件包。",
            en: "\(name) \(version) is too old; \(oldest) is needed. Upgrade the system's package.")
    }

    static func locale(_ name: String?, _ language: Language) -> Text {
        let name = name ?? "C"
        return switch language {
        case .zh: Text(zh: "\(name)，消息用中文。", en: "\(name), messages are Chinese.")
        case .en: Text(zh: "\(name)，消息用英文。", en: "\(name), messages are English.")
        }
    }

    static func noUTF8(_ name: String) -> Text {
        Text(
            zh: "\(name) 不是 UTF-8，终端会显示乱码。请设 LANG=zh_CN.UTF-8 或 C.UTF-8。",
            en: "\(name) is not UTF-8, so a terminal garbles what is said. Set LANG to C.UTF-8 or "
                + "zh_CN.UTF-8.")
    }

    static func clock(_ today: CalendarDate, zone: String) -> Text {
        Text(
            zh: "中国今天是 \(today)；本机时区 \(zone)，结果与它无关。",
            en: "it is \(today) in China; the zone here is \(zone), and no result depends on it.")
    }

    static func pastClock(_ today: CalendarDate) -> Text {
        Text(
            zh: "时钟显示今天是 \(today)，显然不对；未写明的付款日会照它取。请校准时钟。",
            en:
                "the clock says \(today), which cannot be; a payment date that is not set follows it. "
                + "Set the clock.")
    }

    static func unknownZone(_ zone: String) -> Text {
        Text(
            zh: "TZ=\(zone) 不是本机所知的时区，定时任务会按 UTC 运行。请改为 Asia/Shanghai，或安装 tzdata。",
            en: "TZ=\(zone) is no zone that this machine knows, so timers go by UTC. Set it to "
                + "Asia/Shanghai, or install tzdata.")
    }

    // MARK: - The programme

    static func settings(_ programme: Programme, isSample: Bool) -> Text {
        let (year, pool) = (programme.year, programme.pool)
        return isSample
            ? Text(
                zh: "\(year) 年度，\(pool) 元；付款单位仍是样例，付款前请按 fentan.yaml 开头所写换成真实内容。",
                en:
                    "\(year), \(pool) yuan; the payer is still the sample's: before anything is paid, "
                    + "put real ones in its place, as the head of fentan.yaml says.")
            : Text(zh: "\(year) 年度，\(pool) 元。", en: "\(year), \(pool) yuan.")
    }

    static func tables(enterprises: Int) -> Text {
        Text(
            zh: "名册上 \(enterprises) 家企业，各表均可读。",
            en: "\(Texts.plural(enterprises, "enterprise")) on the roster; every table can be read."
        )
    }

    static func exports(_ count: Int, bytes: Int) -> Text {
        Text(
            zh: "\(count) 个文件，\(megabytes(bytes)) MB。",
            en: "\(Texts.plural(count, "file")), \(megabytes(bytes)) MB.")
    }

    static let permissions = Text(
        zh: "输入可读，输出可写，他人不可读写。",
        en: "inputs can be read and outputs written, and nobody else may do either.")

    static func unreadable(_ path: String) -> Text {
        Text(
            zh: "\(path)：当前用户不可读。请运行 chown 或 chmod u+r。",
            en: "\(path): this user cannot read it. Change its owner (chown), or run chmod u+r.")
    }

    static func unwritable(_ path: String) -> Text {
        Text(
            zh: "\(path)：当前用户不可写入，输出无处可放。请运行 chown 或 chmod u+wx，或另指一处。",
            en: "\(path): this user cannot write into it, where it must. Change its owner (chown), "
                + "run chmod u+wx, or name another place.")
    }

    static func writableByOthers(_ path: String, folder: String) -> Text {
        Text(
            zh: "\(path)：本机任何用户都能改动，也就能改变付款。请运行：chmod -R o= \(NextCommand.word(folder))",
            en:
                "\(path): anybody on this machine can change it, and so who is paid. Run: chmod -R o= "
                + NextCommand.word(folder))
    }

    static func readableByOthers(_ path: String, folder: String) -> Text {
        Text(
            zh: "\(path)：本机任何用户都能读到账号和收件人。请运行：chmod -R o= \(NextCommand.word(folder))",
            en:
                "\(path): anybody on this machine can read accounts and recipients. Run: chmod -R o= "
                + NextCommand.word(folder))
    }

    static func disk(_ place: String, free: Int) -> Text {
        Text(
            zh: "\(place) 尚有 \(megabytes(free)) MB。",
            en: "\(megabytes(free)) MB at \(place).")
    }

    static func short(_ short: DiskSpace.Short) -> Text {
        let (place, free, needed) = (
            short.place, megabytes(short.free), megabytes(short.needed)
        )
        return Text(
            zh: "\(place) 只剩 \(free) MB，本年度可能需要 \(needed) MB。请清理磁盘，或用 --output 另指一处。",
            en:
                "\(free) MB are left at \(place), and this year may need \(needed). Make room, or name "
                + "another place with --output.")
    }

    static let nobodyAtWork = Text(zh: "没有其他运行。", en: "no other run is at work.")

    static func interrupted(_ output: String) -> Text {
        Text(
            zh: "没有其他运行；\(output) 上次中断，下次运行会自行补齐或清除。",
            en:
                "no other run is at work; one of \(output) was interrupted, and the next one finishes "
                + "it or takes it away.")
    }

    static func noLedgerYet(_ path: String) -> Text {
        Text(
            zh: "\(path) 尚未建立，首次发布时建立。",
            en: "\(path) is not there yet; the first publication makes it.")
    }

    static func ledger(_ path: String, years: Int) -> Text {
        Text(
            zh: "\(path)：完好，记有 \(years) 个年度。",
            en: "\(path): sound, with \(Texts.plural(years, "year")) in it.")
    }

    static func ledgerNotPrivate(_ path: String) -> Text {
        Text(
            zh: "\(path)：可被他人读写。请运行 chmod 600 \(path)。",
            en: "\(path): others may read or write it. Run chmod 600 \(path).")
    }

    static let noKey = Text(
        zh: "未设 signing-key，发布的文件不签名。", en: "none is set, so what is published is not signed.")

    static func key(fingerprint: String) -> Text {
        Text(
            zh: "可用，只有所有者可读；公钥指纹 \(fingerprint)。",
            en: "it can be used, and its owner alone can read it; its public key is \(fingerprint)."
        )
    }

    static func notNamedByYear(year: Int) -> Text {
        Text(
            zh: "文件夹不以年份 \(year) 为名，未查找下一年度的文件夹。",
            en: "the folder is not named \(year), so the next one is not looked for.")
    }

    static func nextReady(_ folder: String) -> Text {
        Text(zh: "\(folder) 已备好。", en: "\(folder) is there.")
    }

    static func nextNotYet(_ folder: String, year: Int) -> Text {
        Text(
            zh: "\(folder) 在 \(year)-01-01 之前无需建立；届时运行 fentan init \(folder)。",
            en: "\(folder) is not needed before \(year)-01-01; fentan init \(folder) makes it.")
    }

    static func nextMissing(_ folder: String) -> Text {
        Text(
            zh: "\(folder)：下一年度已经开始，文件夹还没有。请运行 fentan init \(folder)。",
            en: "\(folder): the next year has begun, and its folder is missing. Run fentan init "
                + "\(folder).")
    }

    static func otherYear(_ other: OtherYear) -> Text {
        let (folder, year) = (other.folder, other.year)
        return Text(
            zh: "\(folder)：fentan.yaml 写的是 \(year) 年度，与文件夹名不符。请更正 year。",
            en: "\(folder): its fentan.yaml says year \(year). Correct year.")
    }

    /// With thousands separated, one at least.
    private static func megabytes(_ bytes: Int) -> String {
        Figures.grouped(String(max(1, bytes / 1_000_000)))
    }
}
