"""Official documents and import batches (domain §5.13, §5.16)."""

from ptman.labels import Label
from ptman.rules.machine import Machine, Move, State, of

_OUT = of("printed", "sealed", "sent", "returned", "filed")

# On paper a step may be skipped or logged late, so each leads on from every earlier one.
ISSUED_DOCUMENT = Machine(
    noun="issued_document",
    label=Label("文书", "document"),
    states=(
        State("draft", Label("草稿", "Draft")),
        State("checked", Label("已核稿", "Checked")),
        State("signed_off", Label("已签发", "Signed off")),
        State("issued", Label("已发", "Issued")),
        State("printed", Label("已打印", "Printed")),
        State("sealed", Label("已用印", "Sealed")),
        State("sent", Label("已寄送", "Sent")),
        State("returned", Label("已回执", "Returned")),
        State("filed", Label("已归档", "Filed")),
        State("superseded", Label("已替代", "Superseded"), final=True),
        State("void", Label("作废", "Void"), final=True),
    ),
    start="draft",
    moves=(
        Move("check", Label("核稿", "Check"), of("draft"), "checked"),
        Move("sign_off", Label("签发", "Sign off"), of("checked"), "signed_off"),
        Move("number", Label("编号发文", "Number and issue"), of("signed_off"), "issued"),
        Move("print", Label("打印", "Print"), of("issued"), "printed"),
        Move("seal", Label("用印", "Seal"), of("issued", "printed"), "sealed", guards=("seal_recorded",)),
        Move("send", Label("寄送", "Send"), of("issued", "printed", "sealed"), "sent"),
        Move("return", Label("收到回执", "Receipt returned"), of("issued", "printed", "sealed", "sent"), "returned"),
        Move("file", Label("归档", "File"), of("issued", "printed", "sealed", "sent", "returned"), "filed"),
        Move("supersede", Label("替代", "Supersede"), of("issued") | _OUT, "superseded", guards=("successor_issued",)),
        Move("void", Label("作废", "Void"), of("issued") | _OUT, "void", reason=True),
        Move("return_draft", Label("退回修改", "Return"), of("checked"), "draft", reason=True, back=True),
    ),
)

IMPORT_BATCH = Machine(
    noun="import_batch",
    label=Label("导入批次", "import"),
    states=(
        State("parsed", Label("已读取", "Read")),
        State("validated", Label("已检查", "Checked")),
        State("staged", Label("待写入", "Staged")),
        State("committed", Label("已写入", "Committed")),
        State("discarded", Label("已放弃", "Discarded"), final=True),
        State("rolled_back", Label("已撤销", "Rolled back"), final=True),
    ),
    start="parsed",
    moves=(
        Move("validate", Label("检查", "Check"), of("parsed"), "validated"),
        Move("stage", Label("比对预览", "Stage"), of("validated"), "staged"),
        Move("commit", Label("写入", "Commit"), of("staged"), "committed"),
        Move("discard", Label("放弃", "Discard"), of("parsed", "validated", "staged"), "discarded"),
        Move(
            "roll_back",
            Label("撤销导入", "Roll back"),
            of("committed"),
            "rolled_back",
            guards=("rows_unchanged_since",),
        ),
    ),
)
