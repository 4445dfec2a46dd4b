## The closed lists of the field (GLOSSARY.md)

kind-complaint = 投诉
kind-inquiry = 咨询
kind-suggestion = 建议
kind-praise = 表扬

salutation-madam = 女士
salutation-sir = 先生
salutation-unknown = 未说明

validity-founded = 成立
validity-partly-founded = 部分成立
validity-unfounded = 不成立

severity-minor = 一般
severity-serious = 较重
severity-major = 重大

urgency-normal = 普通
urgency-urgent = 紧急
urgency-critical = 特急

priority-p1 = P1
priority-p2 = P2
priority-p3 = P3

complexity-simple = 简单
complexity-ordinary = 普通
complexity-complex = 复杂

major-reason-safety = 安全或人身伤害
major-reason-media-or-regulator = 媒体或监管介入
major-reason-amount = 金额达到标准
major-reason-group = 群诉
major-reason-second-dissatisfaction = 二次不满意
major-reason-manual = 人工认定

method-other-departments = 联系其他部门
method-files = 查阅档案
method-background = 分析原因背景

remedy-return = 退货
remedy-exchange = 换货
remedy-repair = 维修
remedy-refund = 退款
remedy-damages = 赔偿
remedy-goodwill = 优惠或赠品
remedy-apology = 道歉
remedy-other = 其他

approval-method-written = 书面
approval-method-verbal = 口头
approval-method-system = 系统

acceptance-method-signature = 签字
acceptance-method-phone = 电话
acceptance-method-message = 短信
acceptance-method-in-person = 当面

contact-method-phone = 电话
contact-method-message = 短信
contact-method-mail = 邮件
contact-method-chat = 即时通讯
contact-method-visit = 上门

call-outcome-reached = 接通
call-outcome-no-answer = 未接
call-outcome-refused = 拒访
call-outcome-bad-number = 空号

satisfaction-satisfied = 满意
satisfaction-neutral = 一般
satisfaction-dissatisfied = 不满意

close-code-satisfied = 满意结案
close-code-unfounded = 不成立结案
close-code-withdrawn = 客户撤诉
close-code-unreachable = 联系不上结案
close-code-supervisor-approved = 主管批准结案
close-code-solved-at-desk = 当场解决

exemption-customer-asked = 客户要求改期
exemption-customer-unreachable = 联系不上客户
exemption-third-party = 等待第三方
exemption-force-majeure = 不可抗力
exemption-system-failure = 系统故障
exemption-missing-information = 信息不全
exemption-other = 其他

pause-waiting-for-customer = 等客户
pause-waiting-for-third-party = 等第三方
pause-waiting-for-parts = 等配件
pause-waiting-for-approval = 等审批
pause-other = 其他
pause-merged = 已并入

return-not-ours = 非本部门职责
return-missing-information = 信息不全
return-duplicate = 重复派单
return-other = 其他

link-repeat-of = 重复投诉
link-same-matter-as = 合并
link-related-to = 关联
link-systemic-issue = 同一专题

progress-contacted = 已联系客户
progress-investigating = 正在调查
progress-waiting-for-department = 等待部门
progress-plan-drafted = 方案已拟
progress-executed = 已执行
progress-other = 其他进展

follow-up-promise = 未完成的承诺
follow-up-service = 服务回访
follow-up-occasion = 节日与活动回访
follow-up-reminder = 友情提醒
