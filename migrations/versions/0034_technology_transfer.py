"""Records technology transfer: projects with their teams, contracts with parties, rights and payments."""

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None

# Enumerations: the closed lists, by the name of their constraint.
CHOICES = {
    "demandsource": "demand achievement roadshow",
    "projectstage": "matching running done stopped",
    "techrole": "leader member student",
    "contracttype": "dev_commissioned dev_cooperative transfer licence consulting service",
    "contractstatus": "lead negotiating contract_review signed registering registered not_registered performing "
    "paused accepted settled closed terminated",
    "paymentmode": "lump_sum instalment royalty royalty_plus_entry",
    "pricemethod": "negotiated listing auction",
    "licencekind": "exclusive sole ordinary",
    "ownership": "buyer seller joint by_clause",
    "acceptanceresult": "pass conditional fail",
    "rightkind": "patent software_copyright know_how ic_layout plant",
    "paymentstatus": "planned invoiced part_received received",
}
# Each column as name:type, `!` where it may not be empty. A number is the length of a text.
TABLES = {
    "tech_project": "project_no:30! name:120! base_id:36 partner_id:36 source:demandsource! subject:60 "
    "stage:projectstage! starts_on:date! ends_on:date confidential:flag! remark:text",
    "tech_member": "project_id:36! seq:int! role:techrole! name:36! unit:80 student_id:36 task:120 starts_on:date "
    "ends_on:date",
    "tech_contract": "contract_no:40! name:120! contract_type:contracttype! project_id:36 buyer_id:36 seller_id:36 "
    "status:contractstatus! signed_on:date valid_from:date valid_to:date amount:big "
    "tech_amount:big payment_mode:paymentmode royalty_note:text price_method:pricemethod "
    "publicity_from:date publicity_to:date licence_kind:licencekind ownership:ownership "
    "reward_ratio:int registration_no:20 registered_on:date registered_by:80 secret_until:date "
    "accepted_on:date acceptance:acceptanceresult remark:text",
    "tech_party": "contract_id:36! seq:int! capacity:20! name:80! organisation_id:36 signatory:36 signed_on:date",
    "tech_right": "contract_id:36! seq:int! kind:rightkind! title:120! number:40 applicant:80 owner:80 "
    "applied_on:date granted_on:date expires_on:date legal_status:40",
    "contract_payment": "contract_id:36! seq:int! planned_on:date! planned:big! status:paymentstatus! "
    "invoiced_on:date invoice_no:30 received_on:date received:big",
}
UNIQUE = (
    ("tech_project", "project_no"),
    ("tech_member", "project_id", "seq"),
    ("tech_contract", "contract_no"),
    ("tech_party", "contract_id", "seq"),
    ("tech_right", "contract_id", "seq"),
    ("contract_payment", "contract_id", "seq"),
)
CHECKS = (
    ("tech_project", "dates", "ends_on IS NULL OR ends_on >= starts_on"),
    ("tech_member", "student", "role <> 'student' OR student_id IS NOT NULL"),
    ("tech_contract", "reward_ratio", "reward_ratio IS NULL OR reward_ratio BETWEEN 0 AND 10000"),
    ("tech_contract", "dates", "valid_to IS NULL OR valid_from IS NULL OR valid_to >= valid_from"),
    ("tech_contract", "tech_amount", "tech_amount IS NULL OR amount IS NULL OR tech_amount <= amount"),
    ("tech_contract", "amount", "amount IS NULL OR amount >= 0"),
    ("contract_payment", "received", "received IS NULL OR received >= 0"),
    ("contract_payment", "planned", "planned >= 0"),
)
LINKS = {
    "base_id": "training_base.id",
    "buyer_id": "organisation.id",
    "contract_id": "tech_contract.id",
    "organisation_id": "organisation.id",
    "partner_id": "organisation.id",
    "project_id": "tech_project.id",
    "seller_id": "organisation.id",
    "student_id": "student.id",
}


def upgrade() -> None:
    for table, words in TABLES.items():
        _table(table, words.split())


def downgrade() -> None:
    raise NotImplementedError("An older ptman opens a backup made before the upgrade.")


def _table(name: str, words: list[str]) -> None:
    """The table with what every record has, its rules and its links, which are checked when the transaction ends."""
    columns = [_column(word) for word in [*words, "id:36!", "version:int!", "retired_on:date"]]
    linked = [column.name for column in columns if column.name in LINKS]
    op.create_table(
        name,
        *columns,
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
        *(sa.UniqueConstraint(*of, name=op.f(f"uq_{name}_{'_'.join(of)}")) for table, *of in UNIQUE if table == name),
        *(sa.CheckConstraint(said, name=op.f(f"ck_{name}_{key}")) for table, key, said in CHECKS if table == name),
        *(_link(name, column) for column in linked),
    )
    for column in linked:
        op.create_index(op.f(f"ix_{name}_{column}"), name, [column], unique=False)


def _link(table: str, column: str) -> sa.ForeignKeyConstraint:
    target = LINKS[column]
    name = op.f(f"fk_{table}_{column}_{target.partition('.')[0]}")
    return sa.ForeignKeyConstraint([column], [target], name=name, deferrable=True, initially="DEFERRED")


def _column(word: str) -> sa.Column:
    name, _, kind = word.rstrip("!").partition(":")
    return sa.Column(name, _type(kind), nullable=not word.endswith("!"))


def _type(kind: str) -> sa.types.TypeEngine:
    if kind in CHOICES:
        return sa.Enum(*CHOICES[kind].split(), name=kind, native_enum=False, create_constraint=True, length=32)
    plain = {
        "text": sa.String(),
        "int": sa.Integer(),
        "big": sa.BigInteger(),
        "date": sa.Date(),
        "flag": sa.Boolean(),
    }
    return plain[kind] if kind in plain else sa.String(int(kind))
