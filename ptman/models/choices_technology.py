"""What technology projects, contracts and payments choose from (domain §5.12, §7); the states are the machines'."""

from ptman.labels import Choice


class DemandSource(Choice):
    DEMAND = "demand", "企业需求", "Demand of an enterprise"
    ACHIEVEMENT = "achievement", "学校成果", "Result of the university"
    ROADSHOW = "roadshow", "路演对接", "Roadshow"


class ProjectStage(Choice):
    MATCHING = "matching", "对接", "Matching"
    RUNNING = "running", "实施", "Running"
    DONE = "done", "完成", "Done"
    STOPPED = "stopped", "中止", "Stopped"


class TechRole(Choice):
    LEADER = "leader", "负责人", "Leader"
    MEMBER = "member", "成员", "Member"
    STUDENT = "student", "学生", "Student"


class ContractType(Choice):
    COMMISSIONED = "dev_commissioned", "委托开发", "Commissioned development"
    COOPERATIVE = "dev_cooperative", "合作开发", "Co-operative development"
    TRANSFER = "transfer", "技术转让", "Transfer"
    LICENCE = "licence", "技术许可", "Licence"
    CONSULTING = "consulting", "技术咨询", "Consulting"
    SERVICE = "service", "技术服务", "Service"


class ContractStatus(Choice):
    LEAD = "lead", "意向", "Lead"
    NEGOTIATING = "negotiating", "洽谈", "Negotiating"
    CONTRACT_REVIEW = "contract_review", "合同审查", "Contract review"
    SIGNED = "signed", "已签订", "Signed"
    REGISTERING = "registering", "认定登记中", "Registering"
    REGISTERED = "registered", "已登记", "Registered"
    NOT_REGISTERED = "not_registered", "未登记", "Not registered"
    PERFORMING = "performing", "履行中", "Performing"
    PAUSED = "paused", "暂停", "Paused"
    ACCEPTED = "accepted", "已验收", "Accepted"
    SETTLED = "settled", "已结算", "Settled"
    CLOSED = "closed", "已办结", "Closed"
    TERMINATED = "terminated", "已终止", "Terminated"


class PaymentMode(Choice):
    LUMP_SUM = "lump_sum", "一次总付", "Lump sum"
    INSTALMENT = "instalment", "分期支付", "Instalments"
    ROYALTY = "royalty", "提成支付", "Royalty"
    ROYALTY_PLUS_ENTRY = "royalty_plus_entry", "提成附加入门费", "Royalty and entry fee"


class PaymentStatus(Choice):
    PLANNED = "planned", "计划", "Planned"
    INVOICED = "invoiced", "已开票", "Invoiced"
    PART_RECEIVED = "part_received", "部分到账", "Received in part"
    RECEIVED = "received", "已到账", "Received"


class PriceMethod(Choice):
    NEGOTIATED = "negotiated", "协议定价", "Negotiated"
    LISTING = "listing", "挂牌交易", "Listing"
    AUCTION = "auction", "拍卖", "Auction"


class LicenceKind(Choice):
    EXCLUSIVE = "exclusive", "独占许可", "Exclusive"
    SOLE = "sole", "排他许可", "Sole"
    ORDINARY = "ordinary", "普通许可", "Ordinary"


class Ownership(Choice):
    BUYER = "buyer", "归买方", "The buyer's"
    SELLER = "seller", "归卖方", "The seller's"
    JOINT = "joint", "共有", "Joint"
    BY_CLAUSE = "by_clause", "按条款", "As the contract says"


class RightKind(Choice):
    PATENT = "patent", "专利", "Patent"
    SOFTWARE = "software_copyright", "软件著作权", "Software copyright"
    KNOW_HOW = "know_how", "技术秘密", "Know-how"
    IC_LAYOUT = "ic_layout", "集成电路布图设计", "Layout design"
    PLANT = "plant", "植物新品种", "Plant variety"


class AcceptanceResult(Choice):
    PASS = "pass", "通过", "Passed"
    CONDITIONAL = "conditional", "有条件通过", "With conditions"
    FAIL = "fail", "未通过", "Failed"
