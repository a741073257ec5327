"""Where each process of the domain may rest for good, and whole ways through it, by §3.5, §3.9 and §5.1–§5.16."""

# Where a process may rest for good, by domain §5.1–§5.16; everything else leads on.
ENDS = {
    "appointment": {"ended", "rejected"},
    "milestone": {"passed", "waived"},
    "supervisor_change": {"effective", "rejected", "withdrawn"},
    "training_base": {"closed"},
    "base_evaluation": {"withdrawn"},
    "agreement": {"terminated", "abandoned"},
    "placement": {"archived", "rejected", "cancelled", "terminated"},
    "placement_change": {"done", "rejected", "withdrawn"},
    "practice_assessment": {"passed"},
    "practice_report": {"accepted", "waived"},
    "title_application": {"prelim_failed", "review_failed", "rejected", "revoked", "withdrawn"},
    "insurance_policy": {"verified"},
    "action_item": {"closed", "cancelled"},
    "meeting": {"archived", "cancelled"},
    "commitment": {"delivered", "withdrawn"},
    "tech_contract": {"closed", "terminated"},
    "contract_payment": {"received"},
    "issued_document": {"superseded", "void"},
    "training_class": {"archived", "cancelled"},
    "resource_use": {"evaluated", "rejected", "cancelled"},
    "import_batch": {"discarded", "rolled_back"},
}
# Whole ways through the processes: a move, the state it leads to, and so on.
WAYS = {
    "appointment": ["submit submitted approve approved issue_certificate active renew active resign ended"],
    "milestone": [
        "open open extend open submit submitted pass_conditionally conditional accept_fix passed",
        "open open submit submitted fail failed retry failed waive waived",
    ],
    "supervisor_change": [
        (
            "submit submitted ask_original original_opinion original_agrees new_opinion new_agrees faculty_review"
            " faculty_approves office_review office_approves effective"
        ),
        "submit submitted ask_original original_opinion original_refuses faculty_review reject rejected",
    ],
    "training_base": [
        (
            "record_visit site_visited submit_review under_review approve approved operate active suspend rectifying"
            " resume active close closed"
        ),
    ],
    "base_evaluation": [
        "propose proposed back_to_scoring scoring propose proposed grant granted renew granted withdraw withdrawn",
    ],
    "agreement": [
        (
            "submit_review legal_review approve approved sign_first signing sign_last signed amend signed"
            " terminate terminated"
        ),
    ],
    "placement": [
        (
            "apply applied campus_agree campus_agreed industry_agree industry_agreed approve office_approved"
            " make_ready ready dispatch dispatched accept accepted begin in_progress interrupt interrupted"
            " resume in_progress finish finished back_to_in_progress in_progress finish finished assess assessed"
            " archive archived"
        ),
        "dispatch_planned dispatched recall planned cancel cancelled",
    ],
    "placement_change": [
        (
            "supervisor_agree asked host_agree asked new_host_agree asked office_agree approved back_to_asked asked"
            " office_agree approved carry_out done"
        ),
        "reject rejected",
        "office_agree approved withdraw withdrawn",
    ],
    "practice_assessment": [
        (
            "submit_report report_submitted return_report report_returned resubmit_report report_submitted"
            " accept_report report_accepted score scoring schedule defence_scheduled defend defended"
            " weigh weights_applied confirm faculty_confirmed fail failed retake failed"
        ),
    ],
    "practice_report": ["submit submitted return returned resubmit submitted accept accepted", "waive waived"],
    "title_application": [
        (
            "submit submitted return returned redraft draft submit submitted pass_prelim prelim_passed review in_review"
            " pass_review review_passed publicise publicity object objection dismiss_objection publicity"
            " confirm confirmed issue_certificate certificate_issued revoke revoked"
        ),
    ],
    "insurance_policy": ["reject rejected resubmit submitted verify verified"],
    "action_item": ["start in_progress postpone postponed start in_progress finish done close closed"],
    "meeting": [
        (
            "postpone postponed plan_again planned send_notice notice_sent hold held draft_minutes minutes_draft"
            " confirm_minutes minutes_confirmed issue_minutes minutes_issued archive archived"
        ),
    ],
    "commitment": ["confirm confirmed deliver delivered not_kept confirmed withdraw withdrawn"],
    "tech_contract": [
        (
            "negotiate negotiating submit_review contract_review sign signed apply_registration registering"
            " register registered perform performing pause paused resume performing accept accepted settle settled"
            " close closed"
        ),
    ],
    "contract_payment": ["invoice invoiced receive_part part_received receive_part part_received receive received"],
    "issued_document": [
        (
            "check checked sign_off signed_off number issued print printed seal sealed send sent return returned"
            " file filed void void"
        ),
    ],
    "training_class": [
        (
            "approve approved recruit recruiting run running complete completed"
            " issue_certificates certificates_issued archive archived"
        ),
    ],
    "resource_use": ["approve approved start in_use return returned evaluate evaluated"],
    "import_batch": ["validate validated stage staged commit committed roll_back rolled_back"],
}
