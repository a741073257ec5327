"""The page of shared teaching resources: the catalogue, the requests, the week, give and take."""

from ptman.labels import Label
from ui.aspects.resources.balance_page import BalancePage
from ui.aspects.resources.week_page import WeekPage
from ui.nouns.resource_uses import UsesRegister
from ui.nouns.resources import ResourcesRegister
from ui.pages.tabbed import TabbedPage


class ResourcesPage(TabbedPage):
    """Each tab is a page of its own."""

    KEY = "resources"
    TITLE = Label("教学资源", "Resources")
    ICON = "book-open"
    GUIDE = "resources"
    SECTION = "aspects"
    TABS = (
        (Label("资源目录", "Catalogue"), ResourcesRegister),
        (Label("一周安排", "Week"), WeekPage),
        (Label("申请与使用", "Requests and uses"), UsesRegister),
        (Label("互用统计", "Give and take"), BalancePage),
    )
