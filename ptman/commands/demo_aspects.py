"""Fills the sample office with the six aspects, and says for each what it holds now."""

from datetime import date

from ptman import db, undo
from ptman.labels import Label
from ptman.models.core import nouns
from ptman.register import counts
from ptman.samples import aspects

MOST = 5


def fill(opened: db.Database, today: date) -> list[Label]:
    """One line for each aspect: the sentence of its change set, and how many records of which kinds it made."""
    every = tuple(nouns())
    lines = []
    before = opened.read(counts.counts, every)
    for one in aspects.FILLS:
        opened.write(one, today)
        after = opened.read(counts.counts, every)
        last = opened.read(undo.standing).last
        made = {noun: after[noun] - before[noun] for noun in every if after[noun] > before[noun]}
        if made and last is not None:
            lines.append(_said(last.sentence, made))
        before = after
    return lines


def _said(sentence: Label, made: dict[str, int]) -> Label:
    """The kinds with the most records first."""
    largest = sorted(made, key=lambda noun: -made[noun])[:MOST]
    labels = {noun: nouns()[noun].LABEL for noun in largest}
    zh = "、".join(f"{labels[noun].zh} {made[noun]}" for noun in largest)
    en = ", ".join(f"{labels[noun].en} {made[noun]}" for noun in largest)
    rest = sum(made.values()) - sum(made[noun] for noun in largest)
    more = Label(f"，另有 {rest} 条", f" and {rest} more") if rest else Label("", "")
    return Label(f"{sentence.zh}：{zh}{more.zh}", f"{sentence.en}: {en}{more.en}")
