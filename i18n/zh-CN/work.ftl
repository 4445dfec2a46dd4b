## What the values of the domain are called: stages, clocks, roles, verbs, people


## Stages of a complaint

stage-to-judge = 待判断
stage-to-reply = 待答复
stage-to-dispatch = 待派单
stage-in-handling = 处理中
stage-to-call-back = 待回访
stage-escalated = 已升级
stage-closed = 已结案
stage-archived = 已归档
stage-merged = 已并入

## Stages of a work order

order-stage-to-forward = 待二段派单
order-stage-to-accept = 待签收
order-stage-handling = 处理中
order-stage-awaiting-approval = 待审批
order-stage-executed = 已执行，待回单
order-stage-handed-in = 已回单
order-stage-ended = 已终止

## Clocks

clock-dispatch = 派单
clock-second-hop = 二段派单
clock-accept = 签收
clock-report = 汇报
clock-acknowledge = 首次答复
clock-contact = 联系客户
clock-result = 当日回单
clock-approval = 审批
clock-callback = 回访
clock-other-callback = 后续跟进
clock-first-contact = 首次联系
clock-promise = 预计答复
clock-month-report = 月报提交

## What a clock says when it neither runs nor is met

clock-short-second-hop = 二段
clock-short-accept = 签收
clock-short-acknowledge = 答复
clock-short-contact = 联系
clock-short-result = 回单
clock-short-other-callback = 跟进
clock-short-promise = 预计
clock-short-first-contact = 首联
clock-short-month-report = 月报
clock-paused = 已停，{ $reason }
clock-exempt = 豁免，{ $reason }
clock-cancelled = 不再适用
clock-due-at = 应于 { $at }

## Units of limits

unit-working-minutes = 工作分钟
unit-natural-hours = 自然小时
unit-working-days = 工作日
unit-natural-days = 自然日
unit-end-of-day = 当天下班前

## Roles

role-front-desk = 前台
role-front-desk-supervisor = 前台主管
role-department-handler = 处理人
role-department-manager = 部门经理
role-escalation-manager = 升级负责人
role-manager = 管理层
role-admin = 管理员

## Small lists

agreement-agreed = 协商一致
agreement-refused = 未达成一致
reply-outcome-understood = 客户谅解
reply-outcome-disputed = 客户有异议
quality-sound = 无质量问题
quality-single-piece = 单件问题
quality-batch = 批次问题
quality-design = 设计问题
visibility-internal = 内部
visibility-customer = 客户可见
department-kind-front-desk = 前台部门
department-kind-handling = 处理部门
department-kind-region = 片区
department-kind-staff = 职能部门
presence-present = 在岗
presence-away = 离岗

## Verbs, as buttons and timelines say them

verb-register = 登记
verb-judge = 判断
verb-reply = 答复
verb-acknowledge = 首次答复
verb-solve = 当场解决
verb-convert = 转为投诉
verb-amend = 更正
verb-mark-major = 定为重大
verb-dispatch = 派单
verb-recall = 撤回派单
verb-escalate = 升级
verb-forward = 二段派单
verb-accept = 签收
verb-give-back = 退单
verb-transfer = 转办
verb-reassign = 换处理人
verb-assist = 协办
verb-report = 汇报
verb-promise-report = 需要更久
verb-contact = 联系客户
verb-investigate = 调查
verb-propose = 拟方案
verb-record-answer = 客户意见
verb-submit = 提交审批
verb-approve = 批准
verb-record-verbal-approval = 记录口头批准
verb-send-plan-back = 退回修改
verb-execute = 执行方案
verb-hand-in = 提交回单
verb-pause = 暂停计时
verb-resume = 恢复计时
verb-exempt = 豁免
verb-remind = 催办
verb-supervise = 督办
verb-dial = 拨打
verb-record-callback = 回访
verb-appoint = 改约
verb-assign-callback = 分配回访
verb-close = 结案
verb-reopen = 重新打开
verb-archive = 归档
verb-communicate = 沟通
verb-note = 备注
verb-meet = 协调会议
verb-link = 关联
verb-unlink = 取消关联
verb-merge = 并入
verb-unmerge = 拆开
verb-assign-tracking = 跟踪责任人
verb-form-group = 处理小组
verb-review = 复查
verb-hold-accountable = 问责
verb-plan-improvement = 改进措施
verb-finish-improvement = 改进完成
verb-follow-up = 后续跟进
verb-finish-follow-up = 跟进完成
verb-attach = 附件
verb-reveal = 查看完整信息
verb-ask-sight = 申请查看
verb-answer-sight = 答复查看申请

## People

customer-madam = { $surname }女士
customer-sir = { $surname }先生
customer-unknown = { $surname }**
customer-cloaked = ••
program-itself = 系统
