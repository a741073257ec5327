"""All groups of registers in the order of the tree."""

from ui.noun_pages import Group
from ui.nouns import bases, giving, main, negotiation, resources, sending, settings, supervisors, talents, titles

GROUPS: tuple[Group, ...] = (
    main.GROUP,
    negotiation.GROUP,
    talents.GROUP,
    titles.GROUP,
    resources.GROUP,
    supervisors.GROUP,
    bases.GROUP,
    giving.GROUP,
    sending.GROUP,
    settings.GROUP,
)
