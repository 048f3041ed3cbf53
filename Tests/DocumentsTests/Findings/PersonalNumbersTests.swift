import Testing

@testable import Documents

struct PersonalNumbersTests {
    @Test(arguments: [
        ("13800138000", "138******00"), ("张三 13800138000", "张三 138******00"),
        ("张三13800138000", "张三138******00"), ("138-0013-8004", "138******04"),
        ("138 0013 8000 张三", "138******00 张三"), ("１３８００１３８０００", "１３８******００"),
        ("+86 13800138000", "+861********00"), ("2026-03-15 13800138000", "2026-03-15 138******00"),
        ("440103199003071234", "440*************34"), ("44010319900307123X", "440*************3X"),
    ])
    func numberOfAPersonIsMasked(cell: String, shown: String) {
        #expect(Excerpt.withoutPersonalNumbers(cell) == shown)
    }

    @Test(arguments: [
        "", "12345678901", "12800138000", "138001380001", "2026-03-15 12:30:45",
        "91440117MA5T00010Y", "999581000012", "138001",
    ])
    func otherNumberIsShown(cell: String) {
        #expect(Excerpt.withoutPersonalNumbers(cell) == cell)
    }
}
