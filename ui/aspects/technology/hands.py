"""What the page of technology contracts does with money: an instalment is invoiced, and received in part or in full."""

from collections.abc import Callable

from ptman.aspects.technology import paying
from ptman.aspects.technology.reading import Contract, Instalment
from ptman.labels import Label
from ptman.register import cards
from ptman.rules import dates, measures
from ui import day
from ui.aspects import asking
from ui.page_hands import PageHands

INVOICE, RECEIVE = Label("登记开票", "Enter an invoice"), Label("登记到账", "Enter a payment")


class TechHands(PageHands):
    """Each deed is one step that can be undone."""

    def invoice(self, one: Contract) -> None:
        """The first instalment that has none."""
        pay = to_invoice(one)
        if pay is None:
            return

        def do(values: asking.Values) -> str:
            ref = self._desk.read(cards.card, "contract_payment", pay.id).ref
            on = dates.date(str(values["invoiced_on"])).must()
            self._desk.write(paying.invoice, ref, str(values["invoice_no"] or ""), on, day.today())
            return pay.id

        self._ask(INVOICE, pay, (("invoice_no", "invoiced_on"), {"invoiced_on": day.today()}), do)

    def receive(self, one: Contract) -> None:
        """The first instalment that is invoiced and not yet received in full; what is left of it is filled in."""
        pay = to_receive(one)
        if pay is None:
            return

        def do(values: asking.Values) -> str:
            ref = self._desk.read(cards.card, "contract_payment", pay.id).ref
            on = dates.date(str(values["received_on"])).must()
            self._desk.write(paying.receive, ref, paying.cents(str(values["received"])), on, day.today())
            return pay.id

        left = measures.yuan(pay.planned - pay.received)
        self._ask(RECEIVE, pay, (("received", "received_on"), {"received": left, "received_on": day.today()}), do)

    def _ask(
        self, verb: Label, pay: Instalment, form: tuple[tuple[str, ...], dict[str, object]], do: Callable[..., str]
    ) -> None:
        keys, preset = form
        title = verb.plus(Label(f"第 {pay.seq} 期", f"no. {pay.seq}"), " · ")
        said = Label(f"已{verb.zh}", f"Done: {verb.en.lower()}")
        wish = (title, "contract_payment", keys, preset)
        asking.ask(self._desk, self._page.window(), wish, (do, lambda _key: self.told.emit(said)))


def to_invoice(one: Contract) -> Instalment | None:
    return next((pay for pay in one.instalments if str(pay.status) == "planned"), None)


def to_receive(one: Contract) -> Instalment | None:
    return next((pay for pay in one.instalments if str(pay.status) in {"invoiced", "part_received"}), None)
