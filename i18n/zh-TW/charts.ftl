## 統計圖表 (UI.md 5.6, 12)

charts-summary = 資料截至 { $moment }，與月報同一口徑
charts-compared = 對比 { $before }·工作日 { $days } 天
charts-compared-open = 對比 { $before }·工作日 { $days } 天·本期未結束
charts-export = 匯出圖片
charts-monthly = 產生月報

charts-kpi-new = 新增客訴
charts-kpi-dispatch = { $minutes } 分鐘派單率
charts-kpi-reports = { $minutes } 分鐘匯報率
charts-per-day = 日均 { $change }
charts-members-missing = 差 { $count } 人
charts-fraction = { $part } / { $whole }

charts-pareto = 客訴類別
charts-trend = 近 12 個月
charts-heat = 責任部門×類別
charts-votes = 滿意度
charts-few = 前 { $count } 類占 { $share }
charts-heat-note = 每件計入一個責任部門
charts-heat-scale = 0→15+
charts-share-40 = 40%
charts-share-80 = 80%
charts-share-100 = 100%
charts-month = { $month }月
charts-lines-totals = 總量
charts-lines-categories = 按類別
charts-holiday = { $name } { $days } 天假
charts-votes-none = 本期沒有回訪答覆

charts-tip-bar = { $name }：{ $count } 件，累計 { $share }
charts-tip-line = { $name } { $count } 件
charts-tip-cell = { $department }×{ $category }：{ $count } 件
charts-tip-votes = { $department }：滿意 { $satisfied }，一般 { $neutral }，不滿意 { $dissatisfied }；滿意率 { $rate }

charts-panel-cell = { $department }×{ $category }
charts-panel-votes = { $department }·滿意度
charts-panel-count = { $period }·{ $count } 件
charts-panel-answers = { $period }·{ $count } 次答覆
charts-panel-more = { $now }·比 { $before }多 { $count }
charts-panel-less = { $now }·比 { $before }少 { $count }
charts-panel-same = { $now }·與 { $before }相同
charts-parts-subcategories = 小類
charts-parts-categories = 類別
charts-parts-answers = 答覆
charts-parts-unsaid = 未分小類
charts-parts-rest = 其他 { $count } 類
charts-cases = 案件 { $count }
charts-open = 在部門處理中開啟
charts-cases-none = 沒有案件

charts-empty-title = { $period }沒有客訴
charts-empty-words = 登記的客訴依登記日期計入圖表，回訪答覆依回訪日期計入。
charts-empty-back = 看上一期

charts-export-title = 匯出哪一張圖
charts-export-png = PNG
charts-export-svg = SVG
charts-export-file = { $chart } { $period }
charts-export-busy = 正在匯出…
charts-export-done = 已匯出{ $chart }→{ $file }
charts-export-failed = { $chart }沒有匯出
charts-export-undrawn = 圖片畫不出來：{ $reason }

festival-new-year = 元旦
festival-spring = 春節
festival-tomb-sweeping = 清明節
festival-labour = 勞動節
festival-dragon-boat = 端午節
festival-mid-autumn = 中秋節
festival-national = 國慶日
festival-victory = 抗戰勝利 70 週年
charts-cases-export = 匯出 { $count } 件
charts-cases-exported = 案件清單
charts-cases-not-exported = 案件清單沒有匯出
