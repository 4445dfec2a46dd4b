## Reports and printed forms (FORMS.md). No space between digits and Chinese on a form.

report-month-of = { $year }年{ $month }月
report-quarter-of = { $year }年第{ $quarter }季度
report-year-of = { $year }年
report-days = { $first } 至 { $last }
report-title = { $company } { $period } { $name }
report-name-monthly = 投诉信息月汇总报表
report-name-category = 顾客投诉分类统计表
report-name-callback = 回访记录表
report-name-callback-summary = 回访总结报告
report-name-ledger = 投诉台账
report-name-record = 投诉记录表
report-name-slip = 派单与回单
report-unit = 编制单位：{ $unit }
report-period-line = 统计期间：{ $days }
report-received-line = 受理时间：{ $days }
report-callback-line = 回访期间：{ $days }
report-number-line = 编号：{ $number }　单位：件
report-unit-cases = 单位：件
report-mark-draft = 草稿，未经审批
report-mark-waiting = 待主管审批
report-mark-corrected = 更正版
report-page-of = 第 { $page } 页 共 { $pages } 页
report-none = 无
report-not-said = 未填写
report-undispatched = 未派单
report-yes = 是
report-no = 否
report-total = 合计
report-subtotal = 小计
report-grand-total = 总计
report-others = 其余
report-rest-departments = 其余部门

## Parts of the month's summary

report-part-overview = 一、总体情况
report-part-departments = 二、按责任部门
report-part-categories = 三、按投诉类别
report-part-shares = 四、按投诉渠道、地区、产品
report-part-details = 五、投诉明细
report-part-notable = 六、重大、升级、重复投诉说明
report-part-improvements = 七、问题分析与改进措施
report-part-exemptions = 八、特殊情况（豁免）清单
report-part-urgent = 休息时段紧急拨打 { $count } 次
report-part-accountability = 九、问责
report-part-definitions = 指标口径
report-this = 本月
report-last = 上月
report-change = 环比
report-year-before = 去年同月
report-balance-holds = 核对：期初未结{ $opening } + 本月新增{ $new } = 本月结案{ $closed } + 期末未结{ $closing }，相符。
report-balance-broken = 核对：期初未结{ $opening } + 本月新增{ $new } ≠ 本月结案{ $closed } + 期末未结{ $closing }，不符。
report-members-missing = 会员未回访：{ $names }。
report-major-remark = 含重大{ $count }
report-people = { $count }（{ $people }）
report-why-major = 重大（{ $reasons }）
report-why-escalated = { $day }升级至{ $to }
report-why-repeat = 重复投诉
report-notable-line = { $number } { $customer }（{ $department }）：{ $why }。{ $summary }。{ $outcome }。

## Figures

measure-opening = 期初未结
measure-new = 本月新增
measure-founded = 其中：成立
measure-unfounded = 其中：不成立
measure-to-handle = 本月应处理
measure-closed = 本月结案
measure-closing = 期末未结
measure-late-open = 其中：超时未结
measure-closure = 结案率
measure-first-resolution = 首次解决率
measure-satisfaction = 满意率
measure-response = 24小时响应率
measure-dispatch = 10分钟派单率
measure-reports = 30分钟汇报率
measure-callback = 回访率
measure-member-callback = 会员回访率
measure-callback-on-time = 按时回访率
measure-redispatched = 重新派单数
measure-escalated = 升级数
measure-repeats = 重复投诉数
measure-compensation = 补偿金额（元）
measure-handling = 平均处理时长（小时）

## Columns

column-no = 序号
column-number = 编号
column-department = 责任部门
column-opening = 期初
column-new = 新增
column-to-handle = 应处理
column-closed = 结案
column-closing = 期末未结
column-closure = 结案率
column-rank = 排名
column-on-time = 按时办结率
column-satisfied = 满意
column-neutral = 一般
column-dissatisfied = 不满意
column-satisfaction = 满意率
column-redispatched = 重新派单
column-escalated = 升级
column-late = 超时
column-handling = 平均处理时长（小时）
column-remark = 备注
column-parent = 大类
column-sub = 小类
column-cause = 投诉原因
column-count = 件数
column-count-people = 件数（人数）
column-times-people = 投诉次数（人数）
column-people = 人数
column-share = 占比
column-change = 环比
column-change-count = 环比增减
column-channel = 投诉渠道
column-region = 地区
column-product = 产品
column-day = 投诉日期
column-customer = 投诉人
column-category = 类别
column-summary = 内容摘要
column-liable = 责任人
column-result = 处理结果
column-callback-result = 回访结果
column-round = 轮次
column-status = 状态
column-closed-day = 结案日期
column-problem = 问题
column-root-cause = 根本原因
column-measure = 改进措施
column-due-day = 完成期限
column-verified = 验证结果
column-clock = 时限
column-reason = 原因
column-approver = 批准人
column-held = 处理
column-recorded-by = 登记人
column-date = 日期
column-founded = 成立
column-unfounded = 不成立
column-open = 未结案
column-repeat = 重复投诉
column-month = 月份

## Columns of the ledger

ledger-received = 投诉时间
ledger-channel = 投诉方式
ledger-phone = 联系电话
ledger-product = 产品/服务
ledger-parent = 投诉大类
ledger-sub = 投诉小类
ledger-severity = 严重程度
ledger-content = 投诉内容
ledger-remedy = 客户诉求
ledger-validity = 是否成立
ledger-dispatched = 派单时间
ledger-dispatch-minutes = 派单用时（分）
ledger-contact = 首次联系时间
ledger-cause = 原因分析
ledger-measures = 处理措施
ledger-compensation = 补偿金额
ledger-slip = 回单时间
ledger-handling = 处理时长（小时）
ledger-called = 回访时间
ledger-escalated = 是否升级
ledger-close-code = 结案方式
ledger-closed = 结案时间
ledger-late = 是否超时

## The callback record and summary

callback-number = 回访编号
callback-case = 投诉编号
callback-name = 客户姓名
callback-member = 会员
callback-product = 服务项目/产品
callback-summary = 投诉内容摘要
callback-due = 应回访时间
callback-at = 实际回访时间
callback-method = 回访方式
callback-outcome = 接通情况
callback-length = 通话时长（秒）
callback-result = 对处理结果满意度
callback-process = 对服务过程满意度
callback-reasons = 不满意原因
callback-suggestions = 意见与建议
callback-new-problem = 回访中新问题
callback-next = 后续处理
callback-appointment = 下次预约时间
callback-caller = 回访人
callback-head-line = 共回访{ $calls }次，成功{ $reached }次；满意{ $satisfied }、一般{ $neutral }、不满意{ $dissatisfied }；会员{ $members }。
callback-totals-line = 应回访{ $due }，已回访{ $done }，回访率{ $rate }，成功率{ $success }，满意率{ $satisfaction }。
callback-next-close = 结案
callback-next-redispatch = 重新派单
callback-next-escalate = 升级
callback-next-again = 再次回访
callback-part-general = 一、回访概况
callback-part-satisfaction = 二、满意度分析
callback-part-reasons = 三、不满意原因分析
callback-part-suggestions = 四、客户意见与建议汇总
callback-part-cases = 五、典型案例
callback-part-people = 六、回访执行情况
callback-part-measures = 七、改进建议与责任分工
callback-owed = 应访
callback-done = 实访
callback-calls = 拨打次数
callback-reached = 接通
callback-no-answer = 未接
callback-refused = 拒访
callback-bad-number = 空号
callback-group = 分组
callback-all = 全部
callback-members = 会员
callback-others = 非会员
callback-last-period = 上期
callback-times = 次数
callback-on-time = 按时率
callback-complete = 完整率
callback-seconds = 平均通话（秒）

## Category statistics

category-by-category = 按类别
category-by-department = 部门×类别
category-by-channel = 渠道×类别
category-trend = 月度趋势
category-charts = 图表
category-analysis = 数据分析
category-countermeasures = 改进对策
category-analysis-line = 本期新增{ $count }件，件数最多的{ $few }类占{ $share }：{ $names }。

## Definitions, as printed under the tables

definition-satisfaction = 满意率 = 满意 ÷ 成功回访；不成立的投诉不计入。
definition-callback = 回访率 = 已成功回访 ÷ 应回访；应回访含期内到期未访和未回访即结案的件，未决的不计。
definition-callback-on-time = 按时回访率 = 在时限内成功回访 ÷ 应回访；会员回访率只计会员。
definition-first-resolution = 首次解决率 = 第1轮即满意结案（含当场解决）÷ 本月结案。
definition-on-time = 按时办结率 = 在时限内回单 ÷ 应回单。
definition-response = 24小时响应率 = 24小时内首次答复 ÷ 受理；10分钟派单率 = 时限内首次派单 ÷ 应派单。
definition-reports = 30分钟汇报率 = 按时汇报次数 ÷ 应汇报次数，按期内派出的工单计。
definition-closure = 结案率 = 本月结案 ÷ 本月应处理；本月应处理 = 期初未结 + 本月新增。
definition-repeat = 重复投诉 = 同一客户同一产品或类别在{ $days }天内再次投诉。
definition-handling = 处理时长 = 受理至最后一次回单；无回单的至结案。平均数按本月结案件计，含非工作时间。
definition-department = 每件计入一个责任部门：最近一轮的首个工单部门；未派单的另列一行。
definition-exempt = 豁免件不计入分子和分母，逐件列在特殊情况清单。百分比保留两位小数，分母为0时记“—”。

## Signatures

sign-prepared = 制表人：____________
sign-filled = 填表人（客服主管）：____________
sign-filled-plain = 填表人：____________
sign-opinion = { $unit }主管审批意见：____________________
sign-signature = 签字：____________
sign-reviewed = 审核人：____________
sign-approved = 批准人：____________
sign-caller = 回访人：____________
sign-author = 撰写人：____________
sign-date = 日期：____年__月__日
sign-archive = 备案号：____________

## Charts

chart-pareto = 投诉类别
chart-trend = 近12个月
chart-heatmap = 责任部门×类别
chart-satisfaction = 满意度
chart-count = 件数
chart-cumulative = 累计占比
chart-month = { $month }月
chart-source = { $company }·{ $days }
chart-unit = 单位：件
chart-few = 前{ $count }类占{ $share }

## Checks before a report is submitted

check-balance = 期初+新增=结案+期末
check-balance-broken = 期初+新增与结案+期末差{ $by }
check-categories = 类别合计与新增一致，{ $count }
check-categories-broken = 类别合计{ $sum }，新增{ $count }，不一致
check-departments = 部门合计与新增一致，{ $count }
check-departments-broken = 部门合计{ $sum }，新增{ $count }，不一致
check-exemptions-none = 没有豁免
check-exemptions = 豁免 { $count } 件均有原因和批准人
check-exemptions-lacking = 豁免 { $count } 件中 { $lacking } 件缺原因或批准人
check-members = 会员回访无遗漏
check-members-missing = 会员回访缺 { $count } 人
check-improvements = 改进措施已填
check-improvements-missing = 改进措施有 { $count } 处未填

report-fractions = 分子/分母：{ $list }。
report-fraction = { $name }{ $part }/{ $whole }
definition-compensation = 补偿金额按本月结案件的已执行方案计；超时未结 = 期末未结中有时限超过的件。

## 晨会简报

report-name-briefing = 晨会简报
briefing-new = 昨日新增
briefing-closed = 昨日结案
briefing-open = 未结
briefing-late = 已超时
briefing-due = 今日到期
briefing-callbacks = 待回访
briefing-members = 会员缺访
briefing-part-late = 一、已超时
briefing-part-due = 二、今日到期
briefing-part-callbacks = 三、待回访
briefing-part = { $name }（{ $count }件）
briefing-none-late = 没有超时。
briefing-none-due = 今天没有到期的时限。
briefing-none-callbacks = 没有待回访。
briefing-more = 另有{ $count }件，见工作台。
briefing-members-missing = 会员回访还差{ $count }人：{ $names }。
briefing-unfiled = { $month }汇总报表尚未备案。
briefing-made = { $time }生成
briefing-clock = 时限
briefing-owner = 现由谁办
