## Charts (UI.md 5.6, 12)

charts-summary = As of { $moment }, counted as in the monthly report
charts-compared = Against { $before } · { $days } working days
charts-compared-open = Against { $before } · { $days } working days · not over yet
charts-export = Export chart
charts-monthly = Monthly report
charts-all-departments = All departments
charts-all-channels = All channels
charts-departments = { $count } departments
charts-channels = { $count } channels
charts-more-filters = Filters
charts-clear = Clear filters
charts-narrowed-to = Only
charts-narrowed = Only { $picks }
charts-picks-more = { $count } more
charts-by-category = Category
charts-by-member = Member
charts-by-validity = Judgement
charts-by-severity = Severity
charts-by-priority = Priority
charts-by-answer = Result
charts-by-mark = Mark
charts-by-region = Region
charts-no-member = No member
charts-escalated = Was escalated
charts-narrow-empty-title = No complaints with these filters
charts-narrow-empty-words = In { $period } no complaint fits all of them.

charts-kpi-new = New complaints
charts-kpi-dispatch = Dispatch in { $minutes } min
charts-kpi-reports = Reports in { $minutes } min
charts-per-day = a day { $change }
charts-members-missing = { $count } missing
charts-fraction = { $part } / { $whole }

charts-pareto = Categories
charts-trend = Last 12 months
charts-heat = Department × category
charts-votes = Satisfaction
charts-few = top { $count }: { $share }
charts-heat-note = each case counts in one department
charts-heat-scale = 0→15+
charts-share-40 = 40%
charts-share-80 = 80%
charts-share-100 = 100%
charts-month = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}
charts-lines-totals = Totals
charts-lines-categories = Categories
charts-holiday = { $name }, { $days } days
charts-votes-none = No answers from callbacks in this period

charts-tip-bar = { $name }: { $count }, cumulative { $share }
charts-tip-line = { $name } { $count }
charts-tip-cell = { $department } × { $category }: { $count }
charts-tip-votes = { $department }: satisfied { $satisfied }, neutral { $neutral }, dissatisfied { $dissatisfied }; rate { $rate }

charts-panel-cell = { $department } × { $category }
charts-panel-votes = { $department } · satisfaction
charts-panel-count = { $period } · cases: { $count }
charts-panel-answers = { $period } · answers: { $count }
charts-panel-more = { $now } · { $count } more than { $before }
charts-panel-less = { $now } · { $count } fewer than { $before }
charts-panel-same = { $now } · as many as { $before }
charts-parts-subcategories = Subcategories
charts-parts-categories = Categories
charts-parts-answers = Answers
charts-parts-unsaid = No subcategory
charts-parts-rest = Others ({ $count })
charts-cases = Cases { $count }
charts-open = Open in list
charts-list-name = Chart: { $mark }
charts-cases-none = No cases

charts-empty-title = No complaints in { $period }
charts-empty-words = Complaints count on the day they are registered, answers on the day of the callback.
charts-empty-back = Previous period

charts-export-title = Which chart, as what?
charts-export-png = PNG
charts-export-svg = SVG
charts-export-xlsx = Excel
charts-export-csv = CSV
charts-export-file = { $chart } { $period }
charts-export-busy = Exporting…
charts-export-done = Exported { $chart } → { $file }
charts-export-failed = { $chart } was not exported
charts-export-undrawn = The picture cannot be drawn: { $reason }

festival-new-year = New Year
festival-spring = Spring Festival
festival-tomb-sweeping = Qingming
festival-labour = Labour Day
festival-dragon-boat = Dragon Boat
festival-mid-autumn = Mid-Autumn
festival-national = National Day
festival-victory = Victory Day
charts-cases-export = Export { $count }
charts-cases-exported = the list of cases
charts-cases-not-exported = The list of cases was not exported
