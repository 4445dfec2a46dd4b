## Words that widgets and parts share

close = 关闭
cancel = 取消
undo = 撤销
retry = 重试
show-more = 显示更多
optional = 可不填
required-missing = 必填
adopt = 采用
busy = 正在处理
no-hit = 没有找到“{ $query }”
clear-search = 清除搜索
nobody = 未指定
chosen-count = 已选 { $count } 项
unsaved = 未保存
locked-why = 现在不能{ $verb }：{ $reason }

lookup-none = 没有匹配的选项
lookup-loading = 正在查找
lookup-hint = 输入名称或拼音首字母

period-month = 月
period-quarter = 季
period-year = 年
period-previous = 上一期
period-next = 下一期
period-now = 本期

loading-book = 正在读取账本，{ $total } 条中的 { $read } 条
