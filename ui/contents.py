"""The pages of the window, in the order of the rail; an aspect's own page (SECTION 'aspects') goes before import."""

from ui.page import Page
from ui.pages.agenda import AgendaPage
from ui.pages.bases import BasesPage
from ui.pages.coverage import CoveragePage
from ui.pages.history import HistoryPage
from ui.pages.home import HomePage
from ui.pages.importing import ImportPage
from ui.pages.letters import LettersPage
from ui.pages.meetings import MeetingsPage
from ui.pages.pairing import PairingPage
from ui.pages.path import PathPage
from ui.pages.placements import PlacementsPage
from ui.pages.registers import RegistersPage
from ui.pages.resources import ResourcesPage
from ui.pages.scoreboard import ScoreboardPage
from ui.pages.students import StudentsPage
from ui.pages.supervising import SupervisingPage
from ui.pages.supervisors import SupervisorsPage
from ui.pages.technology import TechnologyPage
from ui.pages.titles import TitlesPage

PAGES: tuple[type[Page], ...] = (
    HomePage,
    StudentsPage,
    SupervisorsPage,
    BasesPage,
    PairingPage,
    PlacementsPage,
    LettersPage,
    AgendaPage,
    MeetingsPage,
    PathPage,
    ResourcesPage,
    CoveragePage,
    TechnologyPage,
    SupervisingPage,
    ScoreboardPage,
    TitlesPage,
    ImportPage,
    HistoryPage,
    RegistersPage,
)
