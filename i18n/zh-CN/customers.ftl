# 客户档案

customer-kind-private = 个人
customer-kind-company = 企业
customer-kind-dealer = 经销商
customer-kind-other = 其他

customer-verb-open = 建档
customer-verb-change = 修改档案
customer-verb-assign = 分配
customer-verb-note = 写备注
customer-verb-contact = 记录联系
customer-verb-merge = 合并
customer-verb-unmerge = 取消合并
customer-verb-tell-apart = 不是同一人
customer-verb-reveal = 查看完整资料

customer-alike-member = 会员号相同
customer-alike-name = 姓名和号码尾号相同

customer-nobody = 无人负责

customer-refused-no-file = 没有客户档案 { $number }。请核对编号。
customer-refused-open-first = 新档案要先建档；已有的档案不能再建一次。
customer-refused-phones = 请填 1 到 { $most } 个电话号码。
customer-refused-phone-twice = 同一个号码填了两次。请去掉一个。
customer-refused-email = 邮箱不完整。请核对。
customer-refused-rests = 休息时段的起止时间相同。请改其中一个，或清空。
customer-refused-tags = 标签最多 { $most } 个，且不能重复。
customer-refused-unchanged = 没有任何改动。
customer-refused-merged = 这份档案已并入 { $number }。请在那份档案上办理，或先取消合并。
customer-refused-not-a-keeper = { $person } 不是在职的前台人员，不能负责客户。请换一位。
customer-refused-same = 不能与自己合并。
customer-refused-circle = 那份档案已并入这一份。请先取消那次合并。
customer-refused-other-merged = 那份档案已并入 { $number }。请选 { $number }。
customer-refused-not-merged = 这份档案没有合并过。
