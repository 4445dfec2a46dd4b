## Words that widgets and parts share

close = 关闭
cancel = 取消
undo = 撤销
retry = 重试
show-more = 显示更多
optional = 可不填
required-missing = 必填
adopt = 采用
several-reason = { $numbers }：{ $reason }
several-more-reasons = 另有 { $count } 件，原因各不相同，请逐件办理。
several-count = { $count } 件
busy = 正在处理
no-hit = 没有找到“{ $query }”
clear-search = 清除搜索
nobody = 未指定
chosen-count = 已选 { $count } 项
unsaved = 未保存
locked-why = 现在不能{ $verb }：{ $reason }

lookup-none = 没有匹配
lookup-loading = 正在查找
lookup-hint = 名称或拼音

period-month = 月
period-quarter = 季
period-year = 年
period-days = 自定义
period-from = 从
period-until = 到
period-show = 查看
period-days-count = 共 { $days } 天
period-last-week = 近 7 天
period-last-month = 近 30 天
period-last-quarter = 近 90 天
period-year-so-far = 今年至今
period-wrong-from = 开始日期请按“2026-03-01”填写
period-wrong-until = 结束日期请按“2026-03-12”填写
period-wrong-backwards = 结束日期早于开始日期
period-wrong-ahead = 开始日期还没有到
period-previous = 上一期
period-next = 下一期
period-now = 本期

loading-book = 正在读取账本，{ $total } 条中的 { $read } 条

files = 附件
files-count = 附件 { $count }
files-add = 添加附件
files-add-short = 添加
files-remove = 移除
files-keeping = 正在存 { $count } 个文件
files-still = 附件还没存好
files-drop = 松开即添加为附件，每个文件不超过 { $most }
files-trouble = 有附件没有添加或打开
files-trouble-line = { $name }：{ $why }
files-absent = 文件已不在原处
files-not-a-file = 这不是文件，文件夹请先压缩
files-empty = 文件是空的
files-too-large = 文件有 { $size }，每个文件不超过 { $most }
files-unreadable = 文件读不出来：{ $cause }
files-no-dialogs = 这台电脑没有选择文件的窗口，可把文件拖进来，或在“附件”上粘贴文件路径
files-no-path = 剪贴板里没有文件路径
files-gone = 这份登记已经送出或丢弃，文件没有附上；已登记的可在部门处理的这一件里添加
files-not-opened = 系统没有打开这个文件：{ $cause }

conflict = { $who } 刚改了这一件
conflict-words = { $when } 改了您正在填的这部分；您填的都还在。
conflict-show = 查看差别
conflict-hide = 收起差别
conflict-mine = 用我的
conflict-theirs = 用新的
