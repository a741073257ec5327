"""The notice by which a negotiated price is publicised, as the law on results asks."""

from datetime import date

from sqlalchemy.orm import Session

from ptman.aspects.technology import reading
from ptman.errors import PtmanError
from ptman.labels import Label, Lang
from ptman.models import TechContract
from ptman.models.choices_technology import PriceMethod
from ptman.register.sender import sender
from ptman.reports.report import Facts, Paragraph, Report, Signature

TITLE = Label("科技成果协议定价公示", "Publicity of a negotiated price")
INTRO = Label(
    "依据《促进科技成果转化法》第十八条，现将下列科技成果的名称和拟交易价格予以公示。公示期内有异议的，请以书面形式实名反映。",
    "Under article 18 of the law on promoting the transformation of scientific results, the name and the intended "
    "price are hereby publicised. Objections are to be made in writing, signed, within the time of publicity.",
)


def notice_of(session: Session, contract_id: str, today: date, lang: Lang) -> Report:
    """PtmanError `not-negotiated`, `publicity-open`, `no-parameter`."""
    row = session.get_one(TechContract, contract_id)
    if row.price_method is not PriceMethod.NEGOTIATED:
        raise PtmanError(
            "not-negotiated",
            f"{row.contract_no} 不是协议定价，不需要公示。",
            f"The price of {row.contract_no} was not negotiated, so no publicity is needed.",
        )
    if row.publicity_from is None or row.publicity_to is None or row.amount is None:
        raise PtmanError(
            "publicity-open",
            f"{row.contract_no} 的公示起止日期或金额没有填写。",
            f"The days of publicity or the amount of {row.contract_no} are missing.",
        )
    one = next(each for each in reading.contracts(session, today) if each.id == contract_id)
    by = sender(session, today, lang)
    pairs = (
        (Label("成果名称", "Result"), row.name),
        (Label("交易方式", "Kind"), one.kind.label.text(lang)),
        (Label("转让/许可方", "Seller"), one.seller.text(lang) if row.seller_id else by.name),
        (Label("受让方", "Buyer"), one.buyer.text(lang) if row.buyer_id else by.name),
        (Label("拟交易价格（元）", "Intended price (yuan)"), f"{row.amount // 100:,}.{row.amount % 100:02d}"),
        (Label("公示期", "Time of publicity"), f"{row.publicity_from} – {row.publicity_to}"),
    )
    facts = Facts(tuple((label.text(lang), said) for label, said in pairs), across=1)
    blocks = (Paragraph(INTRO.text(lang)), facts, Signature(by.name, today.isoformat()))
    return Report(TITLE.text(lang), blocks, today, lang, issuer=by.name, trace=row.contract_no)
