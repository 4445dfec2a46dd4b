## 元件共用的字詞

close = 關閉
cancel = 取消
undo = 復原
retry = 重試
show-more = 顯示更多
optional = 可不填
required-missing = 必填
adopt = 採用
several-reason = { $numbers }：{ $reason }
several-more-reasons = 另有 { $count } 件，原因各不相同，請逐件處理。
several-count = { $count } 件
busy = 處理中
no-hit = 找不到「{ $query }」
clear-search = 清除搜尋
nobody = 未指定
chosen-count = 已選 { $count } 項
unsaved = 未儲存
locked-why = 目前不能{ $verb }：{ $reason }

lookup-none = 沒有符合
lookup-loading = 搜尋中
lookup-hint = 名稱或拼音

period-month = 月
period-quarter = 季
period-year = 年
period-days = 自訂
period-from = 從
period-until = 到
period-show = 檢視
period-days-count = 共 { $days } 天
period-last-week = 近 7 天
period-last-month = 近 30 天
period-last-quarter = 近 90 天
period-year-so-far = 今年至今
period-wrong-from = 開始日期請按「2026-03-01」填寫
period-wrong-until = 結束日期請按「2026-03-12」填寫
period-wrong-backwards = 結束日期早於開始日期
period-wrong-ahead = 開始日期還沒有到
period-previous = 上一期
period-next = 下一期
period-now = 本期

loading-book = 正在讀取帳本，{ $total } 筆中的 { $read } 筆

files = 附件
files-count = 附件 { $count }
files-add = 新增附件
files-add-short = 新增
files-remove = 移除
files-keeping = 正在存 { $count } 個檔案
files-still = 附件還沒存好
files-drop = 放開即新增為附件，每個檔案不超過 { $most }
files-trouble = 有附件沒有新增或開啟
files-trouble-line = { $name }：{ $why }
files-absent = 檔案已不在原處
files-not-a-file = 這不是檔案，資料夾請先壓縮
files-empty = 檔案是空的
files-too-large = 檔案有 { $size }，每個檔案不超過 { $most }
files-unreadable = 檔案讀不出來：{ $cause }
files-no-dialogs = 這台電腦沒有選擇檔案的視窗，可把檔案拖進來，或在「附件」上貼上檔案路徑
files-no-path = 剪貼簿裡沒有檔案路徑
files-gone = 這份登記已經送出或捨棄，檔案沒有附上；已登記的可在部門處理的這一件裡新增
files-not-opened = 系統沒有開啟這個檔案：{ $cause }

conflict = { $who } 剛改了這一件
conflict-words = { $when } 改了您正在填的這部分；您填的都還在。
conflict-show = 檢視差別
conflict-hide = 收起差別
conflict-mine = 用我的
conflict-theirs = 用新的
