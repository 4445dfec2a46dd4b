## 派单看板: the tool bar, the lanes, the list

board-summary = 未结 { $open }·超时 { $late }·预警 { $soon }
board-lanes = 看板
board-rows = 列表
board-department = 责任部门
board-category = 投诉类别
board-priority = 优先级
board-all-departments = 全部部门
board-all-categories = 全部类别
board-all-priorities = 全部级别
board-clear = 清除
board-sort-urgency = 剩余时间少的在前
board-sort-priority = 级别高的在前
board-sort-newest = 新登记的在前
board-sort-oldest = 早登记的在前

board-lane-to-dispatch = 待派单
board-lane-to-accept = 待签收
board-lane-handling = 处理中
board-lane-approval = 待审批
board-lane-callback = 待回访
board-lane-escalated = 已升级
board-none-to-dispatch = 没有待派单
board-none-to-accept = 没有待签收
board-none-handling = 没有处理中
board-none-approval = 没有待审批
board-none-callback = 没有待回访
board-none-escalated = 没有已升级
board-late = 超时 { $late }

board-column-clock = 时限
board-column-number = 编号
board-column-customer = 投诉人
board-column-category = 大类
board-column-summary = 摘要
board-column-stage = 阶段
board-column-owner = 处理人
board-column-flags = 标记
board-column-priority = 级别
board-column-registered = 登记
board-foot = 共 { $all } 件，显示 { $first }–{ $last }
board-foot-keys = ↑↓ 选择·Space 勾选·Enter 打开·D 派单·U 催办·M 更多

board-empty-title = 没有未结投诉
board-empty-words = 登记的投诉会出现在这里，按阶段分列。
board-none-title = 没有符合筛选的投诉
board-none-words = 换一个条件，或者清除筛选。

board-reminder = { $number } 请尽快处理：{ $clock }
board-reminded = 已催办 { $number }→{ $who }
board-taken-back = 已撤回 { $number } 的派单
board-taken-back-reason = 派单后立即撤销
board-refused = { $number } 没有办成

## 派给谁: the dock

board-dock-dispatch = 派给谁
board-dock-forward = 二段派给谁
board-dock-judge = 判断投诉
board-dock-reply = 答复客户
board-dock-exempt = 暂时派不了
board-dock-recall = 撤回派单
board-dock-look = 这一件
board-not-done = 没有办成，填写的内容都还在
board-person-of = { $person }（{ $department }）

board-suggested = 建议
board-suggested-by = 按类别路由与近期办结
board-all-targets = 全部部门
board-search = 部门、姓名
board-whoever = 由部门签收
board-has-it = 已派，在办
board-chosen = 已选
board-load = 在办 { $open }·
board-load-late = 超时 { $late }
board-load-none-late = 在办 { $open }·超时 0
board-why-route = 本类别的路由
board-why-last-round = 上一轮由其处理
board-why-closed = 近 { $of } 件同类结 { $count } 件
board-why-meant = 派单时指定
board-two-hops = 经{ $manager }，两段派单
board-two-hops-words = 先到经理，由经理派给片区；每一段各有时限。
board-handler-of = { $department }处理人
board-note = 给部门的话，可不填
board-several = 同时派给多个部门
board-limit = { $clock } { $amount } { $unit }
board-starts = 派出后计时：{ $first }，签收后{ $report }
board-do-dispatch-several = 派给 { $count } 个部门
board-later = 暂时派不了…
board-back = 返回
board-open-case = 打开这一件
board-orders = 本轮已派
board-recall-verb = 撤回…

board-judge-validity = 投诉判断
board-judge-why = 理由
board-judge-reason = 依据哪些事实
board-judge-then-dispatch = 判断后接着派单。
board-judge-then-reply = 判断后接着婉转答复客户。

board-reply-said = 对客户说的话
board-reply-words = 把答复写在这里
board-reply-method = 答复方式
board-reply-outcome = 客户态度
board-reply-then-close = 答复后结案。
board-reply-then-judge = 答复后重新判断。
board-avoid = “{ $word }”不宜对客户说，可改为：{ $instead }

board-exempt-hint = 豁免的时限不计按时也不计超时，列入月报的豁免清单。
board-exempt-clock = 豁免哪个时限
board-exempt-reason = 特殊情况
board-exempt-words = 例如：客户出差，要求 3 月 20 日后再联系
board-in-words = 说明
board-recall-hint = { $department }还没有签收，撤回后可以重新派单。
board-recall-words = 为什么撤回

board-missing-target = 先选一个部门
board-missing-validity = 先判断成立与否
board-missing-reason = 先写判断的理由
board-missing-words = 先写对客户说的话
board-missing-outcome = 先记下客户的态度
board-missing-clock = 先选一个时限
board-missing-exemption = 先选特殊情况的种类
board-missing-line = 先写一句说明

board-dispatched = 已派单 { $number }→{ $names }
board-dispatched-in = 已派单 { $number }→{ $names }，用时 { $used }
board-forwarded = 已二段派单 { $number }→{ $name }
board-judged = 已判断 { $number }：{ $validity }
board-replied = 已答复 { $number }：{ $outcome }
board-exempted = 已豁免 { $number } 的{ $clock }：{ $reason }
board-recalled = 已从{ $department }撤回 { $number }

## Filters, views, ticks, updates

board-only-late = 已超时
board-only-soon = 预警
board-within = { $days ->
    [1] 今天登记
   *[other] 近 { $days } 天登记
}
board-with-closed = 含已结案
board-mark-again = 第 2 轮及以后
board-mark-repeated = 重复投诉
board-mark-missed = 漏报
board-mark-exempted = 有豁免
board-more-filters = 更多
board-words = 编号、内容、姓名
board-columns = 显示哪些列
board-heading-limits = 期限
board-heading-marks = 标记
board-heading-days = 登记时间
board-heading-people = 处理人、跟踪人
board-view-all = 全部未结
board-view-late = 已超时
board-view-waiting = 待派单
board-view-mine = 我跟进的
board-view-major = P1 投诉
board-view-again = 第 2 轮及以后
board-view-ledger = 台账（含已结案）
board-view-own = 自定筛选
board-views-own = 我的视图
board-view-name = 视图名称
board-view-keep = 保存
board-view-unnamed = 先给视图起个名字
board-view-forget = 删除这个视图
board-soon = 预警 { $soon }
board-burning = 超时 { $late } 件，预警 { $soon } 件
board-closed-on = { $code } { $day }
board-updates = { $count } 项更新
board-not-found = 没有找到“{ $words }”
board-search-closed = 连同已结案一起找
board-checked = 已选 { $count } 件
board-copy-numbers = 复制编号
board-copied-numbers = 已复制 { $count } 个编号
board-uncheck = 取消选择
board-none-dispatchable = 所选里没有待派单的投诉
board-none-remindable = 所选里没有可催办的工单
board-reminded-all = 已催办 { $count } 件
board-taken-back-all = 已撤回 { $count } 件的派单
board-dispatched-all = 已派单 { $count } 件→{ $names }
board-done-some = 已办 { $done } 件，共 { $all } 件
board-let-go = 松开即派单
board-mean = 平均 { $hours } 时回单
board-like = 近 30 天同类 { $count } 件
board-lately = 近 { $days } 天同类 { $like } 件，平均 { $mean } 时回单

## What else can be done

board-missing-return-reason = 先选退单的原因
board-missing-person = 先选一个人
board-missing-assistants = 先增减协办人
board-missing-with = 先写与谁沟通
board-missing-when = 先写时间，如 14:30
board-missing-attendees = 先选参会的人
board-missing-duties = 先选有任务的部门
board-missing-duty = 每个部门写明任务和完成时间
board-missing-due = 看不懂这个时间
board-missing-said = 先写说明
board-return-reason = 退单原因
board-departments-of = 部门
board-person = 人员
board-attendees = 参会人
board-assistants = 协办人
board-visibility = 谁能看到
board-when = 会议时间
board-when-words = 14:30、昨天 9:00
board-duty-words = 要做什么
board-due-words = 明天、+4
board-until = { $at } 前
board-with = 沟通对象
board-with-words = 姓名或部门
board-said = 沟通内容
board-said-words = 说了什么，约定了什么
board-minutes = 会议结论
board-minutes-words = 可不填
board-note-words = 只在内部看到
board-why-words = 写明事实和理由
board-urge-words = 催办的话
board-urge-hint = 请尽快汇报进展
board-note-give-back = 退单计入部门的退单数；没有部门在办时回到待派单。
board-note-transfer = 转办后由对方重新签收，签收时限从现在起算。
board-note-supervise = 督办会记在经过里，处理人和部门经理都能看到。
board-note-meet = 任务和完成时间记在这一件里，各部门都能看到。
board-note-escalate = 升级后由经理安排下一步，其他时限停止。
board-note-internal = 内部备注，客户看不到。
board-given-back = 已退单 { $number }：{ $reason }
board-transferred = 已转办 { $number }→{ $department }
board-reassigned = { $number } 的处理人已换为{ $person }
board-assisted = { $number } 的协办人：{ $names }
board-supervised = 已督办 { $number }→{ $department }
board-communicated = 已记录 { $number } 与{ $with }的沟通
board-met = 已记录 { $number } 的协调会议，{ $count } 项任务
board-escalated = 已升级 { $number }
board-tracked = { $number } 由{ $name }跟踪
board-noted = 已备注 { $number }
board-form-of = { $verb }…
board-remind-whom = 催办{ $whom }
board-copy-number = 复制编号
board-copied-number = 已复制 { $number }
board-export = 导出所选
board-saved = 已保存 { $name }
board-not-saved = 没有保存
board-no-dialog = 本系统没有文件对话框。
