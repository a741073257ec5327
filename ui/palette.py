"""The colours of the window, light and dark, each named by what it is for."""

from dataclasses import dataclass, fields
from enum import StrEnum

from PySide6.QtGui import QColor, QPalette


class Tone(StrEnum):
    """What a colour says; a word or a shape always says it too."""

    PLAIN = "plain"
    QUIET = "quiet"
    ACCENT = "accent"
    OVERDUE = "overdue"
    SOON = "soon"
    DONE = "done"
    ON_FILL = "on_fill"


@dataclass(frozen=True, slots=True)
class Tones:
    """One theme. Names ending in `_soft` are backgrounds for the ink of the same name."""

    ground: str
    paper: str
    hover: str
    line: str
    edge: str
    ink: str
    quiet: str
    off: str
    accent: str
    accent_soft: str
    accent_fill: str
    on_fill: str
    overdue: str
    overdue_soft: str
    soon: str
    soon_soft: str
    done: str
    done_soft: str

    def ink_of(self, tone: Tone) -> str:
        return {
            Tone.PLAIN: self.ink,
            Tone.QUIET: self.quiet,
            Tone.ACCENT: self.accent,
            Tone.OVERDUE: self.overdue,
            Tone.SOON: self.soon,
            Tone.DONE: self.done,
            Tone.ON_FILL: self.on_fill,
        }[tone]

    def soft_of(self, tone: Tone) -> str:
        return {
            Tone.PLAIN: self.hover,
            Tone.QUIET: self.hover,
            Tone.ACCENT: self.accent_soft,
            Tone.OVERDUE: self.overdue_soft,
            Tone.SOON: self.soon_soft,
            Tone.DONE: self.done_soft,
            Tone.ON_FILL: self.accent_fill,
        }[tone]

    def by_name(self) -> dict[str, str]:
        return {field.name: getattr(self, field.name) for field in fields(self)}


LIGHT = Tones(
    ground="#f5f6f8",
    paper="#ffffff",
    hover="#eceff3",
    line="#e3e6eb",
    edge="#c9cfd8",
    ink="#1d2129",
    quiet="#586170",
    off="#9aa2ae",
    accent="#1d4b9a",
    accent_soft="#e4ecf9",
    accent_fill="#1d4b9a",
    on_fill="#ffffff",
    overdue="#b3261e",
    overdue_soft="#fcebe9",
    soon="#8a4b00",
    soon_soft="#fdf1d8",
    done="#1b6b3a",
    done_soft="#e4f3e9",
)

DARK = Tones(
    ground="#191b1f",
    paper="#1f2226",
    hover="#2a2e34",
    line="#30343b",
    edge="#464c56",
    ink="#e4e7eb",
    quiet="#a3acb8",
    off="#686f7a",
    accent="#93b5f2",
    accent_soft="#263754",
    accent_fill="#2f62b8",
    on_fill="#ffffff",
    overdue="#ff9e94",
    overdue_soft="#43221f",
    soon="#f0bd62",
    soon_soft="#3f3115",
    done="#82d3a3",
    done_soft="#1c3828",
)

PAIRS: tuple[tuple[str, str], ...] = (
    ("ink", "ground"),
    ("ink", "paper"),
    ("ink", "hover"),
    ("ink", "accent_soft"),
    ("ink", "soon_soft"),
    ("ink", "done_soft"),
    ("quiet", "ground"),
    ("quiet", "paper"),
    ("quiet", "hover"),
    ("quiet", "accent_soft"),
    ("accent", "ground"),
    ("accent", "paper"),
    ("accent", "accent_soft"),
    ("accent", "hover"),
    ("on_fill", "accent_fill"),
    ("overdue", "paper"),
    ("overdue", "ground"),
    ("overdue", "overdue_soft"),
    ("overdue", "accent_soft"),
    ("soon", "paper"),
    ("soon", "ground"),
    ("soon", "soon_soft"),
    ("soon", "accent_soft"),
    ("done", "paper"),
    ("done", "ground"),
    ("done", "done_soft"),
    ("done", "accent_soft"),
)
"""Every ink the window lays on a ground: each must reach 4.5 : 1 (WCAG 2.1, 1.4.3)."""


_KNEE = 0.04045
"""Below it sRGB is a straight line."""


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.1, relative luminance)."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= _KNEE else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def of(palette: QPalette) -> Tones:
    """The theme a widget wears, read from its own palette, so that nobody has to be told."""
    return DARK if palette.color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT  # noqa: PLR2004 - half of 256


def qt_palette(tones: Tones) -> QPalette:
    """Fusion's roles in our colours."""
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    palette = QPalette()
    colours = {
        role.Window: tones.ground, role.WindowText: tones.ink, role.Base: tones.paper,
        role.AlternateBase: tones.ground, role.Text: tones.ink, role.Button: tones.ground,
        role.ButtonText: tones.ink, role.BrightText: tones.overdue, role.Highlight: tones.accent_soft,
        role.HighlightedText: tones.ink, role.Link: tones.accent, role.LinkVisited: tones.accent,
        role.ToolTipBase: tones.paper, role.ToolTipText: tones.ink, role.PlaceholderText: tones.quiet,
        role.Light: tones.paper, role.Midlight: tones.hover, role.Mid: tones.line, role.Dark: tones.edge,
        role.Shadow: tones.edge, role.Accent: tones.accent_fill,
    }  # fmt: skip
    for name, colour in colours.items():
        palette.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(group.Disabled, name, QColor(tones.off))
    return palette
