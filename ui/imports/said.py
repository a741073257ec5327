"""What the import page says: its list of earlier imports, why something is off, where it leads."""

from ptman.labels import Label

PAST = Label("以往的导入", "Earlier imports")
NONE = Label(
    "还没有导入过。先放入基地、导师和学生的工作簿；没有现成的，可从右侧保存空白模板来填。",
    "Nothing has been imported yet. Begin with bases, supervisors and students; empty templates are at the right.",
)
BUSY = Label("正在读取工作簿。", "Workbooks are being read.")
SELECT = Label("先选中一次导入。", "Select an import first.")
UNDONE = Label("这次导入已撤销。", "This import is undone already.")
REFUSED = "refused"
CHOOSE = Label("选择工作簿(&O)…", "Ch&oose workbooks…")
BACK = Label("撤销这次导入(&U)", "&Undo this import")
COLUMNS = Label("各来源的列(&M)…", "Colu&mns of sources…")
LOOK = Label("在历史中查看(&H)", "Look at it in &History")
