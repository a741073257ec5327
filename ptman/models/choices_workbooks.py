"""The closed lists of workbooks that are sent out to be filled in."""

from ptman.labels import Choice


class WorkbookState(Choice):
    """Where a workbook that was sent stands; one that is late is told by its day."""

    OUT = "out", "未返回", "Out"
    ANSWERED = "answered", "已返回，未全部并入", "Back, partly merged"
    MERGED = "merged", "已并入", "Merged"
    WITHDRAWN = "withdrawn", "已撤回", "Withdrawn"
