"""Streams one XML part through expat within bounds of depth, detail and memory, and refuses any DTD."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from xml.parsers import expat

from ptman.errors import PtmanError
from ptman.intake import bad_files
from ptman.intake.limits import Limits

Attributes = dict[str, str]
Handler = Callable[[Attributes], None]

_DEPTH = 128
# One tag must be kept whole by the parser, and every distinct name for ever.
_TAG_BYTES = 1024 * 1024
_NAMES = 20_000
_ENCODINGS = {"utf-8", "utf8", "us-ascii", "ascii"}


@dataclass(slots=True)
class Tally:
    """What all parts of one workbook have used up so far."""

    name: str
    limits: Limits
    elements: int = 0
    cells: int = 0

    def refusal(self, code: str, **facts: str | float) -> PtmanError:
        return bad_files.refusal(code, self.name, **facts)


class PartScan:
    """Calls a handler for each element whose local name is known; subclasses keep the facts."""

    def __init__(self, tally: Tally, part: str) -> None:
        self.tally = tally
        self.part = part
        self.depth = 0
        self.handlers: Mapping[str, Handler] = {}
        self._by_name: dict[str, Handler] = {}

    def run(self, chunks: Iterable[bytes]) -> None:
        """Read the part to its end; raises PtmanError (damaged, xml-dtd, too-much-detail)."""
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.buffer_size = 64 * 1024
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self.text
        parser.StartDoctypeDeclHandler = self._refuse_dtd
        parser.XmlDeclHandler = self._check_encoding
        fed = 0
        try:
            for chunk in chunks:
                if fed == 0 and 0 in chunk[:4]:
                    raise self._damaged()
                fed += len(chunk)
                parser.Parse(chunk, False)
                if fed - max(parser.CurrentByteIndex, 0) > _TAG_BYTES or len(parser.intern) > _NAMES:
                    raise self.intricate()
            parser.Parse(b"", True)
        except (expat.ExpatError, ValueError, LookupError) as error:
            raise self._damaged() from error

    def text(self, text: str) -> None:
        """Called with each piece of text."""

    def left(self) -> None:
        """Called when an element has ended; `depth` is already its parent's."""

    def intricate(self) -> PtmanError:
        return self.tally.refusal("too-much-detail", part=self.part)

    def _damaged(self) -> PtmanError:
        return self.tally.refusal("damaged", part=self.part)

    def _check_encoding(self, _version: str, encoding: str | None, _standalone: int) -> None:
        """The reader of values takes every part for UTF-8, and would silently find nothing in UTF-16."""
        if encoding is not None and encoding.casefold() not in _ENCODINGS:
            raise self._damaged()

    def _start(self, name: str, attributes: Attributes) -> None:
        self.depth += 1
        self.tally.elements += 1
        if self.depth > _DEPTH or self.tally.elements > self.tally.limits.elements:
            raise self.intricate()
        handler = self._by_name.get(name)
        if handler is None:
            handler = self._by_name[name] = self.handlers.get(local(name), _ignore)
        handler(attributes)

    def _end(self, _name: str) -> None:
        self.depth -= 1
        self.left()

    def _refuse_dtd(self, *_declaration: object) -> None:
        raise self.tally.refusal("xml-dtd")


def local(name: str) -> str:
    """A name without its prefix: some programs write `x:row` where Excel writes `row`."""
    return name.rpartition(":")[2]


def _ignore(_attributes: Attributes) -> None:
    """An element nothing needs to be known about."""
