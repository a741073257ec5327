"""Registers of high-calibre talents: programmes, plans, milestones, courses, practice, degrees, certifications."""

from ptman.labels import Label
from ui.noun_pages import Group, noun_page

GROUP = Group(
    "talents",
    Label("人才培养", "Talents"),
    (
        noun_page("programme", Label("培养项目", "Programmes"), "school"),
        noun_page("training_plan", Label("培养方案", "Training plans"), "book-open", hidden=("remark",)),
        noun_page("milestone_def", Label("培养环节定义", "Kinds of milestones"), "settings"),
        noun_page(
            "milestone",
            Label("培养环节", "Milestones"),
            "list-checks",
            first=("student", "def", "status", "due_on", "submitted_on", "held_on"),
            hidden=("place", "opinion"),
        ),
        noun_page("course_result", Label("课程成绩", "Course results"), "graduation-cap"),
        noun_page(
            "practice_report",
            Label("实践报告", "Practice reports"),
            "file-text",
            first=("student", "kind", "cycle", "status", "due_on", "submitted_on"),
            hidden=("placement", "summary", "problems", "campus_opinion", "industry_opinion"),
        ),
        noun_page(
            "practice_assessment",
            Label("实践考核", "Practice assessments"),
            "scale",
            first=("student", "status", "campus_score_x10", "industry_score_x10", "defence_score_x10"),
            hidden=("self_summary", "industry_opinion", "host_opinion", "campus_opinion", "panel_opinion"),
        ),
        noun_page(
            "degree_application",
            Label("学位申请", "Degree applications"),
            "graduation-cap",
            first=("student", "route", "title", "submitted_on", "result", "awarded_on"),
        ),
        noun_page("certificate_result", Label("认证", "Certifications"), "circle-check", hidden=("remark",)),
        noun_page("certification_target", Label("认证目标", "Certification targets"), "scale", hidden=("remark",)),
        noun_page(
            "international_activity", Label("国际活动", "International activities"), "map-pin", hidden=("outcome",)
        ),
        noun_page("training_class", Label("培训班", "Training classes"), "users", hidden=("evaluation",)),
    ),
)
