"""What `ptman supervise leave` says: who moves, what else is touched, whom to tell."""

from datetime import date

from ptman import db
from ptman.aspects.double import consequences
from ptman.aspects.double.consequences import Consequences, Rehearsed
from ptman.aspects.double.leaving_rows import Foreseen
from ptman.labels import Label, Lang, same


def rehearsed(opened: db.Database, seen: Foreseen, today: date) -> Consequences:
    """What else it brings, found by doing it and taking it back."""
    try:
        opened.write(consequences.rehearse, seen, today)
    except Rehearsed as told:
        return told.found
    raise RuntimeError("a rehearsal ends by raising what it found")


def lines(seen: Foreseen, found: Consequences, lang: Lang, *, kept: bool) -> tuple[Label, ...]:
    least = Label("，已证明不能再少", ", proved to be the fewest") if seen.least else same("")
    head = Label(
        f"{seen.title.zh}：变动 {seen.students} 人{least.zh}，暂缺 {len(seen.vacant)} 项",
        f"{seen.title.en}: {seen.students} students move{least.en}, {len(seen.vacant)} left vacant",
    )
    told = [head]
    told += [
        same(
            f"  {one.number} {one.name}  {one.role.label.text(lang)} {one.old} → {one.new or '—'}  {one.why.text(lang)}"
        )
        for one in seen.moves
    ]
    told += [Label(f"  将过时的函件 {one.number}", f"  letter out of date: {one.number}") for one in found.letters]
    told += [
        Label(
            f"  涉及协议 {one.number} {one.title}：{one.why.zh}", f"  agreement {one.number} {one.title}: {one.why.en}"
        )
        for one in found.agreements
    ]
    told += [
        same(f"  {one.name}（{one.part.text(lang)}）{one.mobile} {one.email}  {one.what.text(lang)}")
        for one in found.people
    ]
    done = Label("已作为一步执行，可以撤销。", "Applied as one step that can be undone.")
    look = Label("只是预演，未作任何改动；加 --keep 执行。", "A rehearsal: nothing was changed; --keep applies it.")
    return (*told, done if kept else look)
