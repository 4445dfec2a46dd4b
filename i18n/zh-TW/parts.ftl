## 元件共用的字詞

close = 關閉
cancel = 取消
undo = 復原
retry = 重試
show-more = 顯示更多
optional = 可不填
required-missing = 必填
adopt = 採用
busy = 處理中
no-hit = 找不到「{ $query }」
clear-search = 清除搜尋
nobody = 未指定
chosen-count = 已選 { $count } 項
unsaved = 未儲存
locked-why = 目前不能{ $verb }：{ $reason }

lookup-none = 沒有符合的選項
lookup-loading = 搜尋中
lookup-hint = 輸入名稱或拼音首字母

period-month = 月
period-quarter = 季
period-year = 年
period-previous = 上一期
period-next = 下一期
period-now = 本期

loading-book = 正在讀取帳本，{ $total } 筆中的 { $read } 筆
