"""The closed lists of assigning: how a scenario is solved, where it stands, and what speaks for or against a pair."""

from ptman.labels import Choice


class ScenarioMode(Choice):
    TOTAL = "total", "总分最优", "Best total"
    GENEROUS = "generous", "最少靠后志愿", "Fewest late choices"
    GREEDY = "greedy", "最多第一志愿", "Most first choices"
    STABLE = "stable", "稳定匹配", "Stable"
    MINIMAL_CHANGE = "minimal_change", "变动最少", "Fewest moves"


class ScenarioState(Choice):
    OPEN = "open", "编制中", "In work"
    DRAFT = "draft", "征求意见稿", "Published as draft"
    FINAL = "final", "已定稿", "Final"
    DISCARDED = "discarded", "已弃用", "Discarded"


class PairRole(Choice):
    ACADEMIC = "academic", "校内导师", "Academic supervisor"
    INDUSTRY = "industry", "企业导师", "Industry supervisor"
    BASE = "base", "实践基地", "Training base"


class HintKind(Choice):
    FORBID = "forbid", "回避", "Forbid"
    DISCOURAGE_STRONGLY = "discourage_strongly", "尽量不配", "Discourage strongly"
    DISCOURAGE = "discourage", "不建议", "Discourage"
    ENCOURAGE = "encourage", "建议", "Encourage"
    ENCOURAGE_STRONGLY = "encourage_strongly", "优先", "Encourage strongly"


class HintGround(Choice):
    RELATIVE = "relative", "亲属关系", "Relatives"
    SAME_EMPLOYER = "same_employer", "同一工作单位", "Same employer"
    CONFLICT = "conflict", "其他利害关系", "Other conflict of interest"
    PROJECT = "project", "课题需要", "A shared project"
    OTHER = "other", "其他", "Other"
