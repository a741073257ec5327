"""What is done with the files of a record: add, open after a question, save elsewhere, remove; on the worker."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from ptman import files
from ptman.errors import PtmanError
from ptman.labels import Label
from ptman.register import attachments
from ptman.register.attachments import Attached
from ui import day, errors, file_choice
from ui.around import opened_files
from ui.around.reading import Doing
from ui.dialogs.question import Asked, Question
from ui.work import Step

ANY = Label("PDF、图片、文档 (*)", "PDF, pictures, documents (*)")
ADDING = Label("添加附件", "Attaching")
OPEN = Label("打开附件", "Open the attachment")
NOT_ADDED = Label("没有添加", "Not attached")


class Attaching:
    """Works on the files of one record (noun, id)."""

    def __init__(self, to: tuple[str, str], doing: Doing) -> None:
        self._to = to
        self._doing = doing

    def choose(self) -> None:
        file_choice.open_many(self._doing.owner, Label("选择要添加的文件", "Choose files to attach"), ANY, self.add)

    def add(self, paths: Sequence[Path]) -> None:
        """Keep the good ones, each as one step, and say why the others are not."""
        desk, to = self._doing.desk, self._to

        def job(step: Step) -> tuple[int, list[PtmanError]]:
            refused: list[PtmanError] = []
            most = desk.read(attachments.limit, day.today())
            for done, path in enumerate(paths):
                step(done, len(paths))
                try:
                    desk.write(attachments.attach, to, attachments.look(path, most), day.today())
                except PtmanError as error:
                    refused.append(error)
            return len(paths) - len(refused), refused

        desk.work.act(ADDING, job, self._on_added)

    def open(self, one: Attached) -> None:
        """Ask first: what is opened runs in another program."""
        size = attachments.said(one.size)
        what = Label(
            f"“{one.name}”（{size.zh}，{one.by} 于 {one.day} 添加）将以只读副本用其他程序打开。副本在退出时删除。",
            f"{one.name} ({size.en}, added by {one.by} on {one.day}) opens in another program as a read-only copy, "
            "which is removed when you quit.",
        )
        question = Question(Asked(OPEN, what, Label("打开", "Open")), self._doing.owner)
        question.accepted.connect(partial(self._open, one))
        question.open()

    def save(self, one: Attached) -> None:
        title = Label("附件另存为", "Save the attachment as")
        file_choice.save_as(self._doing.owner, title, ANY, one.name, partial(self._write, one))

    def remove(self, one: Attached) -> None:
        desk = self._doing.desk
        said = Label(f"已移除 {one.name}", f"Removed {one.name}")
        name = Label("移除附件", "Removing")
        desk.work.act(name, lambda _step: desk.write(attachments.remove, one.ref), lambda _: self._doing.told(said))

    def _open(self, one: Attached) -> None:
        def job() -> Path:
            return opened_files.copy(one.name, self._doing.desk.read(attachments.content, one.ref.id))

        self._doing.desk.work.ask(job, opened_files.show)

    def _write(self, one: Attached, target: Path) -> None:
        def job(_step: object) -> None:
            files.write_atomically(target, self._doing.desk.read(attachments.content, one.ref.id))

        said = Label(f"已保存到 {target}", f"Saved as {target}")
        self._doing.desk.work.run(Label("另存附件", "Saving"), job, lambda _: self._doing.told(said))

    def _on_added(self, answer: tuple[int, list[PtmanError]]) -> None:
        count, refused = answer
        if refused:
            lines = [one.sentence for one in refused]
            zh, en = "\n".join(one.zh for one in lines), "\n".join(one.en for one in lines)
            errors.tell(NOT_ADDED, Label(zh, en), self._doing.owner)
        if count:
            self._doing.told(Label(f"已添加 {count} 个附件", f"Attached {count} file(s)"))
