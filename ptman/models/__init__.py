"""The nouns: everything the office keeps records of, one file a subject."""

from ptman.models.agreements import Agreement, AgreementAmendment, AgreementParty
from ptman.models.appointments import Appointment
from ptman.models.attachments import Attachment, Blob
from ptman.models.base_evaluations import BaseEvaluation, EvaluationIndicator
from ptman.models.base_visits import BasePost, ComplianceCheck, ComplianceLine, SiteFinding, SiteVisit
from ptman.models.bases import BaseSeats, Period, TrainingBase
from ptman.models.certifications import CertificateResult, CertificationTarget
from ptman.models.cooperation import CoopAspect, CoopTask
from ptman.models.core import Noun, Record
from ptman.models.degrees import CourseResult, DegreeApplication, DegreeMember, DegreeReview
from ptman.models.disclosures import Consent, Disclosure
from ptman.models.document_drafts import DocumentDraft
from ptman.models.documents import DocumentSeries, IssuedDocument, IssuedDocumentStep
from ptman.models.guidance import GuidanceRecord, QualificationEvidence, SupervisorAssessment
from ptman.models.history import Change, ChangeSet
from ptman.models.imports import ImportedFile, ImportedRows, SourceColumn
from ptman.models.instructors import Instructor, ResourceEquipment, ResourceTeacher
from ptman.models.international import InternationalActivity, InternationalStudent
from ptman.models.keys import SigningKey
from ptman.models.layouts import SavedLayout
from ptman.models.meetings import Meeting, MeetingAttendee, MeetingSeries, MeetingSeriesMember, MeetingTopic
from ptman.models.milestones import Milestone, MilestoneMember
from ptman.models.organisations import Contact, Organisation, OrganisationName
from ptman.models.pairing_hints import PairingHint, PairingNeed
from ptman.models.people import Person
from ptman.models.placement_parts import PlacementChange, PlacementInterruption
from ptman.models.placements import Placement
from ptman.models.plans import MilestoneDef, PlanCourse, PlanMilestone, TrainingPlan
from ptman.models.practice import PracticeAssessment, PracticeReport
from ptman.models.preferences import Preference
from ptman.models.programmes import DegreeCategory, DegreeField, Programme
from ptman.models.resolutions import ActionItem, ActionProgress, Commitment, CommitmentEffect
from ptman.models.resource_uses import ResourceUse
from ptman.models.resources import TeachingResource
from ptman.models.rules import RuleParameter
from ptman.models.safety import Incident, InsurancePolicy, SafetyAttendance, SafetyTraining
from ptman.models.scenarios import Scenario, ScenarioComment, ScenarioPair
from ptman.models.states import StateLog
from ptman.models.students import Student
from ptman.models.supervisions import Supervision
from ptman.models.supervisor_changes import SupervisorChange
from ptman.models.supervisors import AcademicSupervisor, IndustrySupervisor
from ptman.models.tech_contracts import TechContract
from ptman.models.tech_parts import ContractPayment, TechParty, TechRight
from ptman.models.tech_projects import TechMember, TechProject
from ptman.models.templates import IssuedWording, LetterTemplate
from ptman.models.title_papers import TitleCheck, TitleEvidence, TitleObjection, TitleSnapshot
from ptman.models.title_rules import TitleRuleEvidence, TitleRuleSet, TitleRuleTest
from ptman.models.titles import TitleApplication, TitleBatch, TitleCommitteeMember
from ptman.models.training import TrainingClass, TrainingCourse, TrainingTrainee
from ptman.models.workbooks_out import WorkbookOut

__all__ = [
    "AcademicSupervisor",
    "ActionItem",
    "ActionProgress",
    "Agreement",
    "AgreementAmendment",
    "AgreementParty",
    "Appointment",
    "Attachment",
    "BaseEvaluation",
    "BasePost",
    "BaseSeats",
    "Blob",
    "CertificateResult",
    "CertificationTarget",
    "Change",
    "ChangeSet",
    "Commitment",
    "CommitmentEffect",
    "ComplianceCheck",
    "ComplianceLine",
    "Consent",
    "Contact",
    "ContractPayment",
    "CoopAspect",
    "CoopTask",
    "CourseResult",
    "DegreeApplication",
    "DegreeCategory",
    "DegreeField",
    "DegreeMember",
    "DegreeReview",
    "Disclosure",
    "DocumentDraft",
    "DocumentSeries",
    "EvaluationIndicator",
    "GuidanceRecord",
    "ImportedFile",
    "ImportedRows",
    "Incident",
    "IndustrySupervisor",
    "Instructor",
    "InsurancePolicy",
    "InternationalActivity",
    "InternationalStudent",
    "IssuedDocument",
    "IssuedDocumentStep",
    "IssuedWording",
    "LetterTemplate",
    "Meeting",
    "MeetingAttendee",
    "MeetingSeries",
    "MeetingSeriesMember",
    "MeetingTopic",
    "Milestone",
    "MilestoneDef",
    "MilestoneMember",
    "Noun",
    "Organisation",
    "OrganisationName",
    "PairingHint",
    "PairingNeed",
    "Period",
    "Person",
    "Placement",
    "PlacementChange",
    "PlacementInterruption",
    "PlanCourse",
    "PlanMilestone",
    "PracticeAssessment",
    "PracticeReport",
    "Preference",
    "Programme",
    "QualificationEvidence",
    "Record",
    "ResourceEquipment",
    "ResourceTeacher",
    "ResourceUse",
    "RuleParameter",
    "SafetyAttendance",
    "SafetyTraining",
    "SavedLayout",
    "Scenario",
    "ScenarioComment",
    "ScenarioPair",
    "SigningKey",
    "SiteFinding",
    "SiteVisit",
    "SourceColumn",
    "StateLog",
    "Student",
    "Supervision",
    "SupervisorAssessment",
    "SupervisorChange",
    "TeachingResource",
    "TechContract",
    "TechMember",
    "TechParty",
    "TechProject",
    "TechRight",
    "TitleApplication",
    "TitleBatch",
    "TitleCheck",
    "TitleCommitteeMember",
    "TitleEvidence",
    "TitleObjection",
    "TitleRuleEvidence",
    "TitleRuleSet",
    "TitleRuleTest",
    "TitleSnapshot",
    "TrainingBase",
    "TrainingClass",
    "TrainingCourse",
    "TrainingPlan",
    "TrainingTrainee",
    "WorkbookOut",
]
